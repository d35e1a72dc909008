// What the simulated people of a practice team say. All made up.

import type { PracticeTalk } from '../practice-dialogue.ts';

export const talk: PracticeTalk = {
  team: '練習團隊',
  me: '小安',
  welcome: '歡迎。這裡的顧客都是虛構的：請隨意回覆，任何內容都不會離開此分頁。',
  handOver: '可以請你接著處理嗎？我要離開一下。',
  colleagues: ['敏敏', '柏文', '思涵'],
  dialogues: [
    {
      customer: '許家瑜',
      subject: '單車燈一直閃',
      channel: 'chat',
      priority: 'high',
      says: ['您好，春天買的車燈一遇到顛簸就閃，是接觸不良嗎？', '對，後面的線會稍微晃動。', '好了，謝謝您。'],
      replies: [
        '許小姐您好，可能是後方的插頭鬆了。碰它的時候會動嗎？',
        '請往內推到聽見喀一聲。如果還會閃，我寄一條新的線給您。',
      ],
    },
    {
      customer: '方志成',
      subject: '訂單 1184 的發票',
      channel: 'email',
      priority: 'normal',
      says: ['早安，可以再寄一次訂單 1184 的發票嗎？', '收到了，謝謝。'],
      replies: ['早安，已寄到訂單上的信箱。'],
    },
    {
      customer: '森愛子',
      subject: '雨罩有貨了嗎？',
      channel: 'chat',
      priority: 'normal',
      says: ['請問黃色雨罩有貨了嗎？', '那我要一個。', '太好了。'],
      replies: ['您好，今天早上到了十一個。', '已為您保留到星期五，付款連結在您的信箱。'],
    },
    {
      customer: '羅詩婷',
      subject: '更改地址',
      channel: 'email',
      priority: 'low',
      says: ['我搬家了，以後請都寄到運河街 4 號。', '對，訂閱也要改。'],
      replies: ['已更改。訂閱也寄到新地址嗎？', '訂閱也改好了。祝您新居愉快。'],
    },
    {
      customer: '藍柏翰',
      subject: '包裹送達時已拆開',
      channel: 'chat',
      priority: 'urgent',
      says: ['包裹送到時是開的，少了打氣筒。', '只少打氣筒，其他都在。', '真快，謝謝。'],
      replies: ['很抱歉。還有少其他東西嗎？', '今天就寄出新的打氣筒，您不需要寄回任何東西。'],
    },
    {
      customer: '何若寧',
      subject: '該選哪個尺寸？',
      channel: 'chat',
      priority: 'normal',
      says: ['頭圍 57 公分，安全帽選 M 可以嗎？', '那我選 M。'],
      replies: ['M 適合 55 到 59 公分，應該合適。30 天內都能更換。'],
    },
  ],
};
