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
  'ask.sheet': '印刷用シート',
  'ask.sheet.title': '窓口用シート',
  'ask.sheet.sentence': 'コードを読み取るか、アドレスを開いて、メッセージをお送りください。',
  'ask.sheet.paper': 'A4で1ページです。リンクにチームの秘密は含まれません。',
  'ask.sheet.print': '印刷',
  'ask.sheet.tooLong': 'リンクが長すぎてコードにできません。',
  'ask.demo': 'ページで試す',
  'ask.address': 'お客様用のアドレス',
  'ask.address.hint':
    'httpsで、このデスクのサーバーにつながるアドレスです（トンネルやホスト名など）。リンクとコードに入ります。チーム全体に適用されます。お客様が皆さんと同じアドレスで開ける場合は空のままにしてください。',
  'ask.address.save': '保存',
  'ask.address.saved':
    '保存しました。これからのリンクとコードに入ります。配布済みのものはこれまでのアドレスのままです。',
  'ask.address.notAddress': 'アドレスではありません。https://desk.example.org のように入力してください。',
  'ask.address.notHttps':
    'ブラウザーはhttpsでしかお客様の書き込みを許しません。https://で始まるアドレスを入力してください。',
  'ask.address.onlyHere': 'このアドレスにはこの端末しかつながりません。お客様がつながるアドレスを入力してください。',
  'ask.open': 'ページを開く',
  'ask.code': 'リンク「{name}」のコード',
  'ask.local':
    'このデスクは{origin}で開いており、この端末からしかつながりません。リンクの下の「お客様用のアドレス」に、お客様がつながるアドレスを入力してください。',
  'ask.refused': { other: '起動してから {n} 件の接続要求を断りました。' },
} as const satisfies Record<string, Message>;
