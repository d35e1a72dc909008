// Names in the middle of a sentence. They are foreign: of any length, and of any direction, which
// would turn the rest of the sentence around. "You" stands for the reader.

import type { AgentId } from '../domain/ids.ts';
import { t } from './text.svelte.ts';

/** How agents are named in sentences: as who did something, and as whom it was done to. */
export interface Who {
  subject(agent: AgentId): string;
  object(agent: AgentId): string;
}

const LONGEST = 48;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** By characters, so that none is cut in two. */
const shortened = (name: string): string => {
  if (name.length <= LONGEST) return name;
  return `${Array.from(name.slice(0, LONGEST * 2))
    .slice(0, LONGEST)
    .join('')
    .trimEnd()}…`;
};

export const inSentence = (name: string): string => {
  const short = shortened(name.trim());
  return RIGHT_TO_LEFT.test(short) ? `${FIRST_STRONG_ISOLATE}${short}${POP_ISOLATE}` : short;
};

export const whoFor = (me: AgentId, nameOf: (agent: AgentId) => string): Who => ({
  subject: (agent) => (agent === me ? t('event.you') : inSentence(nameOf(agent))),
  object: (agent) => (agent === me ? t('event.toYou') : inSentence(nameOf(agent))),
});
