// The first steps of a new team, and what empty places teach.

import type { steps as english } from '../en/steps.ts';
import type { Message } from '../message.ts';

export const steps = {
  'steps.label': '開始使用',
  'steps.invite': '邀請同事',
  'steps.inviteText': '擁有連結的人就是團隊成員。對話會分派給就緒的人。',
  'steps.import': '匯入對話',
  'steps.importText': '匯入對話檔案，或將電子郵件拖放到這裡。同一檔案匯入兩次也不會重複。',
  'steps.practice': '先練習看看',
  'steps.practiceText': '在新分頁中使用虛構的團隊與客戶。不會留下任何資料。',
  'steps.doInvite': '顯示連結',
  'steps.doImport': '選擇檔案',
  'steps.doPractice': '開啟練習',
} as const satisfies Record<keyof typeof english, Message>;
