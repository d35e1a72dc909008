// What the simulated people of a practice team say. All made up.

import type { PracticeTalk } from '../practice-dialogue.ts';

export const talk: PracticeTalk = {
  team: '練習チーム',
  me: 'ひかり',
  welcome: 'ようこそ。ここのお客様は架空です。自由に返信してください。このタブの外には何も出ません。',
  handOver: '続きをお願いできますか。少し席を外します。',
  colleagues: ['みな', '健太', 'さおり'],
  dialogues: [
    {
      customer: '小林 玲奈',
      subject: '自転車のライトがちらつく',
      channel: 'chat',
      priority: 'high',
      says: [
        'こんにちは。春に買ったライトが、段差のたびにちらつきます。接触不良でしょうか。',
        'はい、後ろのケーブルが少し動きます。',
        '直りました。ありがとうございます。',
      ],
      replies: [
        '小林様、後ろの差し込みが原因かもしれません。触ると動きますか。',
        'カチッというまで押し込んでください。まだちらつくようでしたら、新しいケーブルをお送りします。',
      ],
    },
    {
      customer: '山本 徹',
      subject: '注文1184の請求書',
      channel: 'email',
      priority: 'normal',
      says: ['おはようございます。注文1184の請求書をもう一度いただけますか。', '受け取りました。'],
      replies: ['おはようございます。ご注文時の宛先にお送りしました。'],
    },
    {
      customer: '森 愛子',
      subject: 'レインカバーの在庫',
      channel: 'chat',
      priority: 'normal',
      says: ['黄色のレインカバーは再入荷しましたか。', 'では1つお願いします。', '助かります。'],
      replies: [
        'はい、今朝11点入荷しました。',
        '金曜日まで1点お取り置きしました。お支払いのリンクはメールをご覧ください。',
      ],
    },
    {
      customer: '清水 桜',
      subject: '住所の変更',
      channel: 'email',
      priority: 'low',
      says: ['引っ越しました。今後は運河町4番地に送ってください。', 'はい、定期便もお願いします。'],
      replies: ['承りました。定期便も同じご住所でよろしいですか。', 'そちらも変更しました。'],
    },
    {
      customer: '岡田 誠',
      subject: '荷物が開いて届いた',
      channel: 'chat',
      priority: 'urgent',
      says: [
        '荷物が開いた状態で届き、ポンプがありません。',
        'ポンプだけです。ほかは大丈夫です。',
        '早い対応で助かりました。',
      ],
      replies: [
        '申し訳ございません。ほかに足りないものはありますか。',
        '本日、新しいポンプを発送します。返送は不要です。',
      ],
    },
    {
      customer: '村上 望',
      subject: '合うサイズは',
      channel: 'chat',
      priority: 'normal',
      says: ['頭囲57cmならヘルメットはMで合いますか。', 'ではMにします。'],
      replies: ['Mは55から59cm用ですので合うはずです。30日以内なら交換できます。'],
    },
  ],
};
