// The team’s saved replies in Settings, and what else is told of.

import type { replies as english } from '../en/replies.ts';
import type { Message } from '../message.ts';

export const replies = {
  'replies.title': '定型返信',
  'replies.meta': '全員共通。誰でも変更できます',
  'replies.explain': '返信欄で「/」を入力すると挿入できます。',
  'replies.add': '定型返信を追加',
  'replies.edit': '{name}を編集',
  'replies.remove': '{name}を削除',
  'replies.name': '名前',
  'replies.code': '短縮コード',
  'replies.codeHint': '「/」の後に入力する文字です。例：{example}。',
  'replies.text': '本文',
  'replies.textHint': '挿入時に置き換えられます：{fields}。',
  'replies.changed': '{name}、{time}',
  'replies.removed': '定型返信を削除しました：{name}',
  'replies.saved': '定型返信を保存しました：{name}',
  'replies.find': '定型返信を探す',
  'replies.noneYet': 'まだありません。同じ文章を何度も入力せずに済みます。',
  'keys.writing': '入力中',
  'att.mention': '同僚が自分をメンションしたとき',
  'att.snoozeOver': '後回しにした会話の時刻が来た',
} as const satisfies Record<keyof typeof english, Message>;
