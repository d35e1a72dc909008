// Four days of a team of twelve and 500 conversations, written with their stamps instead of lived through. Entries
// of the past are written by hand, as the dispatcher and the agents would have; who is Ready holds as much as they
// can, so that a real dispatcher that reads this finds nothing to do.

import * as Y from 'yjs';

import { ownerOf } from '../../src/domain/conversation-state.ts';
import type { Draft, Priority } from '../../src/domain/entry.ts';
import {
  asAgentId,
  asConversationId,
  asDeviceId,
  asWallMs,
  type AgentId,
  type ConversationId,
  type EntryId,
  type WallMs,
} from '../../src/domain/ids.ts';
import { Acts } from '../../src/engine/acts.ts';
import { Replica } from '../../src/replica/replica.ts';
import { ELSEWHERE, NAMES, ROOM, TALKS, THERE, type Talk } from './northlight.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const CLOSED = 440;
const WAITING = 14;
/** What each who is there holds and has picked up; 5 is all that one can hold. */
const HELD: Readonly<Record<string, number>> = { Hana: 3, Jonas: 5, Amara: 5, 偉倫: 1, Priya: 2, Tomás: 1, Noor: 2 };
/** Given to Hana and not picked up yet. */
const OFFERED = 2;

interface Act {
  readonly at: number;
  run(at: WallMs): void;
}

interface Given {
  readonly conversation: ConversationId;
  /** What the next routing entry names. */
  readonly base: EntryId;
}

