// A long document on its way to a newcomer: what is open comes first, and nothing that changes waits for the rest.

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { asConversationId } from '../../../src/domain/ids.ts';
import { clocksBeyond } from '../../../src/mesh/slices.ts';
import { stateMark } from '../../../src/mesh/state-mark.ts';
import { nextTask } from '../../../src/platform/next-task.ts';
import { deliver, type End, pair } from '../../support/session-ends.ts';

describe('a long document', () => {
  const WRITERS = 10;
  const EACH = 2_500;
  const HOT = 7;

  /** Of many writers, of whom one is to come first. */
  const longPair = (): readonly [End, End] => {
    const [a, b] = pair();
    for (let writer = 1; writer <= WRITERS; writer += 1) {
      const doc = new Y.Doc();
      doc.clientID = writer;
      doc.getArray(`of ${writer}`).push(Array.from({ length: EACH }, (_, each) => `${writer} ${each}`.padEnd(100)));
      Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(doc));
    }
    a.first = { open: ['c'].map(asConversationId), standing: [], lamport: 9, writers: new Map([[HOT, EACH - 100]]) };
    return [a, b];
  };

  test('[CO11] comes to a newcomer with what is open first, and that is said', async () => {
    const [a, b] = longPair();
    const { writers: _, ...said } = a.first ?? {};
    b.session.ask();
    await deliver(a, b);
    expect(b.told).toEqual([
      { message: { kind: 'firstComing', said }, held: 0 },
      { message: { kind: 'firstIn' }, held: EACH - 100 },
    ]);
    expect([b.caughtUp, clocksBeyond(b.doc, new Map())]).toEqual([1, WRITERS * EACH]);
    expect(a.session.pendingBytes).toBe(0);
  });

  test('[CO11] what changes of the first part while the rest is on its way does not wait for that', async () => {
    const [a, b] = longPair();
    b.session.ask();
    for (const message of b.posted.splice(0)) a.session.receive(message);
    // Nothing is said of what has arrived: the rest waits, and little of it is under way.
    for (let idle = 0; idle < 5; idle += 1) {
      if (a.posted.length > 0) idle = 0;
      for (const message of a.posted.splice(0)) b.session.receive(message);
      await nextTask();
    }
    expect(b.told.length).toBe(2);
    const writer = new Y.Doc();
    writer.clientID = 99;
    writer.getArray('new').push(['of somebody new']);
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(writer), 'elsewhere');
    for (const message of a.posted.splice(0)) b.session.receive(message);
    expect(b.doc.getArray('new').toJSON()).toEqual(['of somebody new']);
    expect([b.caughtUp, clocksBeyond(b.doc, new Map()) < (WRITERS / 2) * EACH]).toEqual([0, true]);
    await deliver(a, b);
    expect([b.caughtUp, clocksBeyond(b.doc, new Map())]).toEqual([1, WRITERS * EACH + 1]);
    expect(stateMark(b.doc)).toBe(stateMark(a.doc));
  });

  test('[CO11] somebody of whose writing only the beginning came first goes on writing: that comes before the rest', async () => {
    const [a, b] = longPair();
    b.session.ask();
    for (const message of b.posted.splice(0)) a.session.receive(message);
    while (b.told.length < 2) {
      for (const message of a.posted.splice(0)) b.session.receive(message);
      await nextTask();
    }
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(a.doc));
    writer.clientID = HOT;
    writer.getArray('new').push(['of one known']);
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(writer), 'elsewhere');
    const known = (): number => b.doc.getArray('new').length;
    for (let turn = 0; turn < 50 && known() === 0; turn += 1) {
      for (const message of b.posted.splice(0)) a.session.receive(message);
      for (const message of a.posted.splice(0)) b.session.receive(message);
      await nextTask();
    }
    expect([known(), b.caughtUp, clocksBeyond(b.doc, new Map()) < (WRITERS / 2) * EACH]).toEqual([1, 0, true]);
    await deliver(a, b);
    expect([b.caughtUp, stateMark(b.doc)]).toEqual([1, stateMark(a.doc)]);
  });

  test('[CO11] goes in any order where nobody can say what is open, and to one who lacks little', async () => {
    for (const lacksAll of [true, false]) {
      const [a, b] = longPair();
      if (lacksAll) a.first = null;
      else Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
      a.doc.getArray('more').push(['more']);
      b.session.ask();
      await deliver(a, b);
      expect(b.told).toEqual([]);
      expect(b.doc.getArray('more').length).toBe(1);
    }
  });
});
