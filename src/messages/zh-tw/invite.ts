// The invite sheet: for whom a link is, what it means, what it holds.

import type { invite as english } from '../en/invite.ts';
import type { Message } from '../message.ts';

export const invite = {
  'invite.title': '邀請加入{team}',
  'invite.for': '給誰',
  'invite.forTeammate': '給同事',
  'invite.forMe': '給我的另一部裝置',
  'invite.meansTeammate': '持有此連結的人就是團隊成員，可讀取全部內容。請像密碼一樣傳送。',
  'invite.meansMe': '開啟此連結的人就是您：相同名字、相同狀態、相同對話。請勿讓任何人看到。',
  'invite.linkTeammate': '邀請連結',
  'invite.linkMe': '供您另一部裝置使用的連結',
  'invite.picture': '連結的 QR 碼',
  'invite.scan': '或用手機相機掃描。',
  'invite.tooLong': '連結太長，無法做成 QR 碼。請複製連結，或在設定中移除部分伺服器。',
  'invite.onlyHere':
    '連結會開啟 {host}，在每部裝置上都指該裝置本身。請每位同事在自己的電腦執行 npm start，再把連結貼上；手機則需要 https 位址。',
  'invite.meet': { other: '各工作台在此位址會合，連結中已包含：' },
  'invite.meetNowhere': '連結不含會合點：各工作台只能在此頁面的來源處找到彼此。',
  'invite.servers': { other: '其中也包含設定裡 {n} 部伺服器的登入資料。' },
  'invite.print': '列印',
} as const satisfies Record<keyof typeof english, Message>;
