// The palette and the list of shortcuts.

import type { palette as english } from '../en/palette.ts';
import type { Message } from '../message.ts';

export const palette = {
  'palette.title': '搜尋與執行',
  'palette.hint': '搜尋對話，或輸入想做的事',
  'palette.results': '結果',
  'palette.acts': '執行',
  'palette.conversations': '對話',
  'palette.people': '傳訊息給',
  'palette.more': { other: '還有 {n} 個：請再加一個字詞' },
  'palette.nothing': '沒有內容包含所有這些字。請減少字詞，或只輸入開頭。',
  'palette.reading': '正在讀取對話……',
  'palette.found': { other: '{n} 個結果' },
  'palette.move': '上下鍵選擇，Enter 開啟，Esc 返回',
  'keys.title': '快速鍵',
  'keys.everywhere': '任何地方',
  'keys.inConversation': '開啟對話時',
  'keys.off': '單鍵快速鍵已關閉。Ctrl K 仍可使用。',
  'keys.how': '未在輸入文字時，可使用單鍵快速鍵。',
  'keys.setting': '單鍵快速鍵',
  'keys.on': '開',
  'keys.isOff': '關',
} as const satisfies Record<keyof typeof english, Message>;
