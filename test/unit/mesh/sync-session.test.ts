// Two documents and a line between them that delivers when it is told to.

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { Asking } from '../../../src/mesh/asking.ts';
import { Fan } from '../../../src/mesh/fan.ts';
import { stateMark } from '../../../src/mesh/state-mark.ts';
import { writeAnswer, writeAsk, writeUpdate } from '../../../src/mesh/sync-message.ts';
import { nextTask } from '../../../src/platform/next-task.ts';
import { deliver, End, pair } from '../../support/session-ends.ts';

const logOf = (doc: Y.Doc): readonly unknown[] => doc.getArray('log').toJSON();

const fill = (doc: Y.Doc, bytes: number): void => {
  for (let at = 0; at < bytes; at += 500_000)
    doc.getArray('log').push(Array.from({ length: 500 }, (_, each) => `${each}`.padEnd(1000)));
};

describe('two replicas', () => {
  test('[W1] a newcomer gets a document of 5 MB, and then every change', async () => {
    const [a, b] = pair();
    fill(a.doc, 5_000_000);
    b.session.ask();
    await deliver(a, b);
    expect(logOf(b.doc).length).toBe(5_000);
    expect([b.caughtUp, b.session.hasCaughtUp]).toEqual([1, true]);
    a.doc.getArray('log').push(['late']);
    await deliver(a, b);
    expect(logOf(b.doc).at(-1)).toBe('late');
  });

  test('caught up is said when all that was asked for is applied, not sooner', async () => {
    const [a, b] = pair();
    fill(a.doc, 1_500_000);
    b.onCaughtUp = () => b.heldAtCaughtUp.push(logOf(b.doc).length);
    b.session.ask();
    await deliver(a, b);
    expect(b.heldAtCaughtUp).toEqual([1_500]);
  });

  test('a newcomer is told how much is coming, ever better, and when it is all', async () => {
    const [a, b] = pair();
    fill(a.doc, 3_000_000);
    b.session.ask();
    const seen: { receivedBytes: number; totalBytes: number }[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      for (const message of b.posted.splice(0)) a.session.receive(message);
      for (const message of a.posted.splice(0)) {
        b.session.receive(message);
        if (b.session.arriving !== null) seen.push(b.session.arriving);
      }
      await nextTask();
    }
    expect(logOf(b.doc).length).toBe(3_000);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.every(({ totalBytes }) => Math.abs(totalBytes - 3_000_000) < 150_000)).toBe(true);
    expect(seen.at(-1)?.receivedBytes).toBeGreaterThan(2_700_000);
    expect(b.session.arriving).toBeNull();
  });

  test('both had content: both have all of it', async () => {
    const [a, b] = pair();
    fill(a.doc, 1_000_000);
    fill(b.doc, 2_000_000);
    a.session.ask();
    b.session.ask();
    await deliver(a, b);
    expect(logOf(a.doc).length).toBe(3_000);
    expect(stateMark(a.doc)).toBe(stateMark(b.doc));
  });

  test('a receiver that takes nothing is sent no more than the window, and what it missed in the end', async () => {
    const [a, b] = pair();
    b.session.ask();
    await deliver(a, b);
    fill(a.doc, 20_000_000);
    for (let task = 0; task < 200; task += 1) await nextTask();
    expect(a.session.pendingBytes).toBeGreaterThan(3_000_000);
    expect(a.session.pendingBytes).toBeLessThan(6_000_000);
    expect(a.session.isSynced).toBe(false);
    await deliver(a, b);
    expect(logOf(b.doc).length).toBe(20_000);
    expect(a.session.pendingBytes).toBe(0);
  });

  test('no update is sent before it is known what the other has', () => {
    const [a] = pair();
    fill(a.doc, 500_000);
    expect(a.posted).toEqual([]);
  });

  test('synced means: asked and answered both ways, and nothing under way', async () => {
    const [a, b] = pair();
    a.session.ask();
    await deliver(a, b);
    expect(a.session.isSynced).toBe(false);
    b.session.ask();
    await deliver(a, b);
    expect([a.session.isSynced, b.session.isSynced]).toEqual([true, true]);
    a.doc.getArray('log').push(['new']);
    expect(a.session.isSynced).toBe(false);
    await deliver(a, b);
    expect(a.session.isSynced).toBe(true);
  });

  test('a deletion that was missed comes with the next answer, though the vectors are equal', async () => {
    const [a, b] = pair();
    fill(a.doc, 500_000);
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
    a.doc.getArray('log').delete(0, 100);
    expect(stateMark(a.doc)).toBe(stateMark(b.doc));
    b.session.ask();
    await deliver(a, b);
    expect(logOf(b.doc).length).toBe(400);
  });
});

