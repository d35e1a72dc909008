// The snapshot of the first screen: what of the team goes into it, and which records are believed.

import { describe, expect, test } from 'vitest';

import { asAgentId, asConversationId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import { MOST_WAITING, takeSnapshot, type TeamSnapshot } from '../../../src/domain/team-snapshot.ts';
import { SnapshotTeam } from '../../../src/domain/snapshot-team.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { openSnapshot, sealSnapshot } from '../../../src/storage/first-look.ts';

const NOW = asWallMs(1_790_000_000_000);
const ME = asAgentId('agent-me');
const OTHER = asAgentId('agent-other');
const OURS = { team: 'team-1', build: '/assets/index-1.js' };

let serial = 0;
const token = (bytes: number): string => `${(serial += 1)}`.padStart(bytes, '0');

/** A team of two with so many waiting, two of mine, and a closed one. */
const teamOf = (waiting: number): Replica => {
  const replica = new Replica({ device: asDeviceId('device-1'), token });
  replica.write(
    ME,
    [
      { kind: 'founded', name: 'Fernhill' },
      { kind: 'joined', name: 'Hana', role: 'supervisor' },
    ],
    NOW,
  );
  replica.write(OTHER, [{ kind: 'joined', name: 'Jonas', role: 'agent' }], NOW);
  for (let index = 0; index < waiting + 3; index += 1) {
    const conversation = asConversationId(`conversation-${index}`);
    const customer = { key: `customer-${index}`, name: `Customer ${index}` };
    const opened = { channel: 'email', thread: `${index}`, subject: 'Help', priority: 'normal', skills: [] } as const;
    replica.write(
      OTHER,
      [
        { kind: 'opened', conversation, customer, ...opened },
        { kind: 'message', conversation, from: 'customer', text: 'x'.repeat(1_000) },
      ],
      asWallMs(NOW + index),
    );
    if (index < 3) replica.write(ME, [{ kind: 'taken', conversation, base: null }], asWallMs(NOW + index));
  }
  const base = replica.team.conversations.get(asConversationId('conversation-2'))?.base ?? null;
  replica.write(ME, [{ kind: 'closed', conversation: asConversationId('conversation-2'), base, seen: 1 }], NOW);
  return replica;
};

const sealed = (snapshot: TeamSnapshot): Uint8Array => sealSnapshot(snapshot, OURS) ?? new Uint8Array();
const snapshot = takeSnapshot(teamOf(5).team, ME, NOW);

describe('a snapshot', () => {
  test('[OF2] comes back with the lists, the agents and the counts that were there', () => {
    const { team } = teamOf(5);
    const back = openSnapshot(sealed(takeSnapshot(team, ME, NOW)), OURS);
    if (back === null) throw new Error('It was not believed.');
    const read = new SnapshotTeam(back);
    const ids = (list: Iterable<{ readonly id: string }>): readonly string[] => [...list].map(({ id }) => id);
    expect(ids(read.waiting())).toEqual(ids(team.waiting(NOW)));
    expect(ids(read.heldBy(ME))).toEqual(ids(team.heldBy(ME)));
    expect([...read.agents.values()]).toEqual([...team.agents.values()].map((agent) => ({ ...agent })));
    expect([read.name, read.settings]).toEqual([team.name, team.settings]);
    expect(back.counts).toEqual({ waiting: 5, closed: 1 });
  });

  test('holds the beginning of a long list, how long it is, and no entries', () => {
    const { team } = teamOf(MOST_WAITING + 50);
    const taken = takeSnapshot(team, ME, NOW);
    expect(taken.waiting).toHaveLength(MOST_WAITING);
    expect(taken.counts.waiting).toBe(MOST_WAITING + 50);
    expect(taken.waiting.every(({ entries, last }) => entries.length === 0 && (last?.text.length ?? 0) <= 200)).toBe(
      true,
    );
    expect(sealed(taken).length).toBeLessThan(500_000);
    expect(openSnapshot(sealed(taken), OURS)).toEqual(JSON.parse(JSON.stringify(taken)));
  });
});

describe('is not believed', () => {
  test('where a byte is another, the end is missing, or something is added', () => {
    const record = sealed(snapshot);
    expect(openSnapshot(record, OURS)).not.toBeNull();
    for (let at = 0; at < record.length; at += 7) {
      const damaged = record.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(openSnapshot(damaged, OURS), `byte ${at}`).toBeNull();
    }
    expect(openSnapshot(record.subarray(0, -1), OURS)).toBeNull();
    expect(openSnapshot(new Uint8Array([...record, 0]), OURS)).toBeNull();
  });

  test('where it is of another team or another build of the app', () => {
    expect(openSnapshot(sealed(snapshot), { ...OURS, team: 'team-2' })).toBeNull();
    expect(openSnapshot(sealed(snapshot), { ...OURS, build: '/assets/index-2.js' })).toBeNull();
  });

  test('where it is nothing, or anything else', () => {
    for (const record of [undefined, null, 1, 'text', {}, new Uint8Array(), new Uint8Array(9)]) {
      expect(openSnapshot(record, OURS)).toBeNull();
    }
  });

  test('where it is whole and says what cannot be', () => {
    const [first] = snapshot.waiting;
    if (first === undefined) throw new Error('Nobody waits.');
    const wrong: readonly (readonly [string, unknown])[] = [
      ['more rows than are kept', { ...snapshot, waiting: Array.from({ length: MOST_WAITING + 1 }, () => first) }],
      ['a subject of a megabyte', { ...snapshot, waiting: [{ ...first, subject: 'x'.repeat(1_000_000) }] }],
      ['a customer without a name', { ...snapshot, waiting: [{ ...first, customer: { key: 'k', name: '' } }] }],
      ['one that waits and is held', { ...snapshot, held: [first] }],
      ['entries', { ...snapshot, waiting: [{ ...first, entries: [{}] }] }],
      ['a capacity of nought', { ...snapshot, settings: { ...snapshot.settings, capacity: 0 } }],
      ['no settings', { ...snapshot, settings: {} }],
      ['an agent without a standing', { ...snapshot, agents: [{ ...snapshot.agents[0], standing: null }] }],
      ['a count below nought', { ...snapshot, counts: { waiting: -1, closed: 0 } }],
      ['no rows', { ...snapshot, waiting: null }],
    ];
    for (const [what, value] of wrong) expect(openSnapshot(sealed(value as TeamSnapshot), OURS), what).toBeNull();
  });

  test('and is not kept where it would be too large', () => {
    const name = 'x'.repeat(3_000_000);
    expect(sealSnapshot({ ...snapshot, name }, OURS)).toBeNull();
  });
});
