// The start page, and what comes before a desk.

import type { start as english } from '../en/start.ts';
import type { Message } from '../message.ts';

export const start = {
  // Start
  'start.title': 'Ein Servicedesk, der in den Browsern des Teams läuft',
  'start.lead':
    'Gespräche gehen an alle, die bereit sind. Ist es niemand, warten sie, und niemandem wird etwas weggenommen. Kein Server hält etwas davon: Jeder Desk hat alles und arbeitet auch ohne Netz.',
  'start.short': 'Gespräche gehen an alle, die bereit sind. Kein Server hält etwas davon.',
  'start.way': 'Anmelden, Team gründen oder beitreten',
  'start.onThisDevice': 'Auf diesem Gerät',
  'start.as': 'als {name}, zuletzt hier: {when}',
  'start.notJoined': 'noch nicht beigetreten, zuletzt versucht: {when}',
  'start.loggedInAs': 'als {name}, noch angemeldet',
  'start.dayTime': '{day} {time}',
  'start.logIn': 'Anmelden',
  'start.yourName': 'Ihr Name',
  'start.teamName': 'Teamname',
  'start.teamExample': 'Lindenhof Reparaturen',
  'start.invite': 'Einladungslink',
  'start.inviteHint': 'Einfügen oder den Link öffnen',
  'start.create': 'Gründen',
  'start.join': 'Beitreten',
  'start.private': 'Nichts verlässt dieses Gerät, bis jemand Ihrem Team beitritt.',
  'start.invited': 'Sie wurden eingeladen. Nennen Sie Ihren Namen und treten Sie dann bei.',
  'start.busy': 'Einen Moment: Der Desk wird geöffnet.',
  'start.readyTitle': 'Bereit oder abwesend',
  'start.readyText': 'Nur wer bereit ist, erhält Arbeit. Alle sehen, wer da ist.',
  'start.keptTitle': 'Bei Ihnen aufbewahrt',
  'start.keptText': 'Auf Ihren Geräten gespeichert, verschlüsselt zwischen ihnen gesendet.',
  'start.freeTitle': 'Auch ohne Verbindung',
  'start.freeText': 'Antworten Sie offline. Die Desks finden von selbst wieder zusammen.',
  'start.picture':
    'Jemand kommt in die Warteschlange, und der Browser von Jonas gibt das Gespräch an Hana, die bereit ist.',
  'start.enters': 'kommt in die Warteschlange',
  'start.assigns': 'Browser von Jonas weist zu',
  'start.opening': 'Der Desk wird geöffnet',
  'start.practice': 'Nur mal schauen?',
  'start.practiceText': 'Ein Übungsteam, gespielt von Ihrem Browser. Es hinterlässt keine Spur.',
  'start.practiceTry': 'Ausprobieren',
  'start.practiceBusy': 'Einen Moment: Das Übungsteam nimmt Platz.',
  'connecting.title': 'Verbindung zu {team}',
  'connecting.titlePlain': 'Verbindung zu Ihrem Team',
  'connecting.text':
    'Ein Teammitglied mit offenem Desk wird gesucht. Lassen Sie diese Seite offen; es geht von selbst weiter.',
  'connecting.wait':
    'Noch wurde niemand gefunden. Bitten Sie jemanden, den Desk zu öffnen. Oder machen Sie allein weiter: Die Gespräche des Teams sehen Sie, sobald jemand erreicht ist.',
  'connecting.alone': 'Allein weitermachen',
  'connecting.doctor': 'Was funktioniert und was nicht',
  'connecting.back': 'Zurück zum Start',
  'who.title': 'Sind Sie eine dieser Personen?',
  'who.text': 'Im Team gibt es schon {name}. Wenn Sie das sind, kommen Ihr Status und Ihre Gespräche mit.',
  'who.me': 'Ich bin {name}',
  'who.other': 'Jemand anderes mit diesem Namen',
  'entry.nameEmpty': 'Ein Name fehlt. Geben Sie Ihren an und bei einem neuen Team auch dessen Namen.',
  'entry.nameTooLong': 'Dieser Name ist zu lang: höchstens 200 Zeichen.',
  'entry.inviteEmpty': 'Der Einladungslink fehlt. Fügen Sie den Link ein, den Sie bekommen haben.',
  'entry.inviteWrong': 'Das ist kein Einladungslink von Deskmesh. Bitten Sie darum, ihn noch einmal zu kopieren.',
  'entry.inviteTruncated': 'Das Ende dieses Links fehlt. Kopieren Sie ihn ganz, oder bitten Sie noch einmal darum.',
  'entry.inviteNewer':
    'Dieser Link stammt von einer neueren Version von Deskmesh. Aktualisieren Sie diesen Desk und öffnen Sie ihn dann erneut.',
  'entry.inviteTooLong': 'Für einen Einladungslink ist das viel zu lang. Fügen Sie nur den Link ein.',
  'entry.unknownTeam': 'Dieses Team ist nicht mehr auf diesem Gerät. Treten Sie mit einem Einladungslink wieder bei.',
} as const satisfies Record<keyof typeof english, Message>;
