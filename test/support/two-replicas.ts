// Two replicas of one team that lost sight of each other: both hold the common past, each holds what
// was written on its side, and then each gets the other's. Real documents, real logs.

import * as Y from 'yjs';
import type { Entry } from '../../src/domain/entry.ts';
import { asDeviceId } from '../../src/domain/ids.ts';
import { Replica } from '../../src/replica/replica.ts';
import { formatEntry } from '../../src/replica/wire.ts';

/** The logs of one side as an update; the same device on two sides has two logs there. */
const updateOf = (side: string, entries: readonly Entry[]): Uint8Array => {
  const doc = new Y.Doc();
  const logs = doc.getMap<Y.Array<unknown>>('logs');
  doc.transact(() => {
    for (const entry of entries) {
      const key = `2026-11-22/${entry.device}/${side}`;
      const log = logs.get(key) ?? new Y.Array<unknown>();
      if (!logs.has(key)) logs.set(key, log);
      log.push([formatEntry(entry)]);
    }
  });
  return Y.encodeStateAsUpdate(doc);
};

const replicaOf = (name: string, updates: readonly Uint8Array[]): Replica => {
  const replica = new Replica({ device: asDeviceId(name), token: () => name });
  for (const update of updates) Y.applyUpdate(replica.doc, update);
  return replica;
};

/** Both after they met again: the one had the left side first, the other the right. */
export const merged = (
  common: readonly Entry[],
  left: readonly Entry[],
  right: readonly Entry[],
): readonly [Replica, Replica] => {
  const updates = [updateOf('common', common), updateOf('left', left), updateOf('right', right)] as const;
  const [before, one, other] = updates;
  return [replicaOf('one', [before, one, other]), replicaOf('other', [before, other, one])];
};
