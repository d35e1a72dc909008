// Everything that can be done by key or palette.

import type { acts as english } from '../en/acts.ts';
import type { Message } from '../message.ts';

export const acts = {
  'palette.open': '搜尋或執行',
  'act.ready': '設為就緒',
  'act.away': '設為離開',
  'act.logOut': '登出',
  'act.goTo': '前往{place}',
  'act.new': '新對話',
  'act.import': '匯入對話',
  'act.invite': '邀請同事',
  'act.theme': '佈景主題：{theme}',
  'act.search': '搜尋',
  'act.shortcuts': '顯示快速鍵',
  'act.next': '下一個對話',
  'act.previous': '上一個對話',
  'act.details': '顯示或隱藏詳細資料',
  'act.reply': '回覆客戶',
  'act.note': '寫內部備註',
  'act.send': '傳送已寫的內容',
  'act.pickUp': '受理',
  'act.takeOver': '接手',
  'act.transfer': '轉交',
  'act.return': '退回佇列',
  'act.close': '關閉對話',
} as const satisfies Record<keyof typeof english, Message>;
