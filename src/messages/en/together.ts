// Working side by side: saved replies, tags, snooze, who else is here, mentions, several at once.

import type { Message } from '../message.ts';

export const together = {
  'replies.strip': 'Saved replies',
  'replies.more': { one: 'and {n} more', other: 'and {n} more' },
  'replies.none': 'No saved reply has these letters.',
  'replies.nothing': 'No saved reply yet. Add one in Settings.',
  'replies.how': '{at} of {n}, Tab inserts',
  'act.savedReply': 'Insert a saved reply',
  'event.snoozed': '{by} snoozed it until {time}',
  'event.woken': '{by} took it up again',
  'event.tagged': '{by} put on the tag {tag}',
  'event.untagged': '{by} removed the tag {tag}',
  'refusal.nameTooLong': 'This name or short code is too long. Shorten it.',
  'refusal.tagTooLong': 'A tag has at most 40 characters. Shorten it.',
  'refusal.tooManyTags': 'A conversation has at most 20 tags. Remove one first.',
  'refusal.timePast': 'That time has passed. Choose a later one.',
  'refusal.timeTooFar': 'That is more than a year ahead. Choose an earlier time.',
  'refusal.tooManyReplies': 'The team has 1,000 saved replies already. Remove one first.',
} as const satisfies Record<string, Message>;
