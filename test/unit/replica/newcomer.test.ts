// A document that comes in any order: what is told of it before it is whole is true, and afterwards it is all of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import { asAgentId, asDeviceId, asWallMs, type ConversationId } from '../../../src/domain/ids.ts';
import type { Agent, TeamState } from '../../../src/domain/team-state.ts';
import { nextSlice } from '../../../src/mesh/slices.ts';
import type { FirstPart } from '../../../src/replica/first-part.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { seeded } from '../../support/seeded.ts';
import { yearOf } from '../../support/year-team.ts';

const NOW = asWallMs(Date.UTC(2026, 10, 23));
const SIZE = { days: 12, conversationsADay: 60 };

const replicaOf = (device: string, isNewcomer = false): Replica => {
  let tokens = 0;
  return new Replica({ device: asDeviceId(device), token: () => `${device}-${(tokens += 1)}`, isNewcomer });
};

const updates = [...yearOf(SIZE)];

const giver = (): Replica => {
  const replica = replicaOf('giver');
  for (const update of updates) Y.applyUpdate(replica.doc, update);
  return replica;
};

const openOf = (team: TeamState): readonly ConversationId[] =>
  [...team.conversations.values()].flatMap(({ id, state }) => (state === 'closed' ? [] : id)).sort();

const agentsOf = ({ agents }: TeamState): readonly Agent[] =>
  [...agents.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

const partOf = async (replica: Replica): Promise<FirstPart> => {
  const part = await replica.firstPart();
  if (part === null) throw new Error('There is no first part.');
  return part;
};

/** All slices of these writers, or of all. */
const send = (
  from: Replica,
  to: Replica,
  cursor: Map<number, number>,
  only: ReadonlyMap<number, number> | null,
): void => {
  for (let slice = nextSlice(from.doc, cursor, only); slice !== null; slice = nextSlice(from.doc, cursor, only))
    Y.applyUpdate(to.doc, slice);
};

const seen = ({ conversations }: TeamState): unknown =>
  [...conversations.values()]
    .map(({ id, state, head, entries, waitingSince, customerMessages }) => ({
      id,
      state,
      head,
      waitingSince,
      customerMessages,
      entries: entries.map((entry) => entry.id),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a newcomer', () => {
  test('[CO11] [CO3] in any order of arrival nothing that is closed seems to wait, and at the end all is as it is', async () => {
    const from = giver();
    const said = await partOf(from);
    const { open } = said;
    const inAnyOrder = fc.shuffledSubarray([...updates], { minLength: updates.length, maxLength: updates.length });
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async (order) => {
        const to = replicaOf('newcomer', true);
        to.expectFirst(said);
        for (const update of order) {
          Y.applyUpdate(to.doc, update);
          for (const id of to.team.conversations.keys()) expect(open).toContain(id);
          for (const { id, standing } of to.team.agents.values())
            if (standing.order !== null) expect(standing.intent).toBe(from.team.agents.get(id)?.standing.intent);
        }
        expect([...to.team.conversations.keys()].sort()).toEqual(openOf(from.team));
        expect(to.isPartial).toBe(true);
        await to.tellAll();
        expect(seen(to.team)).toEqual(seen(from.team));
        expect(agentsOf(to.team)).toEqual(agentsOf(from.team));
      }),
      seeded(10),
    );
  });

  test('[CO11] [ST4] of a first part all that is open is whole, and everybody has name and status', async () => {
    const from = giver();
    const said = await partOf(from);
    const { open, writers } = said;
    expect(writers.size).toBeLessThan(from.doc.store.clients.size / 2);
    // Of the first day who joined, and no more.
    expect(writers.get(1)).toBeLessThan(20);
    const to = replicaOf('newcomer', true);
    to.expectFirst(said);
    send(from, to, new Map(), writers);
    const standing = [...from.team.conversations.values()].filter(({ state }) => state !== 'closed');
    expect(open.length).toBe(standing.length);
    expect(seen(to.team)).toEqual(
      seen({ ...from.team, conversations: new Map(standing.map((each) => [each.id, each])) }),
    );
    expect(to.team.waiting(NOW).map(({ id }) => id)).toEqual(from.team.waiting(NOW).map(({ id }) => id));
    for (const { id, name, standing: choice, open: held, lastSession } of from.team.agents.values())
      expect(to.team.agents.get(id)).toMatchObject({ name, standing: choice, open: held, lastSession });
  });

  test('[CO11] what came before it was said that it is open is told then', async () => {
    const from = giver();
    const said = await partOf(from);
    const to = replicaOf('newcomer', true);
    for (const update of updates) Y.applyUpdate(to.doc, update);
    expect(to.team.conversations.size).toBe(0);
    const told: ConversationId[] = [];
    to.subscribe(({ conversations }) => told.push(...conversations));
    to.expectFirst(said);
    expect(told.toSorted()).toEqual(openOf(from.team));
  });

  test('[CO11] [CO2] what is opened while the rest comes is told at once, here and elsewhere, and is later than all before', async () => {
    const from = giver();
    const said = await partOf(from);
    const { open, lamport, writers } = said;
    const to = replicaOf('newcomer', true);
    to.expectFirst(said);
    const cursor = new Map<number, number>();
    send(from, to, cursor, writers);
    const conversation = 'opened-meanwhile' as ConversationId;
    const draft = {
      kind: 'opened',
      conversation,
      channel: 'phone',
      thread: '',
      customer: { key: 'c', name: 'C' },
      subject: '',
      priority: 'normal',
      skills: [],
    } as const;
    const [entry] = to.write(asAgentId('new'), [draft], NOW);
    expect(entry?.lamport).toBeGreaterThan(lamport);
    expect(to.team.conversations.get(conversation)?.state).toBe('waiting');
    const elsewhere = { ...draft, conversation: 'opened-elsewhere' as ConversationId };
    from.write(asAgentId('old'), [elsewhere], NOW);
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
    expect(to.team.conversations.size).toBe(open.length + 2);
    await to.tellAll();
    expect(to.team.conversations.size).toBe(from.team.conversations.size + 1);
  });

  test('[CO11] one who has nothing told to come first shows nothing of conversations, and all of them in the end', async () => {
    const to = replicaOf('newcomer', true);
    for (const update of updates) Y.applyUpdate(to.doc, update);
    expect([to.team.conversations.size, to.team.agents.size]).toEqual([0, 12]);
    const portions: number[] = [];
    to.subscribe(({ conversations }) => portions.push(conversations.size));
    await to.tellAll();
    expect(seen(to.team)).toEqual(seen(giver().team));
    // Each of them once, in portions.
    expect(Math.max(...portions)).toBeLessThanOrEqual(250);
    expect(portions.reduce((sum, each) => sum + each, 0)).toBe(SIZE.days * SIZE.conversationsADay);
  });
});

describe('a first part', () => {
  test('[CO11] there is none of a team that is new, of one in which most is open, and of one that is partial itself', async () => {
    expect(await replicaOf('empty').firstPart()).toBeNull();
    const small = replicaOf('small');
    for (const update of yearOf({ days: 1, conversationsADay: 100 })) Y.applyUpdate(small.doc, update);
    expect(await small.firstPart()).toBeNull();
    const partial = replicaOf('newcomer', true);
    for (const update of updates) Y.applyUpdate(partial.doc, update);
    expect(await partial.firstPart()).toBeNull();
  });
});
