// A number for "how far a document is": equal for equal state vectors, different for nearly all
// others. Goes out with every beat, so that two peers who drifted apart notice without asking.

import * as Y from 'yjs';

const mix = (client: number, clock: number): number => {
  let hash = Math.imul(client ^ (clock >>> 16), 0x9e3779b1) ^ Math.imul(clock + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
};

export const stateMark = (doc: Y.Doc): number => {
  let mark = 0;
  // A sum, because two documents hold the same clients in different order.
  for (const client of doc.store.clients.keys()) mark = (mark + mix(client, Y.getState(doc.store, client))) | 0;
  return mark;
};
