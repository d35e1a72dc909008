// Everything that can be done by key or palette.

import type { acts as english } from '../en/acts.ts';
import type { Message } from '../message.ts';

export const acts = {
  'palette.open': '検索・操作',
  'act.ready': '対応可にする',
  'act.away': '離席にする',
  'act.logOut': 'ログアウト',
  'act.goTo': '{place}へ移動',
  'act.new': '新しい会話',
  'act.import': '会話を取り込む',
  'act.invite': 'メンバーを招待',
  'act.theme': 'テーマ：{theme}',
  'act.search': '検索',
  'act.shortcuts': 'ショートカットを表示',
  'act.next': '次の会話',
  'act.previous': '前の会話',
  'act.details': '詳細の表示・非表示',
  'act.reply': 'お客様に返信',
  'act.note': '内部メモを書く',
  'act.send': '入力した内容を送信',
  'act.pickUp': '対応開始',
  'act.takeOver': '引き継ぐ',
  'act.transfer': '転送',
  'act.return': 'キューに戻す',
  'act.close': '会話を終了',
} as const satisfies Record<keyof typeof english, Message>;
