// The total order (CO2) and what counts as the same message (QU1), in words of its own.

import type { ConversationEntry, Entry } from '../../src/domain/entry.ts';

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Counter, device, id; two forged at one place by their text. */
export const inTotalOrder = (a: Entry, b: Entry): number => {
  if (a.lamport !== b.lamport) return a.lamport < b.lamport ? -1 : 1;
  if (a.device !== b.device) return byText(a.device, b.device);
  if (a.id !== b.id) return byText(a.id, b.id);
  return a === b ? 0 : byText(JSON.stringify(a), JSON.stringify(b));
};

/** A message that two peers brought in from its channel has one id, and counts once. */
export const isSameMessage = (a: ConversationEntry, b: ConversationEntry): boolean =>
  a.kind === 'message' && b.kind === 'message' && a.id === b.id;
