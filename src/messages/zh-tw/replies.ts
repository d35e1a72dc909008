// The team’s saved replies in Settings, and what else is told of.

import type { replies as english } from '../en/replies.ts';
import type { Message } from '../message.ts';

export const replies = {
  'replies.title': '罐頭回覆',
  'replies.meta': '所有工作台共用；任何專員皆可修改',
  'replies.explain': '在回覆中輸入 / 即可插入。',
  'replies.add': '新增罐頭回覆',
  'replies.edit': '編輯 {name}',
  'replies.remove': '移除 {name}',
  'replies.name': '名稱',
  'replies.code': '簡碼',
  'replies.codeHint': '輸入 / 之後要打的字，例如 {example}。',
  'replies.text': '內容',
  'replies.textHint': '插入時會自動填入：{fields}。',
  'replies.changed': '{name}，{time}',
  'replies.removed': '已移除罐頭回覆：{name}',
  'replies.saved': '已儲存罐頭回覆：{name}',
  'replies.find': '尋找罐頭回覆',
  'replies.noneYet': '還沒有。罐頭回覆可省去重複輸入相同的文字。',
  'keys.writing': '書寫時',
  'att.mention': '同事提及我',
  'att.snoozeOver': '延後的對話時間到',
} as const satisfies Record<keyof typeof english, Message>;
