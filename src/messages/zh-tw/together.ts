// Working side by side: saved replies, tags, snooze, who else is here, mentions, several at once.

import type { together as english } from '../en/together.ts';
import type { Message } from '../message.ts';

export const together = {
  'replies.strip': '罐頭回覆',
  'replies.more': { other: '還有 {n} 則' },
  'replies.none': '沒有符合這些字的罐頭回覆。',
  'replies.nothing': '還沒有罐頭回覆。可在設定中新增。',
  'replies.how': '第 {at} 則，共 {n} 則，按 Tab 插入',
  'act.savedReply': '插入罐頭回覆',
  'event.snoozed': '{by} 延後到 {time}',
  'event.woken': '{by} 恢復處理',
  'event.tagged': '{by} 加上標籤 {tag}',
  'event.untagged': '{by} 移除標籤 {tag}',
  'refusal.nameTooLong': '名稱或簡碼太長。請縮短。',
  'refusal.tagTooLong': '標籤最多 40 個字元。請縮短。',
  'refusal.tooManyTags': '每個對話最多 20 個標籤。請先移除一個。',
  'refusal.timePast': '這個時間已經過了。請選擇較晚的時間。',
  'refusal.timeTooFar': '超過一年之後。請選擇較早的時間。',
  'refusal.tooManyReplies': '團隊已有 1,000 則罐頭回覆。請先移除一則。',
} as const satisfies Record<keyof typeof english, Message>;
