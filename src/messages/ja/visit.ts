// What is said beside a conversation with a customer who writes by the customers’ page.

import type { Message } from '../message.ts';

export const visit = {
  'visit.here': '{name}さんは接続中です',
  'visit.typing': '{name}さんが入力中です',
  'visit.sending': '{name}さんが{file}を送信中：{percent}',
  'visit.got': '最後の返信は届きました',
  'visit.seen': '最後の返信は読まれました',
  'visit.away': '{name}さんはこのブラウザーに接続していません。返信は保存され、戻ったときに届きます。',
  'visit.blocked': '{name}さんをブロックしています。相手のメッセージは届きません。',
  'visit.block': 'ブロック',
  'visit.unblock': 'ブロックを解除',
} as const satisfies Record<string, Message>;
