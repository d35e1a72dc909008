// The people of the pictures and what they say, all made up: a small team that sells coffee grinders.

export interface Talk {
  readonly customer: string;
  readonly subject: string;
  readonly channel: 'chat' | 'email';
  /** In turn: the customer, the agent, the customer. */
  readonly says: readonly string[];
}

/** Those who are there with a browser of their own. */
export const THERE = ['Hana', 'Jonas', 'Amara', '偉倫', 'Priya'] as const;
/** Those whom the log alone knows. */
export const ELSEWHERE = ['Tomás', 'Ingrid', 'Noor', '美咲', 'Matteo', 'Zeynep', 'Aleksandra Wiśniewska'] as const;

export const TALKS: readonly Talk[] = [
  {
    customer: 'Daniel Okafor',
    subject: 'Grinder jams on light roasts',
    channel: 'chat',
    says: [
      'Hi, my N2 started jamming yesterday. Medium roasts are fine, but with the light Ethiopia it stops after two or three seconds and just hums. I already cleaned the burrs. Order NL-20391, bought in August.',
      'Thanks Daniel. The hum is the overload guard, so the motor is safe: the first notch is too tight for hard beans. Could you open it to 14 and run ten grams?',
      'At 14 it runs, but now there is a scraping sound.',
    ],
  },
  {
    customer: '林雅婷',
    subject: '顯示已送達但沒收到包裹',
    channel: 'chat',
    says: [
      '管理員說今天沒有任何包裹，可是網站顯示已經送達。',
      '您好，我馬上向物流公司查詢，請問方便提供訂單編號嗎？',
      'NL-20418，麻煩了。',
    ],
  },
  {
    customer: 'Marta Kowalska',
    subject: 'Invoice needs our VAT number',
    channel: 'email',
    says: [
      'Our bookkeeper cannot book the invoice without our VAT number on it. It is PL 525 000 19 41.',
      'Good afternoon Marta, the corrected invoice is attached to the order page now.',
      'Found it, thank you.',
    ],
  },
  {
    customer: '黃柏翰',
    subject: '訂閱想改成兩週一次',
    channel: 'chat',
    says: ['下一次出貨是星期一嗎？我想改成兩週一次。', '沒問題，已經改成兩週一次，下次出貨是三十日。', '謝謝！'],
  },
  {
    customer: 'Oliver Brandt',
    subject: 'Do N2 burrs fit the N1?',
    channel: 'email',
    says: [
      'I found a used N1 and wonder whether the burrs of the N2 fit into it.',
      'They do, with the spacer that comes with the set.',
      'Great, I will order one.',
    ],
  },
  {
    customer: 'Grace Whitfield',
    subject: 'Beans arrived stale',
    channel: 'email',
    says: [
      'The bag says roasted in March. Is that a mistake on the label or are the beans that old?',
      'That bag should not have left us. A fresh one goes out today, please keep the other.',
      'That is kind, thank you.',
    ],
  },
  {
    customer: '吳佩珊',
    subject: '發票統編打錯了',
    channel: 'email',
    says: ['發票上的統一編號打錯了，可以重開嗎？', '可以，請告訴我們正確的統一編號。', '12345675。'],
  },
  {
    customer: 'Emma Lindqvist',
    subject: 'Refund for order NL-20377',
    channel: 'email',
    says: [
      'The kettle went back two weeks ago and I have not seen the money yet.',
      'It was sent yesterday; the bank confirms it within three days.',
      'I will look on Friday then.',
    ],
  },
  {
    customer: 'Sofia Marino',
    subject: 'Wrong size of filter papers',
    channel: 'chat',
    says: [
      'I ordered size 2 and got size 4. Can I swap them?',
      'Of course. Size 2 goes out today, keep the others for a friend.',
      'You are the best.',
    ],
  },
  {
    customer: '張怡君',
    subject: '想取消今天的訂單',
    channel: 'chat',
    says: ['剛剛下單下錯了，可以取消嗎？', '已經取消，款項三天內退回。', '太好了。'],
  },
  {
    customer: 'عمر الحداد',
    subject: 'هل تشحنون إلى عمّان؟',
    channel: 'email',
    says: ['أود طلب المطحنة N2، هل تشحنون إلى عمّان؟', 'نعم، خلال سبعة أيام.', 'ممتاز، شكراً.'],
  },
  {
    customer: 'Benedikt von Hohenzollern-Sigmaringen',
    subject: 'Replacement hopper lid for the N1, and whether the old one can be repaired',
    channel: 'email',
    says: [
      'The lid of my hopper has a crack from edge to edge. Is there a spare part?',
      'There is, and it fits every N1. Shall I send one?',
      'Please do.',
    ],
  },
  {
    customer: '佐藤健一',
    subject: 'ミルの音が大きいです',
    channel: 'chat',
    says: ['昨日から音がとても大きくなりました。', '刃の掃除を一度お試しいただけますか。', '静かになりました。'],
  },
  {
    customer: 'Fatima El Idrissi',
    subject: 'Gift card not accepted at checkout',
    channel: 'chat',
    says: [
      'The code of my gift card is refused every time. It ends in 7 Q.',
      'It was not switched on; it works now. Sorry for the trouble.',
      'It went through.',
    ],
  },
  {
    customer: 'Lucas Pereira',
    subject: 'Descaling: which acid is safe?',
    channel: 'chat',
    says: [
      'Can I descale the kettle with vinegar, or does that hurt the seal?',
      'Citric acid is kinder to it: one spoon in a litre.',
      'Will do.',
    ],
  },
];

/** Further customers, by the language in which they write; who is none of these is called as in the talk. */
export const NAMES: Readonly<Record<'latin' | 'han', readonly string[]>> = {
  latin: [
    'Nadia Petrova',
    'Tom Ferris',
    'Aoife Byrne',
    'Rafael Ortiz',
    'Greta Hansen',
    'Samuel Osei',
    'Clara Dupont',
    'Yusuf Demir',
    'Ingrid Solberg',
    'Paolo Ricci',
    'Hannah Weiss',
    'Liam Murphy',
    'Eszter Nagy',
    'Ana Costa',
    'Viktor Novak',
    'Ruth Adeyemi',
    'Jan de Vries',
    'Maya Cohen',
    'Piotr Zieliński',
    'Elena Popescu',
    'Kofi Mensah',
  ],
  han: ['王淑芬', '李建宏', '蔡宜蓁', '許家豪', '鄭雅文', '謝承恩', '周美玲', '曾冠宇', '賴怡安'],
};

export const ROOM: readonly (readonly [name: string, text: string])[] = [
  ['Jonas', 'Carriers of lot 0831 sit 0.2 mm proud. We replace those without asking for the old part.'],
  ['Amara', 'I have twelve of the new ones on the shelf.'],
  ['偉倫', '物流說今天下午的貨會晚兩個小時到。'],
  ['Priya', 'Lunch in ten minutes, could somebody have an eye on the e-mails?'],
  ['Hana', 'I take them. @Jonas could you look at the VAT question?'],
  ['Jonas', 'On it.'],
];
