// Acting on several conversations at once.

import type { bulk as english } from '../en/bulk.ts';
import type { Message } from '../message.ts';

export const bulk = {
  'bulk.bar': '處理已選取的對話',
  'bulk.count': { other: '已選取 {n} 個' },
  'bulk.none': '請先選取對話。',
  'bulk.end': '完成',
  'bulk.progress': '第 {n} 個，共 {total} 個',
  'bulk.done.transfer': { other: '已轉交 {n} 個對話。' },
  'bulk.done.tag': { other: '已為 {n} 個對話加上標籤。' },
  'bulk.done.snooze': { other: '已延後 {n} 個對話。' },
  'bulk.done.close': { other: '已關閉 {n} 個對話。' },
  'bulk.left': { other: '{n} 個未變更：{why}' },
  'bulk.undone': { other: '已還原 {n} 個對話。' },
  'needs.title': '優先順序與所需技能',
  'needs.how': '等候期間，排隊順序會隨之調整。已有人負責的仍由其負責。',
  'needs.save': '儲存',
  'needs.changed': '已變更：{subject}',
} as const satisfies Record<keyof typeof english, Message>;
