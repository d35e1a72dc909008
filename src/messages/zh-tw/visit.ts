// What is said beside a conversation with a customer who writes by the customers’ page.

import type { Message } from '../message.ts';

export const visit = {
  'visit.here': '{name} 已連線',
  'visit.typing': '{name} 正在輸入',
  'visit.sending': '{name} 正在傳送 {file}：{percent}',
  'visit.got': '您最後的回覆已送達',
  'visit.seen': '您最後的回覆已讀',
  'visit.away': '{name} 沒有連到這個瀏覽器。回覆會保留，對方回來時送達。',
  'visit.blocked': '已封鎖 {name}，對方寫的內容不會進來。',
  'visit.block': '封鎖',
  'visit.unblock': '解除封鎖',
} as const satisfies Record<string, Message>;
