// The settings of the page by which customers write to the team.

import type { Message } from '../message.ts';

export const customers = {
  'ask.title': '客戶頁面',
  'ask.meta': '讓客戶直接傳訊息給您的連結或條碼',
  'ask.text':
    '客戶開啟連結或掃描條碼，就能直接傳訊息給團隊：瀏覽器對瀏覽器，全程加密。連結不會透露團隊的任何內容，隨時可以收回。',
  'ask.name': '連結名稱',
  'ask.namePlaceholder': '櫃檯、網站、收據',
  'ask.make': '建立連結',
  'ask.made': '已建立。開啟的人都能傳訊息給您。',
  'ask.link': '給客戶的連結',
  'ask.snippet': '放進網站',
  'ask.snippetText': '把這一行放進網頁。網頁會出現一個按鈕，按下後在框中開啟同一個頁面。',
  'ask.show': '顯示',
  'ask.revoke': '收回',
  'ask.revokeTitle': '要收回「{name}」嗎？',
  'ask.revokeText': '之後沒有人能再由此連絡您。用過的人仍可閱讀已有的內容，但不能再寫。此動作無法復原。',
  'ask.revokeDo': '收回連結',
  'ask.revokeKeep': '保留',
  'ask.sheet': '列印用單張',
  'ask.sheet.title': '櫃台用單張',
  'ask.sheet.sentence': '掃描條碼或開啟網址，即可與我們聯絡。',
  'ask.sheet.paper': 'A4 一頁。連結不含團隊的任何祕密。',
  'ask.sheet.print': '列印',
  'ask.sheet.tooLong': '連結太長，無法製成條碼。',
  'ask.demo': '在網頁上試試',
  'ask.address': '客戶用的網址',
  'ask.address.hint':
    '須為 https，並連到此工作台的伺服器，例如透過通道或主機名稱。連結與條碼會使用它。適用於整個團隊；若客戶與您使用相同網址，請留空。',
  'ask.address.save': '儲存',
  'ask.address.saved': '已儲存。之後複製的連結與條碼會使用它；已發出的仍連到原本的地方。',
  'ask.address.notAddress': '這不是網址。請寫成 https://desk.example.org。',
  'ask.address.notHttps': '瀏覽器只允許客戶透過 https 書寫。網址須以 https:// 開頭。',
  'ask.address.onlyHere': '只有這台電腦連得到此網址。請輸入客戶連得到的網址。',
  'ask.open': '開啟頁面',
  'ask.code': '連結「{name}」的條碼',
  'ask.local': '此工作台開在 {origin}，只有這台電腦連得到。請在連結下方的「客戶用的網址」輸入客戶連得到的網址。',
  'ask.refused': { other: '啟動以來在此拒絕了 {n} 次連線要求。' },
} as const satisfies Record<string, Message>;
