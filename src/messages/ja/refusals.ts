// What was refused or does not work, and what to do.

import type { refusals as english } from '../en/refusals.ts';
import type { Message } from '../message.ts';

export const refusals = {
  // Refusals: what happened, then what to do
  'refusal.notFound': 'この会話はまだこの端末にありません。メンバーにつながってから、もう一度お試しください。',
  'refusal.closed': 'この会話は終了しています。お客様から新しいメッセージが届くと再開します。',
  'refusal.notClosed': 'この会話はまだ終了していません。先に終了してください。',
  'refusal.notHeldByYou': 'この会話はもうあなたの担当ではありません。続けるには引き継いでください。',
  'refusal.alreadyYours': 'この会話はすでにあなたの担当です。',
  'refusal.notOffered': 'この会話はもうあなたに割り当てられていません。引き継ぐか、今の担当者に任せてください。',
  'refusal.alreadyWaiting': 'この会話はすでにキューにあります。',
  'refusal.unknownAgent':
    'この端末はその担当者をまだ知りません。別の人を選ぶか、デスク同士がつながるのをお待ちください。',
  'refusal.empty': 'まだ何も入力されていません。先に入力してください。',
  'refusal.tooLong': '長すぎます。上限は100,000文字です。短くするか、分けて送信してください。',
  'refusal.notSupervisor': 'これができるのはスーパーバイザーだけです。スーパーバイザーに依頼してください。',
  'refusal.outOfBounds': 'その値は許される範囲を超えています。元の値のままです。',
  'refusal.notConnectedYet': 'まだどのメンバーにもつながっていません。一度同期すると使えるようになります。',
  'refusal.logLoading':
    '記録を読み込み中のため、何も行われませんでした。少し待ってからもう一度お試しください。書いた内容は残っています。',
  'hindrance.insecureOrigin':
    'このアドレスは安全でないため、ブラウザーが暗号化を提供しません。このパソコンでnpm startを実行し、表示されるlocalhostのアドレスを開いてください。',
  'hindrance.webrtcAbsent':
    'このブラウザーはほかのブラウザーに接続できません（WebRTCがないか無効です）。新しいブラウザーをお使いください。それまでは単独での作業になります。',
  'hindrance.storageBlocked':
    'このブラウザーでは何も保存できません（プライベートモードかもしれません）。このタブを閉じるとすべて失われます。通常のウィンドウでデスクを開いてください。',
  'hindrance.storageFull':
    '保存領域が一杯です。新しい内容はこのタブと、つながっている同僚のところにしかありません。' +
    'タブを開いたまま、この端末の空きを増やしてください。そのあと自動で保存されます。',
  'hindrance.storageFailing':
    'ブラウザーが保存できませんでした。新しい内容はこのタブと、つながっている同僚のところにしかありません。' +
    'タブを開いたままにしてください。保存は自動でやり直されます。',
  'hindrance.storageClosed':
    'ブラウザーがデスクの保存領域を閉じました。今の作業はこのタブを閉じるまでしか残りません。ページを再読み込みしてください。',
  'hindrance.storageOutdated':
    '別のタブで新しいバージョンのDeskmeshが開いており、独自の形式で保存しています。このタブを再読み込みして更新してください。それまでここには何も保存されません。',
  'hindrance.storageRescued':
    'このブラウザーは保存データを失っていましたが、ここにある2つ目の控えから元に戻しました。そのまま続けて、バックアップも作成してください。',
  'hindrance.rendezvousUnreachable':
    '合流点につながりません。接続中の人はそのままです。復旧すると、新しく来た人があなたを見つけられます。',
  'hindrance.meshNotLoaded':
    'ほかのデスクとつながる部分を読み込めませんでした。新しいバージョンに入れ替え中かもしれません。それまでは単独での作業になります。自動で再試行し、作業内容はすべてここに残ります。',
  'fault.corrupt':
    '保存された記録の一部が読めず、取り分けました。残りは無事です。足りない分はメンバーの控えで補われます。',
  'fault.peerMisbehaved': 'ある端末から読めないデータが届いたため、切断しました。あなたのデータに影響はありません。',
} as const satisfies Record<keyof typeof english, Message>;