describe('no flood', () => {
  const mesh = (): { readonly doc: Y.Doc; readonly from: End; readonly to: End; readonly toDoc: Y.Doc } => {
    const doc = new Y.Doc();
    const fan = new Fan(doc);
    const from = new End(doc, fan, 'author');
    const to = new End(doc, fan, 'third');
    for (const end of [from, to]) end.session.receive(writeAsk(Y.encodeStateVector(new Y.Doc())));
    for (const end of [from, to]) end.posted.length = 0;
    return { doc, from, to, toDoc: new Y.Doc() };
  };
  const change = (): Uint8Array => {
    const doc = new Y.Doc();
    doc.getArray('log').push(['x']);
    return writeUpdate(Y.encodeStateAsUpdate(doc));
  };

  test('an update is not sent on to who is connected to its sender', () => {
    const { from, to } = mesh();
    to.seen.add('author');
    from.session.receive(change());
    expect(to.posted).toEqual([]);
  });

  test('an update is sent on to who is not', () => {
    const { from, to } = mesh();
    from.session.receive(change());
    expect(to.posted.length).toBe(1);
  });
});

describe('asking', () => {
  const start = (): { readonly asking: Asking<End>; readonly ends: readonly [End, End]; asks(): number } => {
    const doc = new Y.Doc();
    const fan = new Fan(doc);
    const ends = [new End(doc, fan), new End(doc, fan)] as const;
    const asking = new Asking<End>(() => 0.5);
    return { asking, ends, asks: () => ends[0].posted.length + ends[1].posted.length };
  };
  const answer = writeAnswer(Y.encodeStateAsUpdate(new Y.Doc()));

  test('[W4] a first question without an answer is asked again', () => {
    const { asking, ends, asks } = start();
    asking.opened(ends[0], 0);
    expect(asks()).toBe(1);
    asking.tick(1_900);
    expect(asks()).toBe(1);
    asking.tick(2_000);
    expect(asks()).toBe(2);
  });

  test('an answer that moves is not asked for again', () => {
    const { asking, ends } = start();
    asking.opened(ends[0], 0);
    ends[0].posted.length = 0;
    for (let at = 1_000; at < 20_000; at += 1_000) {
      const doc = new Y.Doc();
      doc.getArray('log').push(['x']);
      ends[0].session.receive(writeUpdate(Y.encodeStateAsUpdate(doc)));
      ends[0].posted.length = 0;
      asking.tick(at);
      expect(ends[0].posted).toEqual([]);
    }
  });

  test('a newcomer asks one neighbour, then the next; a silent one holds nobody up', () => {
    const { asking, ends } = start();
    asking.opened(ends[0], 0);
    asking.opened(ends[1], 0);
    expect([ends[0].posted.length, ends[1].posted.length]).toEqual([1, 0]);
    asking.tick(1_000);
    expect([ends[0].posted.length, ends[1].posted.length]).toEqual([1, 0]);
    asking.tick(2_000);
    asking.tick(3_000);
    expect([ends[0].posted.length, ends[1].posted.length]).toEqual([2, 1]);
  });

  test('an answered neighbour makes room for the next at once', () => {
    const { asking, ends } = start();
    asking.opened(ends[0], 0);
    asking.opened(ends[1], 0);
    ends[0].session.receive(answer);
    asking.askNewcomers(10);
    expect(ends[1].posted.length).toBe(1);
  });

  test('all is asked again every 30 s, and at once after a doubt', () => {
    const { asking, ends } = start();
    asking.opened(ends[0], 0);
    ends[0].session.receive(answer);
    ends[0].posted.length = 0;
    for (let at = 1_000; at < 30_000; at += 1_000) asking.tick(at);
    expect(ends[0].posted.length).toBe(0);
    asking.tick(30_500);
    expect(ends[0].posted.length).toBe(1);
    asking.doubtAll(31_000);
    expect(ends[0].posted.length).toBe(2);
  });

  test('two beats in a row that show another state lead to a question', () => {
    const { asking, ends } = start();
    asking.opened(ends[0], 0);
    ends[0].session.receive(answer);
    ends[0].posted.length = 0;
    asking.tick(1_000);
    asking.heard(ends[0], false);
    asking.tick(4_000);
    expect(ends[0].posted.length).toBe(0);
    asking.heard(ends[0], false);
    asking.tick(5_000);
    expect(ends[0].posted.length).toBe(1);
    ends[0].session.receive(answer);
    ends[0].posted.length = 0;
    asking.heard(ends[0], true);
    asking.tick(20_000);
    expect(ends[0].posted.length).toBe(0);
  });
});
