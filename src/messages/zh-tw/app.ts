// The app on this device, as the shell speaks of it: a new version, installing, shortcuts.

import type { app as english } from '../en/app.ts';
import type { Message } from '../message.ts';

export const app = {
  'update.waiting': '工作台有新版本。重新載入後即啟用；您已開始寫的內容會保留。',
  'update.taken': '另一個分頁已啟用工作台的新版本。請也重新載入此分頁；您已開始寫的內容會保留。',
  'update.apply': '立即重新載入',
  'here.installDesk': '安裝工作台',
  'launch.ready': '已依應用程式捷徑將您設為就緒。',
  'launch.away': '已依應用程式捷徑將您設為離開。',
} as const satisfies Record<keyof typeof english, Message>;
