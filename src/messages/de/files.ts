// What is said of files that go with messages.

import type { Message } from '../message.ts';
import type { files as english } from '../en/files.ts';

export const files = {
  'file.attach': 'Dateien anhängen',
  'file.attached': 'Dateien zu dieser Antwort',
  'file.reading': 'Wird gelesen …',
  'file.remove': '{name} entfernen',
  'file.show': '{name} zeigen',
  'file.save': '{name} speichern',
  'file.saveThis': 'Speichern',
  'file.coming': '{name} ist unterwegs',
  'file.awaited': 'Noch nicht hier. Die Datei kommt, sobald jemand erreichbar ist, der sie hat.',
  'file.why.tooMany': '{name} wurde ausgelassen: Zu einer Nachricht gehören höchstens 5 Dateien.',
  'file.why.empty': '{name} ist leer.',
  'file.why.tooLarge': '{name} ist größer als 5 MB. Senden Sie eine kleinere Kopie oder einen Link darauf.',
  'file.why.program': '{name} könnte als Programm laufen. Programme werden nicht gesendet.',
  'file.why.disguised': '{name} ist nicht, was der Name sagt, und wird deshalb nicht gesendet.',
  'file.why.unknownKind':
    '{name} ist von einer Art, die nicht gesendet wird. Möglich sind Bilder, PDF, Office-Dokumente, reine Texte, Ton und Film.',
  'file.why.notKept':
    '{name} konnte auf diesem Gerät nicht aufbewahrt werden: Es ist kein Platz mehr, oder der Browser bewahrt hier nichts auf.',
  'file.why.notLoaded':
    '{name} konnte nicht gelesen werden. Vielleicht wurde die Datei inzwischen verschoben oder geändert.',
} as const satisfies Record<keyof typeof english, Message>;
