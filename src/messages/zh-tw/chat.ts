// The Chat page.

import type { chat as english } from '../en/chat.ts';
import type { Message } from '../message.ts';

export const chat = {
  // Chat
  'chat.title': '聊天',
  'chat.rooms': '聊天室',
  'chat.team': '團隊聊天室',
  'chat.teamMeta': { other: '{n} 位專員，所有人都看得到' },
  'chat.directMeta': '只有您與 {name} 看得到',
  'chat.you': '您：{text}',
  'chat.from': '{name}：{text}',
  'chat.nothingYet': '還沒有訊息',
  'chat.unread': { other: '{n} 則未讀' },
  'chat.newSince': '{time} 之後的新訊息',
  'chat.empty': '這裡還沒有訊息。您寫的內容會保留，並在同事連線時送達。',
  'chat.earlier': '顯示較早的訊息',
  'chat.message': '訊息',
  'chat.toTeam': '寫到團隊聊天室',
  'chat.toAgent': '寫給 {name}',
  'chat.log': '訊息',
  'chat.send': '傳送',
  'chat.getsIt': '{name} 登入時會收到',
  'chat.getIt': '{names} 登入時會收到',
  'chat.manyGetIt': { other: '{n} 位專員登入時會收到' },
  'chat.agents': '專員',
  'chat.linked': '連結到這裡',
  'chat.back': '回到聊天室清單',
  'chat.goneRoom': '此裝置還不認得這位專員。請等連上同事，或選擇其他聊天室。',
  'chat.unknownLink': '此對話還沒到這部裝置',
  'chat.linkWord': '一個對話',
  'state.waiting': '等候中',
  'state.assigned': '已指派',
  'state.active': '處理中',
  'state.closed': '已關閉',
  'state.heldBy': '由 {name} 負責',
  'state.parked': '由 {name} 負責，擱置中',
  'state.waits': '{time}',
} as const satisfies Record<keyof typeof english, Message>;
