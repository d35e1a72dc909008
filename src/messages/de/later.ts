// All sentences of the parts that come when they are first opened, and come with them.

import { attention } from './attention.ts';
import { bulk } from './bulk.ts';
import { chat } from './chat.ts';
import { customers } from './customers.ts';
import { dashboard } from './dashboard.ts';
import { doctor } from './doctor.ts';
import { here } from './here.ts';
import { ice } from './ice.ts';
import { intake } from './intake.ts';
import { invite } from './invite.ts';
import { palette } from './palette.ts';
import { practice } from './practice.ts';
import { reconciliation } from './reconciliation.ts';
import { replay } from './replay.ts';
import { replies } from './replies.ts';
import { settings } from './settings.ts';
import { steps } from './steps.ts';
import { whereabouts } from './whereabouts.ts';

export const later = {
  ...practice,
  ...intake,
  ...bulk,
  ...invite,
  ...palette,
  ...attention,
  ...settings,
  ...replies,
  ...customers,
  ...dashboard,
  ...chat,
  ...reconciliation,
  ...replay,
  ...doctor,
  ...ice,
  ...here,
  ...steps,
  ...whereabouts,
} as const;
