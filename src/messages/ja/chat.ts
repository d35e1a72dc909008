// The Chat page.

import type { chat as english } from '../en/chat.ts';
import type { Message } from '../message.ts';

export const chat = {
  // Chat
  'chat.title': 'チャット',
  'chat.rooms': 'ルーム',
  'chat.team': 'チームルーム',
  'chat.teamMeta': { other: '{n}人、全員に表示されます' },
  'chat.directMeta': 'あなたと{name}さんだけに表示されます',
  'chat.you': 'あなた：{text}',
  'chat.from': '{name}：{text}',
  'chat.nothingYet': 'まだメッセージはありません',
  'chat.unread': { other: '未読{n}件' },
  'chat.newSince': '{time}以降の新着',
  'chat.empty': 'まだ何も書かれていません。書いた内容は保持され、メンバーがつながると届きます。',
  'chat.earlier': '以前のメッセージを表示',
  'chat.message': 'メッセージ',
  'chat.toTeam': 'チームルームに書く',
  'chat.toAgent': '{name}さんに書く',
  'chat.log': 'メッセージ',
  'chat.send': '送信',
  'chat.getsIt': '{name}さんにはログイン時に届きます',
  'chat.getIt': '{names}にはログイン時に届きます',
  'chat.manyGetIt': { other: '{n}人にはログイン時に届きます' },
  'chat.agents': '担当者',
  'chat.linked': 'ここで紹介された会話',
  'chat.back': 'ルーム一覧に戻る',
  'chat.goneRoom': 'この端末はその担当者をまだ知りません。メンバーにつながるのを待つか、ルームを選んでください。',
  'chat.unknownLink': 'まだこの端末にない会話',
  'chat.linkWord': '会話',
  'state.waiting': '対応待ち',
  'state.assigned': '割り当て済み',
  'state.active': '対応中',
  'state.closed': '終了',
  'state.heldBy': '{name}さんが担当',
  'state.parked': '{name}さんが担当、保留中',
  'state.waits': '{time}',
} as const satisfies Record<keyof typeof english, Message>;
