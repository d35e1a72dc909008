// A new conversation, a transfer.

import type { dialogs as english } from '../en/dialogs.ts';
import type { Message } from '../message.ts';

export const dialogs = {
  // New conversation
  'new.title': '新しい会話',
  'new.subtitle': 'キューに入り、対応可の人に割り当てられます。',
  'new.customer': 'お客様',
  'new.subject': '件名',
  'new.message': 'メッセージ',
  'new.channel': '経路',
  'new.priority': '優先度',
  'new.add': 'キューに追加',
  'new.added': 'キューに追加しました：{subject}',
  'new.problem.customerEmpty': 'お客様の名前を入力してください。',
  'new.problem.customerTooLong': '名前は{max}文字以内です。',
  'new.problem.subjectEmpty': '用件を短く入力してください。',
  'new.problem.subjectTooLong': '件名は{max}文字以内です。',
  'new.problem.messageEmpty': 'お客様の言葉を入力してください。',
  'new.problem.messageTooLong': 'メッセージは{max}文字以内です。短くするか、分けて追加してください。',
  'new.problem.channelEmpty': 'お客様の連絡経路を選んでください。',
  'new.problem.channelTooLong': '経路は{max}文字以内です。',
  'new.problem.priorityUnknown': '一覧から優先度を選んでください。',
  'new.channel.phone': '電話',
  'new.channel.counter': '窓口',
  'new.channel.email': 'メール',
  'new.channel.other': 'その他',
  'new.timer.phone': '通話時間：{time}',
  'new.timer.counter': '窓口での時間：{time}',

  // Transfer
  'transfer.title': '転送先',
  'transfer.about': '{customer}：{subject}',
  'transfer.agents': '担当者',
  'transfer.note': '{name}さんへのメモ',
  'transfer.noteFor': '転送先へのメモ',
  'transfer.do': '{name}さんに転送',
  'transfer.choose': '転送',
  'transfer.chooseReason': '先に担当者を選んでください。',
  'transfer.atOnce': '{name}さんにすぐ通知されます。',
  'transfer.atLogin': '{name}さんはログイン時に気づきます。',
  'transfer.done': '{name}さんに転送しました：{subject}',
  'transfer.since': '{since}から{status}',
  'transfer.sinceOut': '{since}から。ログイン時に気づきます',
  'transfer.neverHere': 'ログイン時に気づきます',
} as const satisfies Record<keyof typeof english, Message>;
