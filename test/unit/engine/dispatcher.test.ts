import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Draft, Entry } from '../../../src/domain/entry.ts';
import { asAgentId, asConversationId, asDeviceId, asEntryId, asMonoMs, asWallMs } from '../../../src/domain/ids.ts';
import { MAX_LAMPORT } from '../../../src/domain/limits.ts';
import { Dispatcher } from '../../../src/engine/dispatcher.ts';
import { OfferClocks } from '../../../src/engine/offer-clocks.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { formatEntry } from '../../../src/replica/wire.ts';
import { customerOf, START_MS } from '../../support/log.ts';
import { seenIn } from '../../support/presences.ts';

const ann = asAgentId('ann');
const ben = asAgentId('ben');
const WALL = asWallMs(START_MS);
const now = { mono: asMonoMs(0), wall: WALL };

/** A team of two who are Ready, on one replica, with its dispatcher and what that writes. */
const desk = () => {
  let token = 0;
  const replica = new Replica({ device: asDeviceId('d1'), token: () => `t${(token += 1)}` });
  for (const agent of [ann, ben]) {
    replica.write(agent, [{ kind: 'joined', name: agent, role: 'agent' }], WALL);
    replica.write(agent, [{ kind: 'status', of: agent, intent: 'ready', replaces: [], by: 'person' }], WALL);
  }
  const written: Entry[] = [];
  const clocks = new OfferClocks();
  const write = replica.write.bind(replica);
  const opens = (id: string): void => {
    const opening = { channel: 'by hand', thread: '', customer: customerOf('Jo'), subject: 'Late', skills: [] };
    write(ann, [{ kind: 'opened', conversation: asConversationId(id), priority: 'normal', ...opening }], WALL);
  };
  replica.write = (agent, drafts: readonly Draft[], at) => {
    const entries = write(agent, drafts, at);
    written.push(...entries);
    return entries;
  };
  clocks.advance(asMonoMs(0), true);
  const presence = seenIn(replica.team);
  return { replica, clocks, written, write, opens, dispatcher: new Dispatcher(replica, clocks, presence) };
};

describe('[DI5] what is checked in the moment of writing', () => {
  test('[DI5] whether it is the dispatcher is asked before each write: once it is not, nothing more is written', () => {
    const { dispatcher, opens, written } = desk();
    opens('c1');
    opens('c2');
    let asked = 0;
    dispatcher.run(ann, now, () => (asked += 1) === 1);
    // Both in one transaction.
    expect(written.map((entry) => entry.kind)).toEqual(['assigned', 'assigned']);
    expect(asked).toBe(2);
  });

  test('[DI5] one who lost the election between two writes leaves the second to the next', () => {
    const { dispatcher, clocks, opens, replica, written, write } = desk();
    const settings = { kind: 'settings', patch: { capacity: 1, awayGraceMs: 1000 } } as const;
    write(ann, [settings], WALL);
    opens('c1');
    opens('c2');
    dispatcher.run(ann, now, () => true);
    for (const conversation of replica.team.conversations.values()) clocks.see(conversation);
    for (let second = 0; second <= 60; second += 1) clocks.advance(asMonoMs(second * 1000), true);
    write(ann, [{ kind: 'settings', patch: { capacity: 5 } }], WALL);
    written.length = 0;
    // What the first write frees would be given out by the second.
    dispatcher.run(ann, now, () => written.length === 0);
    expect(written.map((entry) => entry.kind)).toEqual(['reclaimed']);
  });

  test('[DI5] it decides on the head that stands, and names it', () => {
    const { dispatcher, opens, replica, written, write } = desk();
    const c1 = asConversationId('c1');
    opens('c1');
    write(ben, [{ kind: 'transferred', conversation: c1, base: null, to: ann, note: '' }], WALL);
    const [returned] = write(
      ann,
      [{ kind: 'returned', conversation: c1, base: replica.team.conversations.get(c1)?.base ?? null }],
      WALL,
    );
    dispatcher.run(ann, now, () => true);
    expect(written).toMatchObject([{ kind: 'assigned', base: returned?.id }]);
    expect(replica.team.conversations.get(c1)).toMatchObject({ state: 'assigned', offeredBy: 'dispatcher' });
  });

  test('[DI5] nobody’s turn: nothing is read and nothing is written', () => {
    const { dispatcher, opens, written } = desk();
    opens('c1');
    dispatcher.run(ann, now, () => false);
    expect(written).toEqual([]);
  });
});

describe('[CO2] a counter forged up to its bound', () => {
  test('[CO2] [DI5] what cannot count any more is written once, and the rest is given out', () => {
    const { dispatcher, opens, replica, written } = desk();
    opens('c1');
    opens('c2');
    const c1 = asConversationId('c1');
    // As another device would write it that is last among equals.
    const forged = new Replica({ device: asDeviceId('zz'), token: () => 'forged' });
    Y.applyUpdate(forged.doc, Y.encodeStateAsUpdate(replica.doc));
    const writer = { device: asDeviceId('zz'), agent: ben, lamport: MAX_LAMPORT, at: WALL };
    const returned: Entry = { kind: 'returned', conversation: c1, base: null, id: asEntryId('high'), ...writer };
    forged.doc.getMap('logs').set('2026-11-22/zz/s', Y.Array.from([formatEntry(returned)]));
    Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(forged.doc));
    expect(replica.team.conversations.get(c1)).toMatchObject({ state: 'waiting', base: 'high' });
    let rounds = 0;
    for (; rounds < 10; rounds += 1) {
      const before = written.length;
      dispatcher.run(ann, now, () => true);
      if (written.length === before) break;
    }
    expect(rounds).toBeLessThan(3);
    expect(written.filter((entry) => 'conversation' in entry && entry.conversation === c1).length).toBeLessThanOrEqual(
      1,
    );
    expect(replica.team.conversations.get(asConversationId('c2'))?.state).toBe('assigned');
  });
});
