// The band over a practice: that it is one, what to try next, the way out.

import type { practice as english } from '../en/practice.ts';
import type { Message } from '../message.ts';

export const practice = {
  'practice.band': '練習中：登場する人は架空で、何も保存されません。',
  'practice.short': '練習中。保存されません。',
  'practice.leave': '練習を終える',
  'practice.label': '練習',
  'practice.ready': '対応可にすると、会話が届きます。',
  'practice.wait': '少しお待ちください。まもなく会話が届きます。',
  'practice.pickUp': '割り当てられた会話の対応を始めてください。',
  'practice.reply': '自分の会話を開いて返信してください。お客様から返事が来ます。',
  'practice.close': '解決したら会話をクローズしてください。',
  'practice.more': '転送、メモ、ダッシュボードも試してください。離席にして様子を見ることもできます。',
  'practice.noInvite': '練習チームには招待できません。練習を終えて、自分のチームを作ってください。',
} as const satisfies Record<keyof typeof english, Message>;
