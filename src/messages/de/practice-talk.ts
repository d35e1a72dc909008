// What the simulated people of a practice team say. All made up.

import type { PracticeTalk } from '../practice-dialogue.ts';

export const talk: PracticeTalk = {
  team: 'Übungsteam',
  me: 'Robin',
  welcome: 'Willkommen. Die Kunden hier sind erfunden: Antworten Sie, wie Sie mögen, nichts verlässt diesen Tab.',
  handOver: 'Können Sie das zu Ende bringen? Ich muss kurz weg.',
  colleagues: ['Mina', 'Paul', 'Sofia'],
  dialogues: [
    {
      customer: 'Lena Hartwig',
      subject: 'Meine Fahrradlampe flackert',
      channel: 'chat',
      priority: 'high',
      says: [
        'Guten Tag, die Lampe vom Frühjahr flackert bei jeder Unebenheit. Ist das ein Wackelkontakt?',
        'Ja, das Kabel hinten bewegt sich etwas.',
        'Das war es, vielen Dank.',
      ],
      replies: [
        'Guten Tag Frau Hartwig, das klingt nach dem Stecker hinten. Bewegt er sich, wenn Sie ihn berühren?',
        'Drücken Sie ihn bitte hinein, bis er klickt. Flackert es dann noch, schicke ich Ihnen ein neues Kabel.',
      ],
    },
    {
      customer: 'Tom Ferris',
      subject: 'Rechnung zu Bestellung 1184',
      channel: 'email',
      priority: 'normal',
      says: ['Guten Morgen, könnte ich die Rechnung zu Bestellung 1184 noch einmal bekommen?', 'Ist da, danke.'],
      replies: ['Guten Morgen Herr Ferris, sie ist unterwegs an die Adresse der Bestellung.'],
    },
    {
      customer: 'Aiko Mori',
      subject: 'Ist der Regenschutz wieder da?',
      channel: 'chat',
      priority: 'normal',
      says: ['Hallo, gibt es den gelben Regenschutz wieder?', 'Dann nehme ich bitte einen.', 'Wunderbar.'],
      replies: [
        'Hallo Frau Mori, heute früh sind elf gekommen.',
        'Einer liegt bis Freitag für Sie bereit; der Link zum Bezahlen ist in Ihrer Mail.',
      ],
    },
    {
      customer: 'Rosa Delgado',
      subject: 'Neue Adresse',
      channel: 'email',
      priority: 'low',
      says: ['Ich bin umgezogen. Bitte schicken Sie ab jetzt alles in die Kanalstraße 4.', 'Ja, das Abonnement auch.'],
      replies: ['Erledigt. Soll das Abonnement auch dorthin gehen?', 'Ist ebenfalls geändert. Guten Start dort.'],
    },
    {
      customer: 'Peter Lang',
      subject: 'Paket kam offen an',
      channel: 'chat',
      priority: 'urgent',
      says: [
        'Das Paket kam offen an, und die Pumpe fehlt.',
        'Nur die Pumpe. Der Rest ist in Ordnung.',
        'Prima, das ging schnell.',
      ],
      replies: [
        'Das tut mir leid. Fehlt sonst noch etwas?',
        'Heute geht eine neue Pumpe raus. Zurückschicken müssen Sie nichts.',
      ],
    },
    {
      customer: 'Noor Haddad',
      subject: 'Welche Größe passt?',
      channel: 'chat',
      priority: 'normal',
      says: ['Passt der Helm in M bei 57 cm?', 'Dann probiere ich M.'],
      replies: ['M passt für 55 bis 59 cm, also ja. Umtauschen können Sie 30 Tage lang.'],
    },
  ],
};
