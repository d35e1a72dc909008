// Acting on several conversations at once.

import type { bulk as english } from '../en/bulk.ts';
import type { Message } from '../message.ts';

export const bulk = {
  'bulk.bar': '選択した会話の操作',
  'bulk.count': { other: '{n}件を選択' },
  'bulk.none': '先に会話を選んでください。',
  'bulk.end': '完了',
  'bulk.progress': '{total}件中{n}件',
  'bulk.done.transfer': { other: '{n}件の会話を転送しました。' },
  'bulk.done.tag': { other: '{n}件の会話にタグを付けました。' },
  'bulk.done.snooze': { other: '{n}件の会話を後回しにしました。' },
  'bulk.done.close': { other: '{n}件の会話を終了しました。' },
  'bulk.left': { other: '{n}件は変更なし：{why}' },
  'bulk.undone': { other: '{n}件の会話を元に戻しました。' },
  'needs.title': '優先度と必要なスキル',
  'needs.how': '待機中は順番に反映されます。担当中の会話は担当者のままです。',
  'needs.save': '保存',
  'needs.changed': '変更しました：{subject}',
} as const satisfies Record<keyof typeof english, Message>;
