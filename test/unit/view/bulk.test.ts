// Several conversations at once: what is picked, what is done to them, and the one undo.

import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { asAgentId, asConversationId, asWallMs } from '../../../src/domain/ids.ts';
import { type BulkAct, bulkSteps } from '../../../src/view/bulk-acts.ts';
import { BulkRun } from '../../../src/view/bulk-run.svelte.ts';
import { Picks } from '../../../src/view/picks.svelte.ts';
import { SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

const listOf = (...names: string[]): readonly Conversation[] =>
  names.map((name) => ({ id: asConversationId(name) }) as Conversation);

describe('picking', () => {
  test('[UN2] one, a range from the last one, all of a list and none of it', () => {
    const picks = new Picks();
    const list = listOf('a', 'b', 'c', 'd', 'e');
    picks.pick(asConversationId('b'), list);
    picks.pick(asConversationId('d'), list, true);
    expect([...picks.ids]).toEqual(['b', 'c', 'd']);
    picks.pick(asConversationId('c'), list);
    expect([...picks.ids]).toEqual(['b', 'd']);
    picks.pickAll(list);
    expect(picks.hasAll(list)).toBe(true);
    picks.pickAll(list);
    expect([picks.ids.size, picks.isOn]).toEqual([0, true]);
    picks.end();
    expect(picks.isOn).toBe(false);
  });

  test('[UN2] a range upwards, and one from a list where the last one is not: that one alone', () => {
    const picks = new Picks();
    picks.pick(asConversationId('d'), listOf('a', 'b', 'c', 'd'));
    picks.pick(asConversationId('b'), listOf('a', 'b', 'c', 'd'), true);
    expect([...picks.ids].sort()).toEqual(['b', 'c', 'd']);
    picks.pick(asConversationId('y'), listOf('x', 'y'), true);
    expect(picks.ids.has(asConversationId('x'))).toBe(false);
    expect(picks.ids.has(asConversationId('y'))).toBe(true);
  });
});

const work = (count: number) => {
  const world = new SmallWorld();
  const [ann, ben] = [world.peer('ann'), world.peer('ben')];
  world.advance(1_000);
  const ids = Array.from({ length: count }, () => ann.opens());
  for (const id of ids) ann.desk.takeOver(id);
  const desk = { me: ann.agent, commands: ann.desk, conversation: (id: (typeof ids)[number]) => ann.sees(id) };
  const states = () => [...new Set(ids.map((id) => ann.state(id)))];
  return { world, ann, ben, ids, desk, states };
};

const ACTS: readonly (readonly [string, BulkAct])[] = [
  ['closed', { kind: 'close' }],
  ['assigned ben', { kind: 'transfer', to: asAgentId('ben') }],
  ['active ann', { kind: 'snooze', until: asWallMs(WORLD_START_MS + 3_600_000) }],
  ['active ann', { kind: 'tag', tag: 'late' }],
];

describe('acting on all that is picked', () => {
  test.for(ACTS)('[UN2] %s: each an entry of its own, and one undo', async ([state, act]) => {
    const { ann, ids, desk, states } = work(5);
    const before = ids.map((id) => ann.sees(id).entries.length);
    const report = await new BulkRun().run(bulkSteps(desk, ids, act));
    expect(report.done).toEqual(ids);
    expect(states()).toEqual([state]);
    expect(ids.map((id) => ann.sees(id).entries.length)).toEqual(before.map((n) => n + 1));
    const undone = await new BulkRun().run(report.undo);
    expect([undone.done.length, undone.refused]).toEqual([5, []]);
    expect(states()).toEqual(['active ann']);
    expect(ids.map((id) => ann.sees(id).tags.length + (ann.sees(id).snooze === null ? 0 : 1))).toEqual([0, 0, 0, 0, 0]);
  });

  test('[UN2] what is refused stops nothing, and is told by its reason', async () => {
    const { ann, ids, desk } = work(6);
    for (const id of ids.slice(0, 2)) ann.desk.close(id);
    const missing = asConversationId('nowhere');
    const steps = bulkSteps(
      { ...desk, conversation: (id) => (id === missing ? undefined : ann.sees(id)) },
      [missing, ...ids],
      { kind: 'close' },
    );
    const report = await new BulkRun().run(steps);
    expect(report.done).toEqual(ids.slice(2));
    expect(report.refused).toEqual([
      { reason: 'closed', n: 2 },
      { reason: 'notFound', n: 1 },
    ]);
  });

  test('[UN2] a tag that was on before stays on when the rest is undone', async () => {
    const { ann, ids, desk } = work(2);
    const [had] = ids;
    if (had === undefined) throw new Error('Two are needed.');
    ann.desk.tag(had, 'late');
    const report = await new BulkRun().run(bulkSteps(desk, ids, { kind: 'tag', tag: 'late' }));
    await new BulkRun().run(report.undo);
    expect(ids.map((id) => ann.sees(id).tags)).toEqual([['late'], []]);
  });

  test('[UN2] five hundred leave the page room between them, and say how far they are', async () => {
    let now = 0;
    const run = new BulkRun({ now: () => (now += 1) });
    const seen: number[] = [];
    const steps = Array.from({ length: 500 }, (_, at) => ({
      id: asConversationId(`c${at}`),
      act: () => {
        const { done = 0 } = run.progress ?? {};
        if (done !== seen.at(-1)) seen.push(done);
        return { ok: true, value: null } as const;
      },
      wayBack: () => () => ({ ok: true, value: null }) as const,
    }));
    const report = await run.run(steps);
    expect(report.done).toHaveLength(500);
    expect(seen.length).toBeGreaterThan(20);
    expect(run.progress).toBeNull();
  });
});
