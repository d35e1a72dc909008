// The invite sheet: for whom a link is, what it means, what it holds.

import type { invite as english } from '../en/invite.ts';
import type { Message } from '../message.ts';

export const invite = {
  'invite.title': '{team}への招待',
  'invite.for': 'だれのため',
  'invite.forTeammate': 'メンバー用',
  'invite.forMe': '自分の別の端末用',
  'invite.meansTeammate':
    'このリンクを持つ人はチームの一員となり、すべてを読めます。パスワードと同じように扱ってください。',
  'invite.meansMe':
    'このリンクを開いた人はあなたになります。名前もステータスも会話も同じです。だれにも見せないでください。',
  'invite.linkTeammate': '招待リンク',
  'invite.linkMe': '別の端末用のリンク',
  'invite.picture': 'リンクのQRコード',
  'invite.scan': 'または、スマートフォンのカメラで読み取ります。',
  'invite.tooLong': 'リンクが長すぎてQRコードにできません。コピーするか、設定のサーバーを減らしてください。',
  'invite.onlyHere':
    'リンク先は{host}で、どの端末でもその端末自身を指します。各自のパソコンでnpm startを実行し、そこにリンクを貼り付けてください。スマートフォンではhttpsのアドレスが必要です。',
  'invite.meet': { other: 'デスクはこのアドレスで合流します（リンクに含まれます）：' },
  'invite.meetNowhere': 'リンクに合流点は含まれません。デスク同士は、このページの配信元でだけ見つけ合えます。',
  'invite.servers': { other: '設定にあるサーバー{n}件のログイン情報も含まれます。' },
  'invite.print': '印刷',
} as const satisfies Record<keyof typeof english, Message>;
