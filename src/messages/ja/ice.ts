// STUN and TURN servers of the team.

import type { ice as english } from '../en/ice.ts';
import type { Message } from '../message.ts';

export const ice = {
  // STUN and TURN servers as a setting of the team
  'ice.title': '接続サーバー',
  'ice.meta': 'STUNとTURN。すべてのデスクで共通、初期状態はなし',
  'ice.text':
    '同じネットワーク内では、サーバーなしでデスク同士がつながります。ネットワークをまたぐときは、STUNサーバーがブラウザーに外部アドレスを教え、ほかに手段がないときはTURNサーバーが通信を中継します。',
  'ice.third':
    'どのサーバーにも運営者がいて、チームのネットワークアドレスとオンラインの時間、TURNサーバーなら送信量も知ることになります。通信は暗号化されており、内容は読まれません。招待リンクを持つ人はログイン情報も持ちます。',
  'ice.list': 'チームのサーバー',
  'ice.none': 'なし。第三者には接続しません。',
  'ice.withLogin': '{name}として',
  'ice.remove': '{url}を削除',
  'ice.removed': '{url}を削除しました。',
  'ice.url': 'アドレス',
  'ice.urlHint': 'stun:stun.example.org:3478 または turns:turn.example.org:5349',
  'ice.username': 'ユーザー名',
  'ice.credential': '認証情報',
  'ice.add': 'サーバーを追加',
  'ice.added': '保存しました。次の接続と新しい招待リンクから使われます。',
  'ice.test': 'このブラウザーでテスト',
  'ice.testing': '確認中です。最長3秒かかります。',
  'ice.found': 'このブラウザーへの経路：{kinds}。',
  'ice.foundNone': 'このブラウザーへの経路がありません。ネットワークを確認してください。',
  'ice.noRelay':
    'どのTURNサーバーからも中継を得られませんでした。アドレス、ポート、ユーザー名、認証情報を確認してください。',
  'ice.noOutside':
    'どのサーバーからも外部アドレスを得られませんでした。アドレスとポート、またはファイアウォールを確認してください。',
  'ice.works': 'サーバーは応答しています。',
  'ice.serverEmpty': 'アドレスがありません。stun:またはturn:で始まります。',
  'ice.serverKind': 'アドレスはstun:、stuns:、turn:、turns:のいずれかで始まり、スラッシュは付けません。',
  'ice.serverAddress': 'サーバーの名前やアドレスではありません。turn:turn.example.org:3478のように入力してください。',
  'ice.serverPort': 'ポートは1から65,535までの数です。',
  'ice.serverTransport': '疑問符の後に書けるのはtransport=udpかtransport=tcpだけで、TURNに限ります。',
  'ice.serverTooLong': 'アドレスが長すぎます。200文字以内にしてください。',
  'ice.serverNeedsLogin': 'TURNサーバーにはユーザー名と認証情報が必要です。',
  'ice.serverTakesNoLogin': 'STUNサーバーにユーザー名と認証情報は不要です。どちらも空にしてください。',
  'ice.serverLoginTooLong': 'ユーザー名か認証情報が長すぎます。256文字以内にしてください。',
  'ice.serverTwice': 'このサーバーはすでにあります。ログイン情報を変えるには、先に削除してください。',
  'ice.serversTooMany': 'チームのサーバーは8台までです。先にどれかを削除してください。',
} as const satisfies Record<keyof typeof english, Message>;
