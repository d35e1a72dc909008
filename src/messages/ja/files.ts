// What is said of files that go with messages.

import type { Message } from '../message.ts';
import type { files as english } from '../en/files.ts';

export const files = {
  'file.attach': 'ファイルを添付',
  'file.attached': 'この返信に添付するファイル',
  'file.reading': '読み込み中…',
  'file.remove': '{name}を外す',
  'file.show': '{name}を表示',
  'file.save': '{name}を保存',
  'file.saveThis': '保存',
  'file.coming': '{name}を受信中',
  'file.awaited': 'まだ届いていません。持っているメンバーに接続できたときに届きます。',
  'file.why.tooMany': '{name}は添付されませんでした。1つのメッセージに添付できるのは5個までです。',
  'file.why.empty': '{name}は空です。',
  'file.why.tooLarge': '{name}は5 MBを超えています。小さくして送るか、リンクを送ってください。',
  'file.why.program': '{name}はプログラムとして動くおそれがあります。プログラムは送れません。',
  'file.why.disguised': '{name}の中身は名前と一致しないため、送れません。',
  'file.why.unknownKind': '{name}の種類は送れません。画像、PDF、Office文書、テキスト、音声、動画を送れます。',
  'file.why.notKept': '{name}をこの端末に保存できませんでした。空きがないか、ブラウザーが保存を許可していません。',
  'file.why.notLoaded': '{name}を読み込めませんでした。移動または変更された可能性があります。',
} as const satisfies Record<keyof typeof english, Message>;
