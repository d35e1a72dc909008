// The Settings page.

import type { settings as english } from '../en/settings.ts';
import type { Message } from '../message.ts';

export const settings = {
  // Settings
  'set.title': 'Einstellungen',
  'set.team': 'Team',
  'set.teamMeta': 'auf jedem Desk gleich; alle im Team dürfen es ändern',
  'set.assignment': 'Zuweisung',
  'set.queue': 'Vorsprung',
  'set.queueMeta': 'wie viel Wartezeit eine Priorität wert ist',
  'set.you': 'Sie',
  'set.device': 'Dieses Gerät',
  'set.capacity': 'Gespräche gleichzeitig',
  'set.capacityHint': 'Wer so viele hat, erhält keine weiteren, bis eines geschlossen ist. {bounds}',
  'set.unpickedMax': 'Gleichzeitig nicht angenommen',
  'set.unpickedMaxHint':
    'So viele dürfen bei einer Person aufs Annehmen warten, bevor das nächste an jemand anderen geht. {bounds}',
  'set.pickupTimeoutMs': 'Zeit zum Annehmen',
  'set.pickupTimeoutMsHint': 'Danach erhält es jemand anderes, der bereit ist. {bounds}',
  'set.awayGraceMs': 'Frist nach dem Weggehen',
  'set.awayGraceMsHint': 'So lange bleibt nicht Angenommenes noch bei der Person, die weggeht. {bounds}',
  'set.headStartUrgentS': 'Dringend',
  'set.headStartHighS': 'Hoch',
  'set.headStartLowS': 'Niedrig',
  'set.headStartHint': '„Normal“ zählt als 0. Unter 0 wartet länger. {bounds}',
  'set.seconds': 'Sekunden',
  'set.bounds': '{least} bis {greatest}.',
  'set.outOfBounds': 'Geben Sie eine ganze Zahl von {least} bis {greatest} an. Der alte Wert bleibt.',
  'set.saved': 'Auf diesem Gerät gespeichert. Erreichbare Desks haben es sofort.',
  'set.yourName': 'Ihr Name',
  'set.yourNameHint': 'Was Team und Kunden sehen.',
  'set.rename': 'Namen speichern',
  'set.renamed': 'Sie heißen jetzt {name}.',
  'set.otherText':
    'Ein Link macht auch einen anderen Browser zu Ihrem: gleicher Name, gleicher Status, gleiche Gespräche.',
  'set.otherShow': 'Link zeigen',
  'set.logOut': 'Abmelden',
  'set.logOutText': 'Im Team erscheinen Sie als abgemeldet. Alles bleibt auf diesem Gerät.',
  'set.leave': 'Dieses Team verlassen',
  'set.leaveText': 'Löscht die Daten dieses Teams auf diesem Gerät.',
  'set.leaveTitle': '{team} verlassen?',
  'set.leaveCopies': {
    one: 'Ein anderes Gerät hat eine Kopie von allem hier. Ihre wird gelöscht, die des Teams bleibt.',
    other: '{n} andere Geräte haben eine Kopie von allem hier. Ihre wird gelöscht, die des Teams bleibt.',
  },
  'set.leaveLast':
    'Kein anderes erreichbares Gerät hat eine Kopie. Wenn Sie jetzt gehen, ist endgültig verloren, was nur dieses Gerät hat. Warten Sie, bis ein Teammitglied verbunden und abgeglichen ist, oder gehen Sie trotzdem.',
  'set.leaveDo': 'Verlassen und löschen',
  'set.leaveStay': 'Bleiben',
  'set.theme': 'Design',
} as const satisfies Record<keyof typeof english, Message>;
