// Entries of every kind that fit together badly: bases that do not exist, counters that go back, ids
// that two devices share. Whatever they are, all replicas must make the same of them (CO3).

import fc from 'fast-check';
import type { Entry } from '../../src/domain/entry.ts';
import type { TeamFold } from '../../src/domain/team-fold.ts';
import { asAgentId, asWallMs } from '../../src/domain/ids.ts';
import { START_MS } from './log.ts';

const agents = ['ann', 'ben', 'cat'] as const;
const conversations = ['c1', 'c2'] as const;
const agent = fc.constantFrom(...agents);
interface Room {
  /** Few ids, counters and devices: many entries stand at one place, as only forged ones do. */
  readonly ids: number;
  readonly lamports: number;
  readonly devices: number;
}

const ROOMY: Room = { ids: 40, lamports: 25, devices: 3 };
export const TIGHT: Room = { ids: 4, lamports: 3, devices: 1 };

const headersIn = ({ ids, lamports, devices }: Room) => {
  const id = fc.integer({ min: 1, max: ids }).map((index) => `e${index}`);
  const header = {
    id,
    device: fc.integer({ min: 1, max: devices }).map((index) => `d${index}`),
    agent,
    lamport: fc.integer({ min: 0, max: lamports }),
    at: fc.integer({ min: START_MS, max: START_MS + 50_000 }),
  };
  const base = fc.option(id, { nil: null, freq: 5 });
  return { id, header, routing: { ...header, conversation: fc.constantFrom(...conversations), base } };
};

type Headers = ReturnType<typeof headersIn>;

const kind = <T extends string>(name: T) => ({ kind: fc.constant(name) });
const reason = fc.constant({ rule: 'only', load: 0, eligible: 1, nextBest: null });
const customer = fc.constantFrom({ key: 'k1', name: 'Mira' }, { key: 'k2', name: 'Jo' });
const outcome = fc.oneof(
  fc.record({ state: fc.constantFrom('waiting', 'closed') }),
  fc.record({ state: fc.constantFrom('assigned', 'active'), owner: agent }),
);

const conversationEntries = ({ header, routing }: Headers) => [
  fc.record({
    ...kind('opened'),
    ...header,
    conversation: routing.conversation,
    channel: fc.constant('by hand'),
    thread: fc.constant(''),
    customer,
    subject: fc.constantFrom('One', 'Two'),
    priority: fc.constantFrom('urgent', 'high', 'normal', 'low'),
    skills: fc.constant([]),
  }),
  fc.record({
    ...kind('message'),
    ...header,
    conversation: routing.conversation,
    from: fc.constantFrom('customer', 'imported'),
    text: fc.constantFrom('Yes', 'No'),
  }),
  fc.record({ ...kind('reply'), ...routing, text: fc.constantFrom('So', 'Thus') }),
  fc.record({ ...kind('note'), ...header, conversation: routing.conversation, text: fc.constant('Hm') }),
  fc.record({ ...kind('assigned'), ...routing, to: agent, round: fc.integer({ min: 0, max: 2 }), reason }),
  fc.record({ ...kind('pickedUp'), ...routing }),
  fc.record({ ...kind('reclaimed'), ...routing, cause: fc.constantFrom('timeout', 'away', 'gone') }),
  fc.record({ ...kind('transferred'), ...routing, to: agent, note: fc.constant('') }),
  fc.record({ ...kind('taken'), ...routing }),
  fc.record({ ...kind('returned'), ...routing }),
  fc.record({ ...kind('closed'), ...routing, seen: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    ...kind('unknownRouting'),
    ...routing,
    name: fc.constant('escalated'),
    outcome,
    strength: fc.integer({ min: 0, max: 5 }),
  }),
];

const teamEntries = ({ header, id }: Headers) => [
  fc.record({ ...kind('founded'), ...header, name: fc.constantFrom('North', 'South') }),
  fc.record({
    ...kind('joined'),
    ...header,
    name: fc.constantFrom('A', 'B'),
    role: fc.constantFrom('supervisor', 'agent'),
  }),
  fc.record({ ...kind('agentChanged'), ...header, of: agent, skills: fc.constantFrom([], ['tax']) }),
  fc.record({
    ...kind('settings'),
    ...header,
    patch: fc.constantFrom({ capacity: 3 }, { capacity: 4, headStartHighS: 10 }),
  }),
  fc.record({ ...kind('login'), ...header }),
  fc.record({ ...kind('logout'), ...header }),
  fc.record({
    ...kind('status'),
    ...header,
    of: agent,
    intent: fc.constantFrom('ready', 'away'),
    replaces: fc.array(id, { maxLength: 3 }),
    by: fc.constantFrom('person', 'system'),
  }),
  fc.record({
    ...kind('chat'),
    ...header,
    room: fc.constantFrom('team', ...agents),
    text: fc.constantFrom('Hi', 'Ho'),
  }),
];

/** Any entries at all, in any order. */
export const chaos = (maxLength = 60, room: Room = ROOMY): fc.Arbitrary<Entry[]> => {
  const headers = headersIn(room);
  const ofConversations = conversationEntries(headers);
  const entry = fc.oneof(...ofConversations, ...ofConversations, ...teamEntries(headers));
  return fc.array(entry, { maxLength, size: 'max' }) as unknown as fc.Arbitrary<Entry[]>;
};

/** The same entries as they reach another replica: in another order, some twice, in batches. */
export const delivery = (entries: readonly Entry[]): fc.Arbitrary<Entry[][]> => {
  const copies = entries.map((entry) => structuredClone(entry));
  const again = fc.subarray(copies);
  const shuffled = again.chain((twice) => {
    const all = [...copies, ...twice];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
  return shuffled.chain((all) =>
    fc.array(fc.integer({ min: 1, max: 10 }), { minLength: all.length, maxLength: all.length }).map((sizes) => {
      const batches: Entry[][] = [];
      let rest = all;
      for (const size of sizes) {
        if (rest.length === 0) break;
        batches.push(rest.slice(0, size));
        rest = rest.slice(size);
      }
      return batches;
    }),
  );
};

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

/** Everything that a fold says, as a plain value that can be compared. */
export const everythingIn = (fold: TeamFold, now = START_MS + 25_000): unknown => ({
  name: fold.name,
  settings: fold.settings,
  lamport: fold.lamport,
  size: fold.size,
  agents: [...fold.agents].sort(byKey),
  conversations: [...fold.conversations]
    .sort(byKey)
    .map(([name, { entries, ...conversation }]) => [name, { ...conversation, entries }]),
  waiting: fold.waiting(asWallMs(now)).map((conversation) => conversation.id),
  assigned: [...fold.assigned()].map((conversation) => conversation.id).sort(),
  held: agents.map((name) => fold.heldBy(asAgentId(name)).map((conversation) => conversation.id)),
  served: ['k1', 'k2'].map((key) => fold.lastServer(key)),
  histories: agents.map((name) => fold.statusHistory(asAgentId(name))),
  talk: [
    fold.chat('team'),
    fold.chat([asAgentId('ann'), asAgentId('ben')]),
    fold.chat([asAgentId('cat'), asAgentId('ann')]),
  ],
});
