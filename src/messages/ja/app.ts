// The app on this device, as the shell speaks of it: a new version, installing, shortcuts.

import type { app as english } from '../en/app.ts';
import type { Message } from '../message.ts';

export const app = {
  'update.waiting': 'デスクの新しいバージョンがあります。再読み込みすると切り替わります。書きかけの内容は残ります。',
  'update.taken':
    '別のタブでデスクの新しいバージョンに切り替わりました。このタブも再読み込みしてください。書きかけの内容は残ります。',
  'update.apply': '今すぐ再読み込み',
  'here.installDesk': 'デスクをインストール',
  'launch.ready': 'アプリのショートカットで対応可になりました。',
  'launch.away': 'アプリのショートカットで離席中になりました。',
} as const satisfies Record<keyof typeof english, Message>;
