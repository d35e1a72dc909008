// The Settings page.

import type { settings as english } from '../en/settings.ts';
import type { Message } from '../message.ts';

export const settings = {
  // Settings
  'set.title': '設定',
  'set.team': '團隊',
  'set.teamMeta': '每個工作台都相同；任何專員都可變更',
  'set.assignment': '指派',
  'set.queue': '提前量',
  'set.queueMeta': '各優先等級相當於多少等候時間',
  'set.you': '您',
  'set.device': '此裝置',
  'set.capacity': '同時對話上限',
  'set.capacityHint': '達到此數量的專員不會再收到新對話，直到關閉其中一個。{bounds}',
  'set.unpickedMax': '同時待受理上限',
  'set.unpickedMaxHint': '一位專員可有這麼多待受理的對話，之後的就分派給其他人。{bounds}',
  'set.pickupTimeoutMs': '受理時限',
  'set.pickupTimeoutMsHint': '逾時後改由另一位就緒的專員處理。{bounds}',
  'set.awayGraceMs': '離開後的緩衝時間',
  'set.awayGraceMsHint': '專員離開後，未受理的對話還會保留這麼久。{bounds}',
  'set.headStartUrgentS': '緊急',
  'set.headStartHighS': '高',
  'set.headStartLowS': '低',
  'set.headStartHint': '「一般」計為 0。小於 0 會等更久。{bounds}',
  'set.seconds': '秒',
  'set.bounds': '範圍 {least} 到 {greatest}。',
  'set.outOfBounds': '請輸入 {least} 到 {greatest} 的整數。仍維持原值。',
  'set.saved': '已儲存在此裝置。連得上的工作台會立即收到。',
  'set.yourName': '您的名字',
  'set.yourNameHint': '同事與客戶看到的名字。',
  'set.rename': '儲存名字',
  'set.renamed': '您的名字現在是 {name}。',
  'set.otherText': '用連結讓另一個瀏覽器也成為您的：相同名字、相同狀態、相同對話。',
  'set.otherShow': '顯示連結',
  'set.logOut': '登出',
  'set.logOutText': '同事會看到您已登出。所有內容都留在此裝置。',
  'set.leave': '退出此團隊',
  'set.leaveText': '刪除此裝置上這個團隊的資料。',
  'set.leaveTitle': '要退出 {team} 嗎？',
  'set.leaveCopies': { other: '另有 {n} 部裝置存有這裡全部內容的副本。您的會刪除，團隊的會保留。' },
  'set.leaveLast':
    '目前連得上的裝置都沒有副本。若現在退出，僅存於此裝置的內容將永遠消失。請等同事連線並同步後再退出，或仍要退出。',
  'set.leaveDo': '退出並刪除',
  'set.leaveStay': '留下',
  'set.theme': '佈景主題',
} as const satisfies Record<keyof typeof english, Message>;
