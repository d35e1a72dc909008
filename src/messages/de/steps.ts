// The first steps of a new team, and what empty places teach.

import type { steps as english } from '../en/steps.ts';
import type { Message } from '../message.ts';

export const steps = {
  'steps.label': 'Erste Schritte',
  'steps.invite': 'Kollegen einladen',
  'steps.inviteText': 'Wer den Link hat, ist im Team. Gespräche gehen an die, die bereit sind.',
  'steps.import': 'Gespräche hereinholen',
  'steps.importText':
    'Eine Datei mit Dialogen importieren oder E‑Mails hier ablegen. Dieselbe Datei zweimal legt nichts doppelt an.',
  'steps.practice': 'Zuerst üben',
  'steps.practiceText': 'Ein erfundenes Team mit erfundenen Kunden in einem eigenen Tab. Nichts davon bleibt.',
  'steps.doInvite': 'Link zeigen',
  'steps.doImport': 'Dateien wählen',
  'steps.doPractice': 'Übung öffnen',
} as const satisfies Record<keyof typeof english, Message>;
