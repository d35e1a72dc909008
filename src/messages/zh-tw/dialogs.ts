// A new conversation, a transfer.

import type { dialogs as english } from '../en/dialogs.ts';
import type { Message } from '../message.ts';

export const dialogs = {
  // New conversation
  'new.title': '新對話',
  'new.subtitle': '對話會進入佇列，並分派給就緒的人。',
  'new.customer': '客戶',
  'new.subject': '主旨',
  'new.message': '訊息',
  'new.channel': '管道',
  'new.priority': '優先等級',
  'new.add': '加入佇列',
  'new.added': '已進入佇列：{subject}',
  'new.problem.customerEmpty': '請輸入客戶是誰。',
  'new.problem.customerTooLong': '名稱最多 {max} 個字元。',
  'new.problem.subjectEmpty': '請用幾個字說明主旨。',
  'new.problem.subjectTooLong': '主旨最多 {max} 個字元。',
  'new.problem.messageEmpty': '請輸入客戶說了什麼。',
  'new.problem.messageTooLong': '訊息最多 {max} 個字元。請縮短，或分成數則新增。',
  'new.problem.channelEmpty': '請選擇客戶的聯絡管道。',
  'new.problem.channelTooLong': '管道名稱最多 {max} 個字元。',
  'new.problem.priorityUnknown': '請從清單選擇優先等級。',
  'new.channel.phone': '電話',
  'new.channel.counter': '臨櫃',
  'new.channel.email': '電子郵件',
  'new.channel.other': '其他',
  'new.timer.phone': '通話時間：{time}',
  'new.timer.counter': '臨櫃時間：{time}',

  // Transfer
  'transfer.title': '轉交給',
  'transfer.about': '{customer}：{subject}',
  'transfer.agents': '專員',
  'transfer.note': '給 {name} 的備註',
  'transfer.noteFor': '給接收者的備註',
  'transfer.do': '轉交給 {name}',
  'transfer.choose': '轉交',
  'transfer.chooseReason': '請先選擇專員。',
  'transfer.atOnce': '{name} 會立即收到通知。',
  'transfer.atLogin': '{name} 登入時會看到。',
  'transfer.done': '已轉交給 {name}：{subject}',
  'transfer.since': '{status}，自 {since} 起',
  'transfer.sinceOut': '自 {since} 起登出；登入時會看到',
  'transfer.neverHere': '登入時會看到',
} as const satisfies Record<keyof typeof english, Message>;
