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
  'ask.print': '列印用頁面',
  'ask.open': '開啟頁面',
  'ask.none': '還沒有連結。',
  'ask.code': '連結「{name}」的條碼',
  'ask.local':
    '此服務台開啟於 {origin}，只有這台電腦連得到。請在客戶能以 https 連到的網址開啟服務台，並在那裡建立連結。',
  'ask.refused': { other: '啟動以來在此拒絕了 {n} 次連線要求。' },
} as const satisfies Record<string, Message>;
