// The Settings page.

import type { settings as english } from '../en/settings.ts';
import type { Message } from '../message.ts';

export const settings = {
  // Settings
  'set.title': '設定',
  'set.team': 'チーム',
  'set.teamMeta': 'すべてのデスクで共通。誰でも変更できます',
  'set.assignment': '割り当て',
  'set.queue': '先行時間',
  'set.queueMeta': '優先度が待ち時間のどれだけに当たるか',
  'set.you': 'あなた',
  'set.device': 'この端末',
  'set.capacity': '同時に担当する会話数',
  'set.capacityHint': 'この件数を担当している人には、どれかを終了するまで割り当てません。{bounds}',
  'set.unpickedMax': '同時に未対応でよい件数',
  'set.unpickedMaxHint': '一人につきこの件数まで対応開始を待ち、その次は別の人に割り当てます。{bounds}',
  'set.pickupTimeoutMs': '対応開始までの時間',
  'set.pickupTimeoutMsHint': '過ぎると、対応可の別の人に割り当てます。{bounds}',
  'set.awayGraceMs': '離席後の猶予',
  'set.awayGraceMsHint': '離席しても、対応前の会話はこの時間だけ本人に残ります。{bounds}',
  'set.headStartUrgentS': '緊急',
  'set.headStartHighS': '高',
  'set.headStartLowS': '低',
  'set.headStartHint': '「通常」を0とします。0より小さいと長く待ちます。{bounds}',
  'set.seconds': '秒',
  'set.bounds': '{least}から{greatest}まで。',
  'set.outOfBounds': '{least}から{greatest}までの整数を入力してください。元の値のままです。',
  'set.saved': 'この端末に保存しました。つながっているデスクにはすぐ届きます。',
  'set.yourName': 'あなたの名前',
  'set.yourNameHint': 'メンバーとお客様に表示されます。',
  'set.rename': '名前を保存',
  'set.renamed': '名前を{name}に変更しました。',
  'set.otherText': 'リンクで、別のブラウザーもあなたのものになります。名前もステータスも会話も同じです。',
  'set.otherShow': 'リンクを表示',
  'set.logOut': 'ログアウト',
  'set.logOutText': 'メンバーにはログアウトと表示されます。データはすべてこの端末に残ります。',
  'set.leave': 'このチームから抜ける',
  'set.leaveText': 'この端末にあるチームのデータを削除します。',
  'set.leaveTitle': '{team}から抜けますか？',
  'set.leaveCopies': {
    other: 'ほかの{n}台に、ここにあるすべての控えがあります。この端末の分は削除され、チームの分は残ります。',
  },
  'set.leaveLast':
    '今つながっている端末には控えがありません。今抜けると、この端末にしかないものは完全に失われます。メンバーがつながって同期するまで待つか、それでも抜けるかを選んでください。',
  'set.leaveDo': '抜けて削除',
  'set.leaveStay': 'やめる',
  'set.theme': 'テーマ',
} as const satisfies Record<keyof typeof english, Message>;
