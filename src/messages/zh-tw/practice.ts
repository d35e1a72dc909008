// The band over a practice: that it is one, what to try next, the way out.

import type { practice as english } from '../en/practice.ts';
import type { Message } from '../message.ts';

export const practice = {
  'practice.band': '練習中：這些人都是虛構的，任何內容都不會保留。',
  'practice.short': '練習中，不會保留。',
  'practice.leave': '結束練習',
  'practice.label': '練習',
  'practice.ready': '請設為就緒，對話就會分派給您。',
  'practice.wait': '請稍候，馬上就有人需要您。',
  'practice.pickUp': '請受理分派給您的對話。',
  'practice.reply': '開啟您的對話並回覆，顧客會回應。',
  'practice.close': '顧客的問題解決後，請結束對話。',
  'practice.more': '接著試試轉交、備註、儀表板，或設為離開看看會怎樣。',
  'practice.noInvite': '練習團隊無法邀請任何人。請結束練習，建立您自己的團隊。',
} as const satisfies Record<keyof typeof english, Message>;
