// The first steps of a new team, and what empty places teach.

import type { steps as english } from '../en/steps.ts';
import type { Message } from '../message.ts';

export const steps = {
  'steps.label': 'はじめの手順',
  'steps.invite': '同僚を招待',
  'steps.inviteText': 'リンクを持つ人がチームに入ります。会話は対応可の人に割り当てられます。',
  'steps.import': '会話を取り込む',
  'steps.importText':
    '対話のファイルを取り込むか、メールをここにドロップします。同じファイルを二度取り込んでも重複しません。',
  'steps.practice': 'まず練習する',
  'steps.practiceText': '架空のチームとお客様で、別のタブで試せます。何も残りません。',
  'steps.doInvite': 'リンクを表示',
  'steps.doImport': 'ファイルを選ぶ',
  'steps.doPractice': '練習を開く',
} as const satisfies Record<keyof typeof english, Message>;
