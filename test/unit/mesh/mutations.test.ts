// Messages that are none, and changes of which some bytes were changed at random: what Yjs alone makes of them is measured in
// docs/decisions/0002-mesh-keeps-y-webrtc.md.

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { Malformed } from '../../../src/mesh/malformed.ts';
import { writeAsk, writeTaken, writeUpdate } from '../../../src/mesh/sync-message.ts';
import { history, mutated, openSession, refuses } from '../../support/mutated-changes.ts';

test('[W8] a change that goes bad on its way is never applied, whatever byte it is', () => {
  const a = openSession();
  const good = writeUpdate(history().change);
  let read = 0;
  // What is left of the frame says another length or another kind: none holds a change.
  for (const bad of mutated(good, 4_000)) if (!refuses(a.session, bad)) read += 1;
  expect(a.doc.store.clients.size).toBe(0);
  expect(read).toBeLessThan(400);
});

test(
  '[W8] changes mutated at random and well packed leave a document that works, and throw what is caught',
  { timeout: 30_000 },
  () => {
    const { before, change } = history();
    let refused = 0;
    for (const bad of mutated(change, 500)) {
      const a = openSession();
      Y.applyUpdate(a.doc, before);
      if (refuses(a.session, writeUpdate(bad))) refused += 1;
      a.doc.getMap('mine').set('key', 'value');
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.doc));
      expect(copy.getMap('logs').toJSON()).toEqual(a.doc.getMap('logs').toJSON());
      expect(copy.getMap('mine').toJSON()).toEqual({ key: 'value' });
    }
    expect(refused).toBeGreaterThan(250);
  },
);

describe('[W8] messages that are none', () => {
  test.each([
    ['an unknown kind', Uint8Array.of(77, 1)],
    ['awareness, which is not used', Uint8Array.of(1, 1, 0)],
    ['a step cut short', Uint8Array.of(0, 2, 200, 1)],
    ['an unknown step', Uint8Array.of(0, 9, 0)],
    ['an update of garbage', writeUpdate(Uint8Array.of(9, 255, 255, 255, 255))],
    ['a state vector of garbage', writeAsk(Uint8Array.of(200, 1, 2))],
    ['more taken than was sent', writeTaken(5)],
    ['nothing', new Uint8Array()],
  ])('%s', (_, message) => {
    const a = openSession();
    expect(() => a.session.receive(message)).toThrow(Malformed);
  });
});