/** The same numbers every time. */
const counted = (): (() => number) => {
  let state = 20_261_119;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

class BusyDays {
  readonly #replica: Replica;
  readonly #agents = new Map<string, AgentId>();
  readonly #acts: Act[] = [];
  readonly #now: number;
  readonly #random = counted();
  #serial = 0;

  constructor(doc: Y.Doc, now: number) {
    this.#now = now;
    let tokens = 0;
    const token = (bytes: number): string => `${(tokens += 1)}`.padStart(Math.ceil((bytes * 4) / 3), 'p');
    this.#replica = new Replica({ doc, device: asDeviceId('pictures-device'), token });
    for (const [id, { name }] of this.#replica.team.agents) this.#agents.set(name, id);
  }

  write(): void {
    this.#join();
    for (let day = 3; day >= 0; day -= 1) this.#attend(day);
    for (let each = 0; each < CLOSED; each += 1) this.#serve(this.#pastMinute(each));
    for (const [name, count] of Object.entries(HELD))
      for (let each = 0; each < count; each += 1) this.#hold(name, this.#now - (4 + this.#random() * 90) * MINUTE_MS);
    for (let each = 0; each < OFFERED; each += 1) this.#offer(this.#now - (each + 0.6) * MINUTE_MS);
    for (let each = 0; each < WAITING; each += 1) this.#wait(this.#now - (0.5 + each * 1.1) * MINUTE_MS);
    ROOM.forEach(([name, text], index) =>
      this.#plan(this.#now - (40 - index * 6) * MINUTE_MS, this.#agent(name), { kind: 'chat', room: 'team', text }),
    );
    this.#acts.sort((a, b) => a.at - b.at);
    for (const { at, run } of this.#acts) run(asWallMs(Math.round(at)));
  }

  #agent(name: string): AgentId {
    const id = this.#agents.get(name);
    if (id === undefined) throw new Error(`Nobody is called ${name}.`);
    return id;
  }

  #plan(at: number, as: AgentId, ...drafts: readonly Draft[]): void {
    this.#acts.push({ at, run: (when) => void this.#replica.write(as, drafts, when) });
  }

  #join(): void {
    for (const name of ELSEWHERE) {
      const id = asAgentId(`pictures-agent-${ELSEWHERE.indexOf(name)}`);
      this.#agents.set(name, id);
      this.#plan(this.#now - 5 * DAY_MS, id, { kind: 'joined', name, role: 'agent' });
    }
  }

  /** Comes in the morning, has lunch, and goes; today only those whom the log alone knows are gone again. */
  #attend(day: number): void {
    const nine = this.#now - day * DAY_MS - 5.5 * HOUR_MS;
    [...THERE, ...ELSEWHERE].forEach((name, index) => {
      const as = this.#agent(name);
      const choose = (at: number, intent: 'ready' | 'away'): void => {
        const run = (when: WallMs): void => void new Acts(this.#replica, as, () => when).chooseStatus(intent);
        this.#acts.push({ at, run });
      };
      this.#plan(nine + index * 6 * MINUTE_MS, as, { kind: 'login' });
      choose(nine + (index * 6 + 1) * MINUTE_MS, 'ready');
      choose(nine + (3 + (index % 4) * 0.3) * HOUR_MS, 'away');
      choose(nine + (3.7 + (index % 4) * 0.3) * HOUR_MS, 'ready');
      const isThere = index < THERE.length;
      if (day > 0) this.#plan(nine + (8.5 + (index % 5) * 0.2) * HOUR_MS, as, { kind: 'logout' });
      else if (!isThere) this.#plan(nine + (4.8 + (index % 3) * 0.2) * HOUR_MS, as, { kind: 'logout' });
    });
  }

  #pastMinute(index: number): number {
    const day = index % 4;
    const hours = day === 0 ? 4.6 : 8;
    return this.#now - day * DAY_MS - 5.4 * HOUR_MS + this.#random() ** 0.9 * hours * HOUR_MS;
  }

  #anyone(): AgentId {
    const names = [...THERE.slice(0, 4), ...ELSEWHERE.slice(0, 3)];
    return this.#agent(names[Math.floor(this.#random() * names.length)] ?? 'Hana');
  }

  /** Of 500 conversations not every customer is one of fifteen. */
  #customer({ customer }: Talk): string {
    const isHan = /\p{sc=Han}/u.test(customer);
    const names = isHan
      ? NAMES.han
      : /[\p{sc=Arabic}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(customer)
        ? []
        : NAMES.latin;
    return names[Math.floor(this.#random() * (names.length + 2))] ?? customer;
  }

  #open(at: number, talk: Talk, as: AgentId, customer = this.#customer(talk)): ConversationId {
    this.#serial += 1;
    const priorities: readonly Priority[] = ['normal', 'normal', 'urgent', 'normal', 'high', 'normal', 'low', 'normal'];
    const conversation = asConversationId(`pictures-${String(this.#serial).padStart(4, '0')}`);
    const opened: Draft = {
      kind: 'opened',
      conversation,
      channel: talk.channel,
      thread: '',
      customer: { key: `pictures ${customer}`, name: customer },
      subject: talk.subject,
      priority: priorities[this.#serial % priorities.length] ?? 'normal',
      skills: [],
    };
    this.#plan(at, as, opened, { kind: 'message', conversation, from: 'customer', text: talk.says[0] ?? '' });
    return conversation;
  }

  #talk(): Talk {
    const talk = TALKS[this.#serial % TALKS.length];
    if (talk === undefined) throw new Error('There are no talks.');
    return talk;
  }

  #wait(at: number): void {
    this.#open(at, this.#talk(), this.#agent('Jonas'));
  }

  #load(agent: AgentId): number {
    const all = [...this.#replica.team.conversations.values()];
    return all.filter((each) => ownerOf(each) === agent).length;
  }

  /** Given to somebody and picked up; what follows names the picking up. */
  #give(conversation: ConversationId, as: AgentId, at: number, isPickedUp = true): Given {
    const [assigned, picked] = [this.#replica.newId(), this.#replica.newId()];
    const run = (when: WallMs): void => {
      const reason = { rule: 'fewest', load: this.#load(as), eligible: 3, nextBest: null } as const;
      const draft: Draft = { kind: 'assigned', conversation, base: null, to: as, round: 0, reason, id: assigned };
      this.#replica.write(as, [draft], when);
    };
    this.#acts.push({ at, run });
    if (isPickedUp) this.#plan(at + 18_000, as, { kind: 'pickedUp', conversation, base: assigned, id: picked });
    return { conversation, base: isPickedUp ? picked : assigned };
  }

  #offer(at: number): void {
    this.#give(this.#open(at, this.#talk(), this.#agent('Jonas')), this.#agent('Hana'), at + 20_000, false);
  }

  #hold(name: string, at: number): void {
    const talk = name === 'Hana' ? (TALKS[this.#serial % 3] ?? this.#talk()) : this.#talk();
    const as = this.#agent(name);
    const { conversation, base } = this.#give(
      this.#open(at, talk, as, name === 'Hana' ? talk.customer : undefined),
      as,
      at + 2 * MINUTE_MS,
    );
    this.#plan(at + 3.5 * MINUTE_MS, as, { kind: 'reply', conversation, base, text: talk.says[1] ?? '' });
    if (name !== 'Hana') return;
    const note = '@Hana same batch as the two from Tuesday: we replace those without asking for the old part.';
    const [jonas, hana] = [this.#agent('Jonas'), this.#agent('Hana')];
    this.#plan(at + 3.8 * MINUTE_MS, jonas, { kind: 'note', conversation, text: note, mentions: [hana] });
    this.#plan(at + 3.9 * MINUTE_MS, as, { kind: 'message', conversation, from: 'customer', text: talk.says[2] ?? '' });
    for (const tag of ['grinder', 'warranty'])
      this.#plan(at + 4 * MINUTE_MS, as, { kind: 'tagged', conversation, tag, isOn: true });
  }

  #serve(at: number): void {
    const talk = this.#talk();
    const as = this.#anyone();
    const id = this.#open(at, talk, as);
    const waited = (0.3 + this.#random() ** 2 * 9) * MINUTE_MS;
    const { conversation, base } = this.#give(id, as, at + waited);
    const answered = at + waited + (0.6 + this.#random() * 3) * MINUTE_MS;
    this.#plan(answered, as, { kind: 'reply', conversation, base, text: talk.says[1] ?? '' });
    this.#plan(answered + 2 * MINUTE_MS, as, {
      kind: 'message',
      conversation,
      from: 'customer',
      text: talk.says[2] ?? '',
    });
    this.#plan(answered + (3 + this.#random() * 9) * MINUTE_MS, as, { kind: 'closed', conversation, base, seen: 2 });
  }
}

/** What must be added to a team's document of that moment (milliseconds since 1970). */
export const busyDays = (document: readonly Uint8Array[], now: number): Uint8Array => {
  const doc = new Y.Doc();
  for (const update of document) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  new BusyDays(doc, now).write();
  return Y.encodeStateAsUpdate(doc, before);
};
