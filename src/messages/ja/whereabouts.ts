// Where the data is: devices, backup, export.

import type { whereabouts as english } from '../en/whereabouts.ts';
import type { Message } from '../message.ts';

export const whereabouts = {
  'where.title': 'データの保存場所',
  'where.meta': 'チームの端末だけにあり、ほかにはありません。',
  'where.thisDevice': 'このブラウザー',
  'where.deviceOf': '{name}さんの端末',
  'where.deviceOfNobody': '誰もログインしていない端末',
  'where.inStep': '今すべてを持っています',
  'where.upTo': '{time}の時点ですべてを持っていました',
  'where.unknown': 'このブラウザーと同時に見えたことがありません',
  'where.keeps': '表示中のすべてを持っています',
  'where.keptUpTo': '不完全です。足りない分はメンバーから届きます',
  'where.devices': '端末と保存内容',
  'where.persistent': 'このブラウザーは、あなたが削除するまでデータを保持すると約束しています。',
  'where.evictable':
    'ディスクが一杯になると、このブラウザーはデータを削除することがあります。保持を求めましたが断られました。デスクをインストールするか、数日使ってからもう一度求めてください。それまではバックアップを取っておいてください。',
  'where.persistUnknown': 'このブラウザーがデータを削除するかどうかは不明です。バックアップを取っておいてください。',
  'where.askAgain': 'もう一度求める',
  'where.saysYes': 'これからはデータが保持されます。',
  'where.saysNo': 'また断られました。バックアップを取っておいてください。',
  'where.room': '{total}中{used}を使用',
  'where.roomUsed': '{used}を使用',
  'where.twice': 'このブラウザーには二重に保存されています：データベースと、それとは別のファイル（{size}）。',
  'where.copyFull': 'このブラウザーの2つ目の控えは空き容量を待っています。このデバイスの空きを増やしてください。',
  'where.once': 'このブラウザーには2つ目の控えを置く場所がありません。バックアップを取っておいてください。',
  'where.damage': { other: '保存された記録{n}件が壊れていたため取り分けました。メンバーの控えで補われます。' },
  'where.broughtBack': { other: '壊れた記録{n}件を、ここにある古い控えで置き換えました。' },
  'where.incomplete': '後の作業の前提となるものが、ここには足りません。メンバーの控えとともに届きます。',
  'where.files': {
    other: 'メッセージの添付ファイル{n}件のうち{here}件がここにあります（{size}）。残りはほかのメンバーから届きます。',
  },
  'backup.text':
    'チームのすべて（メッセージの添付ファイルを除く）を1つのファイルに、パスフレーズで暗号化して保存します。',
  'backup.never': 'このブラウザーではまだバックアップを作成していません。',
  'backup.last': '前回のバックアップ：{time}。',
  'backup.make': 'バックアップを作成',
  'backup.restore': 'バックアップから復元',
  'backup.passphrase': 'パスフレーズ',
  'backup.passphraseHint': '{n}文字以上。これがないと誰もバックアップを開けず、思い出す手段もありません。',
  'backup.again': 'パスフレーズ（確認）',
  'backup.mismatch': '2つのパスフレーズが一致しません。',
  'backup.working': '処理中…',
  'backup.made': 'バックアップをダウンロードに保存しました。この端末とは別の場所に保管してください。',
  'backup.file': 'バックアップファイル',
  'backup.noFile': '先にバックアップファイルを選んでください。',
  'backup.restoreText': 'バックアップにあってこの端末にないものを追加します。何も上書きされません。',
  'backup.restoreDo': '復元',
  'backup.restored': { other: '{time}のバックアップから{n}件の記録を復元しました。' },
  'backup.nothingNew': '{time}のバックアップの内容は、すべてすでにここにあります。',
  'daily.off': 'デスクを開いている間、毎日このコンピューターのフォルダーにバックアップを作成します。',
  'daily.on': '毎日「{folder}」にバックアップを保存します。最新の7件を残します。',
  'daily.needsAccess': '「{folder}」に書き込む前に、ブラウザーがもう一度許可を求めています。',
  'daily.failing':
    '前回のバックアップを「{folder}」に書き込めませんでした。フォルダーの有無とディスクの空きを確認してください。',
  'daily.unsupported':
    'このブラウザーではページからフォルダーに書き込めません。ときどき手動でバックアップを作成してください。',
  'daily.start': '毎日バックアップ',
  'daily.choose': 'フォルダーを選択',
  'daily.allow': '許可',
  'daily.stop': '停止',
  'daily.started': '最初のバックアップを「{folder}」に保存しました。',
  'daily.declined': 'フォルダーが選択されませんでした。',
  'daily.text':
    '別の場所にも複製されるフォルダーが最適です。パスフレーズは保存されません。どのバックアップにも必要なので、控えておいてください。',
  'export.text': 'ほかのプログラム用の会話ファイルです。暗号化されません。',
  'export.csv': 'CSVを書き出す',
  'export.jsonl': 'JSON Linesを書き出す',
  'backupFault.passphraseShort': 'パスフレーズが短すぎます。12文字以上、できればいくつかの単語にしてください。',
  'backupFault.notABackup':
    'これはDeskmeshのバックアップではありません。名前が「.backup」で終わるファイルを選んでください。',
  'backupFault.newerBackup':
    'このバックアップは新しいバージョンのDeskmeshで作られました。デスクを更新してから復元してください。',
  'backupFault.truncatedBackup': 'ファイルの末尾が欠けています。保管場所からもう一度コピーしてください。',
  'backupFault.damagedBackup': 'このファイルは作成後に壊れたため、何も取り込みませんでした。別の控えをお試しください。',
  'backupFault.otherTeam': 'これは別のチームのバックアップです。先にそのチームを開いて、そこで復元してください。',
  'backupFault.wrongPassphrase':
    'このバックアップのパスフレーズではありません。大文字・小文字と空白を確認して、もう一度お試しください。',
  'backupFault.tooLarge': 'バックアップにしては大きすぎるため、読み取りませんでした。別のファイルを選んでください。',
  'backupFault.noEncryption':
    'このアドレスは安全でないため、ブラウザーが暗号化できません。localhostまたはhttpsのアドレスでデスクを開いてください。',
  'backupFault.notSaved':
    '記録は画面にありますが、ここに保存できませんでした。空きを作ってから、もう一度復元してください。',
} as const satisfies Record<keyof typeof english, Message>;
