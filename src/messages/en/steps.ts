// The first steps of a new team, and what empty places teach.

import type { Message } from '../message.ts';

export const steps = {
  'steps.label': 'First steps',
  'steps.invite': 'Invite colleagues',
  'steps.inviteText': 'Whoever has the link is in the team. Conversations go to those who are Ready.',
  'steps.import': 'Bring in conversations',
  'steps.importText': 'Import a file of dialogues or drop e‑mails here. The same file twice makes nothing twice.',
  'steps.practice': 'Practise first',
  'steps.practiceText': 'A made-up team with made-up customers, in a tab of its own. Nothing of it is kept.',
  'steps.doInvite': 'Show the link',
  'steps.doImport': 'Choose a file',
  'steps.doPractice': 'Open a practice',
} as const satisfies Record<string, Message>;
