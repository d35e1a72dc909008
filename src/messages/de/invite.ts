// The invite sheet: for whom a link is, what it means, what it holds.

import type { invite as english } from '../en/invite.ts';
import type { Message } from '../message.ts';

export const invite = {
  'invite.title': 'In das Team {team} einladen',
  'invite.for': 'Für wen',
  'invite.forTeammate': 'Für ein Teammitglied',
  'invite.forMe': 'Für mein anderes Gerät',
  'invite.meansTeammate': 'Wer diesen Link hat, gehört zum Team und liest alles. Senden Sie ihn wie ein Passwort.',
  'invite.meansMe':
    'Wer diesen Link öffnet, ist Sie: gleicher Name, gleicher Status, gleiche Gespräche. Zeigen Sie ihn niemandem.',
  'invite.linkTeammate': 'Einladungslink',
  'invite.linkMe': 'Link für Ihr anderes Gerät',
  'invite.picture': 'QR-Code des Links',
  'invite.scan': 'Oder die Kamera eines Telefons darauf richten.',
  'invite.tooLong':
    'Der Link ist zu lang für einen QR-Code. Kopieren Sie ihn, oder nehmen Sie Server aus den Einstellungen.',
  'invite.onlyHere':
    'Er öffnet {host}, und das meint auf jedem Gerät dieses Gerät selbst. Alle führen auf dem eigenen Rechner npm start aus und fügen den Link dort ein; ein Telefon braucht den Desk unter einer https-Adresse.',
  'invite.meet': {
    one: 'An dieser Adresse treffen sich die Desks, sie steht im Link:',
    other: 'An diesen Adressen treffen sich die Desks, sie stehen im Link:',
  },
  'invite.meetNowhere': 'Der Link enthält keinen Treffpunkt: Desks finden einander nur dort, woher diese Seite kommt.',
  'invite.servers': {
    one: 'Er enthält auch die Anmeldung für {n} Server aus den Einstellungen.',
    other: 'Er enthält auch die Anmeldungen für {n} Server aus den Einstellungen.',
  },
  'invite.print': 'Drucken',
} as const satisfies Record<keyof typeof english, Message>;
