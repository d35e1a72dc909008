// What the simulated people of a practice team say. All made up.

import type { PracticeTalk } from '../practice-dialogue.ts';

export const talk: PracticeTalk = {
  team: 'Practice team',
  me: 'Robin',
  welcome: 'Welcome. The customers here are made up: answer as you like, nothing leaves this tab.',
  handOver: 'Could you finish this one? I have to step out.',
  colleagues: ['Mina', 'Paul', 'Sofia'],
  dialogues: [
    {
      customer: 'Lena Hartwig',
      subject: 'My bicycle lamp flickers',
      channel: 'chat',
      priority: 'high',
      says: [
        'Hello, the lamp I bought in spring flickers on every bump. Is that a loose contact?',
        'Yes, the cable at the back moves a little.',
        'That did it, thank you.',
      ],
      replies: [
        'Hello Lena, that sounds like the plug at the back. Does it move when you touch it?',
        'Push it in until it clicks, please. If it still flickers I will send you a new cable.',
      ],
    },
    {
      customer: 'Tom Ferris',
      subject: 'Invoice for order 1184',
      channel: 'email',
      priority: 'normal',
      says: ['Good morning, could I have the invoice for order 1184 once more?', 'Received, thanks.'],
      replies: ['Good morning Tom, it is on its way to the address of the order.'],
    },
    {
      customer: 'Aiko Mori',
      subject: 'Is the rain cover in stock?',
      channel: 'chat',
      priority: 'normal',
      says: ['Hi, is the yellow rain cover in stock again?', 'Then I will take one, please.', 'Perfect.'],
      replies: [
        'Hi Aiko, eleven came in this morning.',
        'One is set aside for you until Friday; the link to pay is in your mail.',
      ],
    },
    {
      customer: 'Rosa Delgado',
      subject: 'Change of address',
      channel: 'email',
      priority: 'low',
      says: ['I have moved. Please send everything to 4 Canal Street from now on.', 'Yes, the subscription too.'],
      replies: ['Done. Should the subscription go there as well?', 'That is changed too. Have a good start there.'],
    },
    {
      customer: 'Peter Lang',
      subject: 'Parcel arrived open',
      channel: 'chat',
      priority: 'urgent',
      says: [
        'The parcel arrived open and the pump is missing.',
        'Just the pump. The rest is fine.',
        'Great, that was quick.',
      ],
      replies: [
        'I am sorry about that. Is anything else missing?',
        'A new pump leaves today. You need not send anything back.',
      ],
    },
    {
      customer: 'Noor Haddad',
      subject: 'Which size fits?',
      channel: 'chat',
      priority: 'normal',
      says: ['Is the helmet in M right for 57 cm?', 'I will try M then.'],
      replies: ['M fits 55 to 59 cm, so it should. You can exchange it within 30 days.'],
    },
  ],
};
