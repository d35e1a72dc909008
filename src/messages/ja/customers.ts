// The settings of the page by which customers write to the team.

import type { Message } from '../message.ts';

export const customers = {
  'ask.title': 'お客様用ページ',
  'ask.meta': 'お客様からのメッセージを受けるリンクまたはコード',
  'ask.text':
    'お客様がリンクを開くかコードを読み取ると、チームに直接メッセージを送れます。ブラウザー間で暗号化されます。リンクからチームの情報は見えません。いつでも取り消せます。',
  'ask.name': 'リンクの名前',
  'ask.namePlaceholder': '店頭、ウェブサイト、レシート',
  'ask.make': 'リンクを作成',
  'ask.made': '作成しました。開いた人は誰でもメッセージを送れます。',
  'ask.link': 'お客様用リンク',
  'ask.snippet': 'ウェブサイト用',
  'ask.snippetText': 'この行をページに貼り付けてください。ボタンが表示され、押すと同じページが枠の中に開きます。',
  'ask.show': '表示',
  'ask.revoke': '取り消す',
  'ask.revokeTitle': '「{name}」を取り消しますか？',
  'ask.revokeText':
    'このリンクからは誰も連絡できなくなります。すでに使った人は手元の会話を読めますが、書き込めません。元に戻せません。',
  'ask.revokeDo': '取り消す',
  'ask.revokeKeep': '残す',
  'ask.print': '印刷用シート',
  'ask.open': 'ページを開く',
  'ask.none': 'リンクはまだありません。',
  'ask.code': 'リンク「{name}」のコード',
  'ask.local':
    'このデスクは {origin} で開いています。この端末からしか届きません。お客様が https で開けるアドレスでデスクを開き、そこでリンクを作成してください。',
  'ask.refused': { other: '起動してから {n} 件の接続要求を断りました。' },
} as const satisfies Record<string, Message>;
