// STUN and TURN servers of the team.

import type { ice as english } from '../en/ice.ts';
import type { Message } from '../message.ts';

export const ice = {
  // STUN and TURN servers as a setting of the team
  'ice.title': 'Verbindungsserver',
  'ice.meta': 'STUN und TURN; auf jedem Desk gleich, anfangs keine',
  'ice.text':
    'In einem Netz verbinden sich Desks ganz ohne Server. Zwischen Netzen sagt ein STUN-Server dem Browser seine äußere Adresse, und ein TURN-Server reicht den Verkehr weiter, wo sonst nichts durchkommt.',
  'ice.third':
    'Jeder wird von jemandem betrieben: Er erfährt die Netzadressen Ihres Teams und wann es online ist, ein TURN-Server auch, wie viel gesendet wird. Er liest nichts, alles ist verschlüsselt. Wer den Einladungslink hat, hat auch die Anmeldedaten.',
  'ice.list': 'Server des Teams',
  'ice.none': 'Keine. Niemand Drittes wird kontaktiert.',
  'ice.withLogin': 'als {name}',
  'ice.remove': '{url} entfernen',
  'ice.removed': '{url} wurde entfernt.',
  'ice.url': 'Adresse',
  'ice.urlHint': 'stun:stun.example.org:3478 oder turns:turn.example.org:5349',
  'ice.username': 'Benutzername',
  'ice.credential': 'Kennwort',
  'ice.add': 'Server hinzufügen',
  'ice.added': 'Gespeichert. Die nächsten Verbindungen nutzen ihn, neue Einladungslinks auch.',
  'ice.test': 'Von diesem Browser aus testen',
  'ice.testing': 'Wird geprüft, bis zu 3 Sekunden.',
  'ice.found': 'Dieser Browser ist erreichbar: {kinds}.',
  'ice.foundNone': 'Dieser Browser findet keinen Weg. Prüfen Sie, ob es ein Netz gibt.',
  'ice.noRelay': 'Kein TURN-Server gab diesem Browser ein Relais: Prüfen Sie Adresse, Port, Benutzername und Kennwort.',
  'ice.noOutside':
    'Kein Server nannte diesem Browser seine äußere Adresse: Prüfen Sie Adresse und Port oder die Firewall.',
  'ice.works': 'Die Server antworten.',
  'ice.serverEmpty': 'Die Adresse fehlt. Sie beginnt mit stun: oder turn:.',
  'ice.serverKind': 'Eine Adresse beginnt mit stun:, stuns:, turn: oder turns:, ohne Schrägstriche.',
  'ice.serverAddress':
    'Das ist weder Name noch Adresse eines Servers. Schreiben Sie es wie turn:turn.example.org:3478.',
  'ice.serverPort': 'Ein Port ist eine Zahl von 1 bis 65.535.',
  'ice.serverTransport': 'Nach dem Fragezeichen darf nur transport=udp oder transport=tcp stehen, und nur bei TURN.',
  'ice.serverTooLong': 'Diese Adresse ist zu lang: höchstens 200 Zeichen.',
  'ice.serverNeedsLogin': 'Ein TURN-Server braucht Benutzername und Kennwort.',
  'ice.serverTakesNoLogin': 'Ein STUN-Server nimmt weder Benutzername noch Kennwort. Lassen Sie beides leer.',
  'ice.serverLoginTooLong': 'Benutzername oder Kennwort ist zu lang: höchstens 256 Zeichen.',
  'ice.serverTwice': 'Das Team hat diesen Server schon. Entfernen Sie ihn zuerst, um die Anmeldung zu ändern.',
  'ice.serversTooMany': 'Ein Team kann höchstens acht Server haben. Entfernen Sie zuerst einen.',
} as const satisfies Record<keyof typeof english, Message>;
