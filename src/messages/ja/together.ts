// Working side by side: saved replies, tags, snooze, who else is here, mentions, several at once.

import type { together as english } from '../en/together.ts';
import type { Message } from '../message.ts';

export const together = {
  'replies.strip': '定型返信',
  'replies.more': { other: 'ほか{n}件' },
  'replies.none': 'この文字を含む定型返信はありません。',
  'replies.nothing': '定型返信はまだありません。設定で追加できます。',
  'replies.how': '{n}件中{at}件目、Tabで挿入',
  'act.savedReply': '定型返信を挿入',
  'event.snoozed': '{by}が{time}まで後回し',
  'event.woken': '{by}が対応を再開',
  'event.tagged': '{by}がタグ{tag}を追加',
  'event.untagged': '{by}がタグ{tag}を外した',
  'refusal.nameTooLong': '名前または短縮コードが長すぎます。短くしてください。',
  'refusal.tagTooLong': 'タグは40文字までです。短くしてください。',
  'refusal.tooManyTags': 'タグは会話ごとに20個までです。先に一つ外してください。',
  'refusal.timePast': 'その時刻は過ぎています。後の時刻を選んでください。',
  'refusal.timeTooFar': '1年以上先です。もっと早い時刻を選んでください。',
  'refusal.tooManyReplies': '定型返信は1,000件までです。先に一つ削除してください。',
} as const satisfies Record<keyof typeof english, Message>;
