// Entries as nobody should write them, from the document to the fold: what does not parse is skipped and
// counted; what parses and makes no sense is folded all the same, alike everywhere, and nothing throws.

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { EntryKind } from '../../../src/domain/entry.ts';
import { asConversationId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import { MAX_LAMPORT, MAX_TEXT } from '../../../src/domain/limits.ts';
import type { TeamFold } from '../../../src/domain/team-fold.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { everythingIn } from '../../support/chaos.ts';
import { START_MS } from '../../support/log.ts';

type Wire = Readonly<Record<string, unknown>>;

const header = { i: 'e1', a: 'ann', l: 3, t: START_MS };
const routing = { ...header, c: 'c1', b: null };
const reason = { rule: 'only', load: 0, eligible: 1, nextBest: null };
const opened = {
  ...header,
  k: 'opened',
  i: 'o1',
  l: 1,
  c: 'c1',
  ch: 'mail',
  th: 't',
  cu: { key: 'k', name: 'Jo' },
  s: 'Late',
  p: 'normal',
  sk: [],
};

/** One good entry of each kind, as it lies in the document. */
const GOOD: Readonly<Record<EntryKind, Wire>> = {
  opened,
  message: { ...header, k: 'message', c: 'c1', f: 'customer', x: 'Hello' },
  reply: { ...routing, k: 'reply', x: 'Hello' },
  note: { ...header, k: 'note', c: 'c1', x: 'Hm' },
  tagged: { ...header, k: 'tagged', c: 'c1', g: 'refund', v: true },
  needsChanged: { ...header, k: 'needsChanged', c: 'c1', p: 'urgent', sk: ['tax'] },
  snoozed: { ...header, k: 'snoozed', c: 'c1', b: 'e9', e: 2_000_000, n: 1 },
  assigned: { ...routing, k: 'assigned', o: 'ann', r: 0, y: reason },
  pickedUp: { ...routing, k: 'pickedUp' },
  reclaimed: { ...routing, k: 'reclaimed', y: 'timeout' },
  transferred: { ...routing, k: 'transferred', o: 'ben', x: '' },
  taken: { ...routing, k: 'taken' },
  returned: { ...routing, k: 'returned' },
  closed: { ...routing, k: 'closed', n: 0 },
  unknownRouting: { ...routing, k: 'escalated', u: { state: 'active', owner: 'ben' }, w: 4 },
  founded: { ...header, k: 'founded', n: 'North' },
  joined: { ...header, k: 'joined', n: 'Ann', r: 'agent' },
  agentChanged: { ...header, k: 'agentChanged', of: 'ann', n: 'Anna' },
  savedReply: { ...header, k: 'savedReply', re: 's1', co: 'hi', n: 'Hello', x: 'Good day', v: false },
  settings: { ...header, k: 'settings', p: { capacity: 4 } },
  login: { ...header, k: 'login' },
  logout: { ...header, k: 'logout' },
  status: { ...header, k: 'status', of: 'ann', v: 'ready', re: [], y: 'person' },
  chat: { ...header, k: 'chat', o: 'team', x: 'Hi' },
  askLinkMade: { ...header, k: 'askLinkMade', ln: 'l1', n: 'Counter', kk: 'AAAA', pk: 'AAAA', sk: 'AAAA' },
  askLinkRevoked: { ...header, k: 'askLinkRevoked', ln: 'l1' },
  customerBlocked: { ...header, k: 'customerBlocked', cu: 'ask/t', v: true },
};
const kinds = Object.keys(GOOD) as EntryKind[];

const replicaOf = (entries: readonly unknown[], device = 'mallory'): Replica => {
  const doc = new Y.Doc();
  const log = new Y.Array<unknown>();
  doc.getMap('logs').set(`2026-11-22/${device}/s`, log);
  log.push([...entries]);
  return new Replica({ doc, device: asDeviceId('reader'), token: () => 'token' });
};

const skips = (replica: Replica): number => [...replica.skipped.values()].reduce((sum, count) => sum + count, 0);
const everything = (replica: Replica): unknown => everythingIn(replica.team as TeamFold);

/** Values that some field of some kind takes, and no field takes all of them. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'x'.repeat(MAX_TEXT + 1),
  [],
  [null],
  {},
  { state: 'active' },
  { key: 1, name: 2 },
  Array.from({ length: 1_000 }, () => 'y'),
];

describe('[CO7] every kind of entry, every field of it spoilt', () => {
  test.for(kinds)('[CO7] %s: taken whole as it should be', (kind) => {
    const replica = replicaOf([opened, { ...GOOD[kind], i: 'e2' }]);
    expect([skips(replica), replica.size]).toEqual([0, 2]);
  });

  test.for(kinds)(
    '[CO7] %s: each field missing, of a wrong type or too large is skipped and counted, or means nothing',
    (kind) => {
      const good = GOOD[kind];
      for (const field of Object.keys(good)) {
        const bad = ODD.map((odd, index): Wire => {
          const whole: Wire = { ...good, i: `e${index + 2}` };
          const { [field]: _, ...others } = whole;
          return odd === undefined ? others : { ...others, [field]: odd };
        });
        const replica = replicaOf([opened, ...bad, { ...GOOD.login, i: 'last' }]);
        // Each is counted as skipped or is held, and takes no other with it.
        expect(skips(replica) + replica.size, field).toBe(bad.length + 2);
        expect(skips(replica), field).toBeGreaterThan(5);
        expect(replica.team.conversations.has(asConversationId('c1'))).toBe(true);
      }
    },
  );

  test('[CO2] counters: from 0 to 2^40 they parse; 2^53, negative, broken and none do not', () => {
    const counters = [2 ** 53, 2 ** 40 + 1, -1, 1.5, Number.NaN, '7', null];
    const replica = replicaOf([opened, ...counters.map((l, index) => ({ ...GOOD.note, i: `n${index}`, l }))]);
    expect([skips(replica), replica.size]).toEqual([counters.length, 1]);
    expect(replicaOf([opened, { ...GOOD.note, l: MAX_LAMPORT }, { ...GOOD.login, l: 0 }]).size).toBe(3);
  });

  test('[CO7] what is no entry at all, and a log that is no log', () => {
    const nonsense = [null, 7, 'text', [], [opened], {}, { k: 'toString' }, { k: '__proto__' }, new Uint8Array(9)];
    const replica = replicaOf([...nonsense, opened]);
    expect([skips(replica), replica.size]).toEqual([nonsense.length, 1]);
    replica.doc.getMap('logs').set('2026-11-22/mallory/other', 'not a log');
    replica.doc.getMap('logs').set('no key of ours', new Y.Array<unknown>());
    expect([skips(replica), replica.size]).toEqual([nonsense.length + 2, 1]);
  });
});

describe('[CO3] entries that name what is not there', () => {
  const acts = [
    'assigned',
    'pickedUp',
    'reclaimed',
    'transferred',
    'taken',
    'returned',
    'closed',
    'unknownRouting',
    'reply',
  ] as const;

  test.for(acts)('[CO3] %s: of a conversation that was never opened waits for it, and breaks nothing', (kind) => {
    const act = { ...GOOD[kind], i: 'e2', c: 'c9' };
    const replica = replicaOf([opened, act]);
    expect([...replica.team.conversations.keys()]).toEqual(['c1']);
    const late = replicaOf([opened, act, { ...opened, i: 'o9', c: 'c9' }]);
    expect(everything(late)).toEqual(everything(replicaOf([opened, { ...opened, i: 'o9', c: 'c9' }, act])));
    expect(late.team.conversations.size).toBe(2);
  });

  test.for(acts)('[CO3] %s: on a base that never comes is a crossed act, the same everywhere', (kind) => {
    const act = { ...GOOD[kind], i: 'e2', b: 'never' };
    const taken = { ...GOOD.taken, i: 't1', l: 2, a: 'cat' };
    const states = [
      [opened, taken, act],
      [act, taken, opened],
      [taken, act, opened],
    ].map((some) => everything(replicaOf(some)));
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  test('[CO3] agents whom nobody knows hold nothing that shows, until they join', () => {
    const ghosts = [
      { ...GOOD.assigned, o: 'ghost' },
      { ...GOOD.transferred, i: 'e2', b: 'e1', l: 4, o: 'ghost' },
      { ...GOOD.agentChanged, i: 'e3', of: 'ghost' },
      { ...GOOD.status, i: 'e4', of: 'ghost' },
      { ...GOOD.chat, i: 'e5', o: 'ghost' },
    ];
    const replica = replicaOf([opened, ...ghosts]);
    expect([replica.team.agents.size, skips(replica)]).toEqual([0, 0]);
    expect(replica.team.conversations.get('c1' as never)).toMatchObject({ state: 'assigned', owner: 'ghost' });
    const joined = replicaOf([opened, ...ghosts, { ...GOOD.joined, i: 'e6', a: 'ghost' }]);
    expect(joined.team.agents.get('ghost' as never)).toMatchObject({ open: 1, standing: { intent: 'ready' } });
  });
});

describe('[CO4] bases in a circle', () => {
  test.for([1, 2, 3, 7])('[CO4] of %i entries: each is a crossed act, and all replicas agree', (length) => {
    const circle = Array.from({ length }, (_, index) => ({
      ...GOOD.taken,
      i: `r${index}`,
      a: `agent${index}`,
      l: 2 + index,
      b: `r${(index + length - 1) % length}`,
    }));
    const replica = replicaOf([opened, ...circle]);
    expect(replica.team.conversations.get('c1' as never)).toMatchObject({
      state: 'active',
      owner: `agent${length - 1}`,
    });
    expect(everything(replicaOf([...circle, opened].toReversed()))).toEqual(everything(replica));
    expect(everything(replicaOf([...circle.toReversed(), opened]))).toEqual(everything(replica));
  });

  test('[CO4] answers in a circle of lines end, and name one holder', () => {
    const lines = [
      { ...GOOD.taken, i: 'r1', l: 2, b: 'r2', a: 'ann' },
      { ...GOOD.reply, i: 'r2', l: 3, b: 'r1', a: 'ann' },
      { ...GOOD.reply, i: 'r3', l: 4, b: 'r3', a: 'ben' },
      { ...GOOD.transferred, i: 'r4', l: 5, b: 'r2', a: 'ann', o: 'ben' },
    ];
    const replica = replicaOf([opened, ...lines]);
    expect(everything(replicaOf([...lines.toReversed(), opened]))).toEqual(everything(replica));
    expect(skips(replica)).toBe(0);
  });
});

describe('[CO7] contradictions', () => {
  test('[CO7] a stamp before 1970, after 9999 or none does not parse; any other is taken as it is', () => {
    const stamps = [-1, 253_402_300_800_000, Number.NaN, '2026', null];
    const replica = replicaOf([opened, ...stamps.map((t, index) => ({ ...GOOD.note, i: `n${index}`, t }))]);
    expect(skips(replica)).toBe(stamps.length);
    const future = { ...opened, i: 'o2', c: 'c2', t: 253_402_300_799_999 };
    const waiting = replicaOf([opened, future]).team.waiting(asWallMs(START_MS + 1_000));
    expect(waiting.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  test('[CO7] settings outside of their bounds are not taken, not even in part', () => {
    const patches = [{ capacity: 0 }, { capacity: 4, awayGraceMs: 1 }, { capacity: '5' }, { volume: 11 }, []];
    const replica = replicaOf(patches.map((p, index) => ({ ...GOOD.settings, i: `s${index}`, p })));
    expect(skips(replica)).toBe(patches.length);
    expect(replica.team.settings.capacity).toBe(5);
  });

  test('[CO7] an outcome that contradicts itself does not parse', () => {
    const outcomes = [
      { state: 'active' },
      { state: 'parked', owner: 'ben' },
      { state: 'assigned', owner: '' },
      'closed',
      [],
    ];
    const replica = replicaOf([opened, ...outcomes.map((u, index) => ({ ...GOOD.unknownRouting, i: `u${index}`, u }))]);
    expect([skips(replica), replica.size]).toEqual([outcomes.length, 1]);
  });
});
