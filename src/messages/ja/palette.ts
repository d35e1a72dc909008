// The palette and the list of shortcuts.

import type { palette as english } from '../en/palette.ts';
import type { Message } from '../message.ts';

export const palette = {
  'palette.title': '検索と操作',
  'palette.hint': '会話を検索、またはしたいことを入力',
  'palette.results': '結果',
  'palette.acts': '操作',
  'palette.conversations': '会話',
  'palette.people': 'メッセージを送る',
  'palette.more': { other: 'ほか{n}件：言葉を足してください' },
  'palette.nothing': 'これらの語をすべて含むものはありません。語を減らすか、先頭の数文字で試してください。',
  'palette.reading': '会話を読み込んでいます…',
  'palette.found': { other: '{n}件' },
  'palette.move': '上下キーで選び、Enterで開き、Escで戻ります',
  'keys.title': 'ショートカット',
  'keys.everywhere': 'どこでも',
  'keys.inConversation': '会話を開いているとき',
  'keys.off': '1文字のショートカットはオフです。Ctrl Kは使えます。',
  'keys.how': '文字を入力していないときに使えます。',
  'keys.setting': '1文字のショートカット',
  'keys.on': 'オン',
  'keys.isOff': 'オフ',
} as const satisfies Record<keyof typeof english, Message>;
