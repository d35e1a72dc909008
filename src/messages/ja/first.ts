// All sentences of the start page, the shell and the Desk page: there before the first screen is drawn.

import { acts } from './acts.ts';
import { app } from './app.ts';
import { desk } from './desk.ts';
import { dialogs } from './dialogs.ts';
import { files } from './files.ts';
import { happened } from './happened.ts';
import { refusals } from './refusals.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { together } from './together.ts';
import { visit } from './visit.ts';
import { words } from './words.ts';

export const first = {
  ...words,
  ...app,
  ...shell,
  ...start,
  ...desk,
  ...files,
  ...happened,
  ...dialogs,
  ...refusals,
  ...acts,
  ...together,
  ...visit,
} as const;
