// Notifications and sounds.

import type { attention as english } from '../en/attention.ts';
import type { Message } from '../message.ts';

export const attention = {
  'att.title': '此裝置的通知',
  'att.allow': '允許通知',
  'att.unknown': '尚未詢問此瀏覽器。音效與數字不需允許即可使用。',
  'att.granted': '工作台不在最前面時會顯示。通知只列出客戶與主旨，絕不顯示內容。',
  'att.denied': '此瀏覽器被設為不顯示通知。可在瀏覽器對此頁面的設定中變更。',
  'att.absent': '此瀏覽器不會為此頁面顯示通知。音效與數字仍可使用。',
  'att.when': '何時通知我',
  'att.assigned': '有對話指派給我',
  'att.transferred': '同事轉交對話給我',
  'att.customer': '我的客戶傳來訊息',
  'att.chat': '同事傳訊息給我',
  'att.teamChat': '有人在團隊聊天室發言',
  'att.paused': '有客戶等候而指派暫停',
  'att.how': '方式',
  'att.sound': '附輕柔音效',
  'att.hear': '試聽',
  'att.quiet': '離開時不通知，但指派暫停除外',
  'idle.setting': '此裝置的任何分頁一段時間沒有操作時，將我改為離開。恢復就緒只需一按，絕不會自動恢復。',
  'idle.never': '永不',
  'idle.after': { other: '{n} 分鐘後' },
  'idle.soon': '此裝置已有一段時間沒有操作。一分鐘後將改為離開。按任意鍵即可維持就緒。',
  'idle.in': { other: '{n} 秒後將改為離開。' },
  'idle.how': '此裝置已有一段時間沒有操作。',
  'idle.howLast': '此裝置已有一段時間沒有操作，且沒有其他人就緒：分派將會暫停。',
  'idle.stay': '維持就緒',
} as const satisfies Record<keyof typeof english, Message>;
