// Changes with bytes changed at random, well packed, as a peer would send them that means harm: each to a
// document of its own, which must work afterwards, and all of them to one, which must not grow.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import * as Y from 'yjs';

import { writeUpdate } from '../../src/mesh/sync-message.ts';
import { history, mutated, openSession, refuses } from '../support/mutated-changes.ts';
import { nextTask } from '../../src/platform/next-task.ts';
import type { Bench } from './bench.ts';
import { Marks } from './figures.ts';

const CHANGES = 30_000;
const GROWTH_MB = 8;
const MB = 1_000_000;

/** Whether it takes a change, and is equal to another replica once both have asked each other: where something
 * waits for what nobody has, Yjs finds out only at the second one that it has part of it already. */
const works = (doc: Y.Doc): boolean => {
  doc.getMap('mine').set('key', 'value');
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
  return JSON.stringify(copy.getMap('logs').toJSON()) === JSON.stringify(doc.getMap('logs').toJSON());
};

/** What is held, in bytes, once the garbage is gone. */
const heldBytes = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
};

export const bench: Bench = {
  sentence: 'Changes with bytes changed at random: refused or harmless, and nothing grows.',
  run: async ({ times, print }) => {
    const marks = new Marks(print);
    const { before, change } = history();
    const one = openSession();
    Y.applyUpdate(one.doc, before);
    const heldBefore = heldBytes();
    let [sent, refused, broken, thrown] = [0, 0, 0, 0];
    for (const bad of mutated(change, times ?? CHANGES)) {
      const own = openSession();
      Y.applyUpdate(own.doc, before);
      sent += 1;
      // What a session has put off keeps its document until then.
      if (sent % 100 === 0) await nextTask();
      try {
        if (refuses(own.session, writeUpdate(bad))) refused += 1;
        refuses(one.session, writeUpdate(bad));
        if (!works(own.doc)) broken += 1;
      } catch {
        thrown += 1;
      }
    }
    await nextTask();
    const grownMb = (heldBytes() - heldBefore) / MB;
    const pendingKb = (one.doc.store.pendingStructs?.update.length ?? 0) / 1000;
    print(`${sent} changes: ${refused} refused, ${sent - refused} let in as what they say they are.`);
    marks.check(thrown === 0, `${thrown} threw what nobody catches`);
    marks.check(broken === 0, `${broken} documents did not work afterwards`);
    marks.check(works(one.doc), `the one that was sent all of them works, ${pendingKb.toFixed(0)} kB wait in it`);
    marks.check(grownMb <= GROWTH_MB, `${grownMb.toFixed(1)} MB more are held, of ${GROWTH_MB} MB allowed`);
    return marks.areAllKept;
  },
};
