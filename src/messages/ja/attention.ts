// Notifications and sounds.

import type { attention as english } from '../en/attention.ts';
import type { Message } from '../message.ts';

export const attention = {
  'att.title': 'この端末の通知',
  'att.allow': '通知を許可',
  'att.unknown': 'このブラウザーにはまだ確認していません。音と件数はそのまま使えます。',
  'att.granted': 'デスクが前面にないときに表示します。お客様と件名だけで、本文は表示しません。',
  'att.denied': 'このブラウザーは通知を表示しない設定です。このページの設定で変更できます。',
  'att.absent': 'このブラウザーはこのページの通知に対応していません。音と件数は使えます。',
  'att.when': '通知するとき',
  'att.assigned': '会話が自分に割り当てられた',
  'att.transferred': 'メンバーから転送された',
  'att.customer': '担当のお客様からメッセージが届いた',
  'att.chat': 'メンバーからメッセージが届いた',
  'att.teamChat': 'チームルームに投稿があった',
  'att.paused': 'お客様が待っているのに割り当てが停止した',
  'att.how': '方法',
  'att.sound': '小さな音を鳴らす',
  'att.hear': '試聴',
  'att.quiet': '離席中は通知しない（割り当て停止を除く）',
  'idle.setting':
    'この端末がどのタブでもしばらく操作されないとき、離席中にします。対応可へはワンクリックで戻り、自動では戻りません。',
  'idle.never': 'しない',
  'idle.after': { other: '{n}分後' },
  'idle.soon':
    'この端末はしばらく操作されていません。1分後に離席中になります。いずれかのキーを押すと対応可のままです。',
  'idle.in': { other: '{n}秒後に離席中になります。' },
  'idle.how': 'この端末はしばらく操作されていません。',
  'idle.howLast': 'この端末はしばらく操作されておらず、対応可の担当者はほかにいません。割り当ては一時停止します。',
  'idle.stay': '対応可のままにする',
} as const satisfies Record<keyof typeof english, Message>;
