// The log of a busy team over a year, as updates of Yjs of the size of stored records: twelve agents, 250 working days
// of 500 conversations, eight entries each, beside logins and choices of status. Each device has a log and a Yjs client of
// its own each day, as in use. All is closed but what the last day left. The same every time.

import * as Y from 'yjs';

import type { Draft, Entry } from '../../src/domain/entry.ts';
import { asAgentId, asConversationId, asDeviceId, asEntryId, asWallMs, type EntryId } from '../../src/domain/ids.ts';
import { logKey } from '../../src/replica/log-key.ts';
import { formatEntry } from '../../src/replica/wire.ts';

export interface YearSize {
  readonly days: number;
  readonly conversationsADay: number;
}

export const YEAR: YearSize = { days: 250, conversationsADay: 500 };

const AGENTS = 12;
const DEVICES_A_RECORD = 3;
const WAITING = 40;
const HELD = 40;
const CUSTOMERS = 30_000;
const DAY_MS = 86_400_000;
const SHIFT_MS = 9 * 3_600_000;
const STEP_MS = 90_000;
const BEGIN = Date.UTC(2026, 0, 5, 8);
const REASON = { rule: 'idle', load: 1, eligible: 4, nextBest: null } as const;
const WORDS =
  'order parcel grinder kettle invoice refund delivery Monday Leeds address handle broken part replace thanks please ' +
  'since again warranty colour larger smaller colleague answer account charged twice card courier door neighbour box ' +
  'filter leaks water noise roast beans subscription pause cancel change date week month receipt company tax number';
const VOCABULARY = WORDS.split(' ');

const agentOf = (index: number) => asAgentId(`year-agent-${String(index % AGENTS).padStart(2, '0')}`);
const deviceOf = (index: number) => asDeviceId(`year-device-${String(index % AGENTS).padStart(2, '0')}`);

/** The words of one message, the same every time; the first names it alone. */
const textOf = (conversation: number, entry: number): string => {
  let state = (conversation * 16 + entry + 1) >>> 0;
  const words = Array.from({ length: 11 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return VOCABULARY[(state >>> 8) % VOCABULARY.length] ?? '';
  });
  return `${wordOf(conversation, entry)} ${words.join(' ')}`;
};

/** A word that stands in one message of the year only. */
export const wordOf = (conversation: number, entry: number): string => `ref${conversation}x${entry}`;

type State = 'waiting' | 'held' | 'closed';

/** One day of it: what each device wrote. */
class Day {
  readonly #logs: Entry[][] = Array.from({ length: AGENTS }, () => []);
  #lamport: number;

  constructor(lamport: number) {
    this.#lamport = lamport;
  }

  get lamport(): number {
    return this.#lamport;
  }

  write(by: number, at: number, draft: Draft): EntryId {
    this.#lamport += 1;
    const id = draft.id ?? asEntryId(`year${String(this.#lamport).padStart(12, '0')}`);
    const header = { id, device: deviceOf(by), agent: agentOf(by), lamport: this.#lamport, at: asWallMs(at) };
    this.#logs[by % AGENTS]?.push({ ...draft, ...header } as Entry);
    return id;
  }

  /** As the devices' own documents hold it, each a client of Yjs. */
  records(day: number, at: number): readonly Uint8Array[] {
    const updates = this.#logs.map((entries, device) => {
      const doc = new Y.Doc();
      doc.clientID = 1 + day * AGENTS + device;
      doc.transact(() => {
        const log = new Y.Array<unknown>();
        log.push(entries.map(formatEntry));
        doc.getMap('logs').set(logKey(asWallMs(at), deviceOf(device), `day-${day}`), log);
      });
      return Y.encodeStateAsUpdate(doc);
    });
    const starts = Array.from({ length: AGENTS / DEVICES_A_RECORD }, (_, nth) => nth * DEVICES_A_RECORD);
    return starts.map((from) => Y.mergeUpdates(updates.slice(from, from + DEVICES_A_RECORD)));
  }
}

const converse = (day: Day, index: number, at: number, state: State): void => {
  const conversation = asConversationId(`year-conversation-${index}`);
  const [dispatcher, agent] = [index % 3, index % AGENTS];
  const customer = { key: `customer-${index % CUSTOMERS}`, name: `Customer ${index % CUSTOMERS}` };
  const says = (entry: number): Draft => {
    return { kind: 'message', conversation, from: 'customer', text: textOf(index, entry) };
  };
  const subject = `Question ${index}`;
  const priority = index % 20 === 0 ? 'high' : 'normal';
  day.write(dispatcher, at, {
    kind: 'opened',
    conversation,
    channel: 'email',
    thread: `${index}`,
    customer,
    subject,
    priority,
    skills: [],
  });
  day.write(dispatcher, at, says(0));
  if (state === 'waiting') return;
  const to = agentOf(agent);
  const offer = { kind: 'assigned', conversation, base: null, to, round: 0, reason: REASON } as const;
  const assigned = day.write(dispatcher, at + 5_000, offer);
  const base = day.write(agent, at + 20_000, { kind: 'pickedUp', conversation, base: assigned });
  day.write(agent, at + 60_000, { kind: 'reply', conversation, base, text: textOf(index, 1) });
  day.write(dispatcher, at + 120_000, says(2));
  day.write(agent, at + 180_000, { kind: 'reply', conversation, base, text: textOf(index, 3) });
  if (state === 'closed') day.write(agent, at + 200_000, { kind: 'closed', conversation, base, seen: 2 });
};

/** Everybody comes, is Ready, and goes. `stood`: the last choice of each, replaced by the next. */
const attend = (day: Day, at: number, intent: 'ready' | 'away', stood: (EntryId | undefined)[]): void => {
  for (let agent = 0; agent < AGENTS; agent += 1) {
    const last = stood[agent];
    if (intent === 'ready') day.write(agent, at, { kind: 'login' });
    const replaces = last === undefined ? [] : [last];
    stood[agent] = day.write(agent, at, { kind: 'status', of: agentOf(agent), intent, replaces, by: 'person' });
    if (intent === 'away') day.write(agent, at, { kind: 'logout' });
  }
};

export function* yearOf({ days, conversationsADay }: YearSize): Generator<Uint8Array> {
  const all = days * conversationsADay;
  const stood: (EntryId | undefined)[] = [];
  let lamport = 0;
  for (let date = 0; date < days; date += 1) {
    const begun = BEGIN + Math.floor((date * 365) / 250) * DAY_MS;
    const day = new Day(lamport);
    if (date === 0) {
      for (let agent = 0; agent < AGENTS; agent += 1)
        day.write(agent, begun, { kind: 'joined', name: `Agent ${agent}`, role: 'agent' });
    }
    attend(day, begun, 'ready', stood);
    for (let nth = 0; nth < conversationsADay; nth += 1) {
      const index = date * conversationsADay + nth;
      const state = index >= all - WAITING ? 'waiting' : index >= all - WAITING - HELD ? 'held' : 'closed';
      converse(day, index, begun + Math.floor((nth * (SHIFT_MS - 3 * STEP_MS)) / conversationsADay), state);
    }
    attend(day, begun + SHIFT_MS, 'away', stood);
    ({ lamport } = day);
    yield* day.records(date, begun);
  }
}
