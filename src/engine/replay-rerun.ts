// A day run again: the desk's own fold, lookout and dispatcher on simulated time, people doing what the
// script says they did. There is no second engine: what would be assigned or taken back is decided
// by the same code as on the desk. One replica stands for all of them, since nobody is apart here.
// Moves one event at a time, and only when it is told to.

import type { Conversation } from '../domain/conversation-state.ts';
import {
  asAgentId,
  asDeviceId,
  asMonoMs,
  asWallMs,
  type AgentId,
  type ConversationId,
  type EntryId,
} from '../domain/ids.ts';
import { compareOrder } from '../domain/order.ts';
import type { Settings } from '../domain/settings.ts';
import { Replica } from '../replica/replica.ts';
import { Acts } from './acts.ts';
import { Dispatcher } from './dispatcher.ts';
import { Lookout } from './lookout.ts';
import { Presence, STALE_MS, type Now } from './presence.ts';
import { Agenda } from './replay-agenda.ts';
import { measure, type Measures } from './replay-measures.ts';
import { RerunPeople } from './replay-people.ts';
import type { Script, ScriptedAct, ScriptedConversation } from './replay-script-types.ts';

/** While an offer's time runs nothing longer is skipped: a longer gap would count as sleep. */
const TICK_MS = STALE_MS - 1_000;
const DEVICE = asDeviceId('rerun');
const PLANNED_AT_ONCE = 500;
/** Whose act is what customers do. */
const NOBODY = asAgentId('rerun');

export class Rerun {
  readonly #script: Script;
  readonly #changed: Partial<Settings>;
  readonly #replica: Replica;
  readonly #lookout: Lookout;
  readonly #dispatcher: Dispatcher;
  readonly #people: RerunPeople;
  readonly #scripted: ReadonlyMap<ConversationId, ScriptedConversation>;
  readonly #agenda = new Agenda();
  readonly #touched = new Set<ConversationId>();
  readonly #acts = new Map<AgentId, Acts>();
  /** The routing entry of each conversation that people have already reacted to. */
  readonly #heads = new Map<ConversationId, EntryId | null>();
  readonly #closes = new Map<ConversationId, number>();
  #now: number;
  #ids = 0;
  #planned = 0;

  constructor(script: Script, changed: Partial<Settings>) {
    this.#script = script;
    this.#changed = changed;
    this.#now = script.from;
    this.#scripted = new Map(script.conversations.map((each) => [each.id, each]));
    this.#replica = new Replica({ device: DEVICE, token: () => this.#token() });
    const presence = new Presence();
    this.#people = new RerunPeople(presence);
    const self = { device: DEVICE, agent: NOBODY, peer: 'rerun' };
    this.#lookout = new Lookout(this.#replica.team, presence, self);
    this.#dispatcher = new Dispatcher(this.#replica, this.#lookout.clocks, this.#lookout.presenceOf);
    this.#replica.subscribe(({ conversations }) => this.#see(conversations));
    this.#begin();
  }

  /** 0 to 1. */
  get progress(): number {
    const { from, to } = this.#script;
    return to === from ? 1 : (this.#now - from) / (to - from);
  }

  /** Plans some of what comes, then one moment of simulated time. True once the end is reached. */
  step(): boolean {
    if (this.#planned < this.#script.conversations.length) {
      this.#plan();
      return false;
    }
    const { to } = this.#script;
    const next = this.#agenda.nextAt() ?? to;
    this.#now = Math.min(next, to, this.#now + this.#untilTick());
    while (this.#now < to && this.#agenda.nextAt() === this.#now) this.#agenda.take()?.();
    this.#settle();
    return this.#now >= to;
  }

  result(): Measures {
    const wanted = new Set(this.#script.recorded.map(({ id }) => id));
    const fresh = [...this.#replica.team.conversations.values()].filter(({ id }) => wanted.has(id));
    return measure(fresh, this.#script.to);
  }

  #begin(): void {
    const script = this.#script;
    for (const { id, name, skills } of script.agents) {
      this.#write(id, [{ kind: 'joined', name, role: 'agent' }]);
      if (skills.length > 0) this.#write(id, [{ kind: 'agentChanged', of: id, skills }]);
    }
    const first = script.agents[0]?.id;
    if (first !== undefined)
      this.#write(first, [{ kind: 'settings', patch: { ...script.settings, ...this.#changed } }]);
    for (const { at, patch } of script.changes) this.#agenda.add(at, () => this.#configure(patch));
    // In the order of their choices, which settles ties as it did then.
    const choosers = script.agents.filter(({ choice }) => choice !== null);
    choosers.sort((a, b) => (a.choice === null || b.choice === null ? 0 : compareOrder(a.choice, b.choice)));
    for (const { id, intent } of choosers) this.#as(id).chooseStatus(intent);
    for (const { id, isThere } of script.agents) if (isThere) this.#people.come(id);
    for (const act of script.acts) this.#agenda.add(act.at, () => this.#act(act));
  }

  #plan(): void {
    const some = this.#script.conversations.slice(this.#planned, this.#planned + PLANNED_AT_ONCE);
    this.#planned += some.length;
    for (const conversation of some) {
      this.#agenda.add(conversation.comesAt, () => this.#open(conversation));
      for (const at of conversation.messages) this.#agenda.add(at, () => this.#customerWrites(conversation));
    }
  }

  #open({ id, customer, subject, priority, skills, openedAt, heldBy }: ScriptedConversation): void {
    const about = { channel: 'rerun', thread: '', customer, subject, priority, skills };
    const agent = heldBy ?? NOBODY;
    this.#replica.write(agent, [{ kind: 'opened', conversation: id, ...about }], asWallMs(openedAt));
    if (heldBy !== null) this.#as(heldBy).takeOver(id);
  }

  #customerWrites({ id }: ScriptedConversation): void {
    this.#write(NOBODY, [{ kind: 'message', conversation: id, from: 'customer', text: '.' }]);
  }

  #configure(patch: Partial<Settings>): void {
    const first = this.#script.agents[0]?.id;
    if (first !== undefined) this.#write(first, [{ kind: 'settings', patch: { ...patch, ...this.#changed } }]);
  }

  #act({ agent, kind }: ScriptedAct): void {
    // Who logs in or chooses is there.
    if (kind === 'logout') this.#people.go(agent, this.#time());
    else this.#people.come(agent);
    if (kind === 'ready' || kind === 'away') this.#as(agent).chooseStatus(kind);
    // RE4: who is back picks up what is still offered to them.
    if (kind === 'login' || kind === 'ready')
      for (const { id } of this.#replica.team.heldBy(agent)) this.#heads.delete(id);
    for (const { id } of this.#replica.team.heldBy(agent)) this.#touched.add(id);
  }

  /** As the desk does after everything that happens. */
  #settle(): void {
    const now = this.#time();
    this.#people.beat(now);
    this.#lookout.look(now);
    const isMine = (): boolean => {
      this.#lookout.elect(now);
      return this.#lookout.assignment.kind === 'assigning';
    };
    const { assignment } = this.#lookout;
    if (assignment.kind === 'assigning') this.#dispatcher.run(assignment.agent, now, isMine);
    for (const id of this.#touched) this.#react(id);
    this.#touched.clear();
  }

  /** What people will do about a conversation that stands differently now. */
  #react(id: ConversationId): void {
    const conversation = this.#replica.team.conversations.get(id);
    if (conversation === undefined || this.#heads.get(id) === conversation.base) return;
    this.#heads.set(id, conversation.base);
    const scripted = this.#scripted.get(id);
    if (scripted === undefined) return;
    if (conversation.state === 'assigned') this.#willPickUp(conversation, scripted, conversation.owner);
    if (conversation.state === 'active') this.#willHandle(conversation, scripted, conversation.owner);
  }

  #willPickUp({ id, base }: Conversation, scripted: ScriptedConversation, owner: AgentId): void {
    if (scripted.missers.has(owner)) return;
    const after = this.#turn(scripted).pickMs ?? this.#script.usualPickMs;
    this.#later(after, id, base, () => {
      if (this.#lookout.presenceOf(owner).status === 'ready') this.#as(owner).pickUp(id);
      else this.#heads.delete(id);
    });
  }

  #willHandle({ id, base }: Conversation, scripted: ScriptedConversation, owner: AgentId): void {
    const { replyMs, handleMs } = this.#turn(scripted);
    if (replyMs !== null) this.#later(replyMs, id, base, () => this.#as(owner).reply(id, '.'));
    if (handleMs === null) return;
    this.#later(handleMs, id, base, () => {
      this.#as(owner).close(id);
      this.#closes.set(id, (this.#closes.get(id) ?? 0) + 1);
    });
  }

  /** Only if nobody did anything with it meanwhile. */
  #later(ms: number, id: ConversationId, base: EntryId | null, run: () => void): void {
    this.#agenda.add(this.#now + Math.max(1, ms), () => {
      if (this.#replica.team.conversations.get(id)?.base === base) run();
    });
  }

  #turn({ id, turns }: ScriptedConversation) {
    const closes = this.#closes.get(id) ?? 0;
    return turns[Math.min(closes, turns.length - 1)] ?? { pickMs: null, replyMs: null, handleMs: null };
  }

  #see(ids: Iterable<ConversationId>): void {
    const seen: Conversation[] = [];
    for (const id of ids) {
      this.#touched.add(id);
      const conversation = this.#replica.team.conversations.get(id);
      if (conversation !== undefined) seen.push(conversation);
    }
    this.#lookout.see(seen, this.#time());
  }

  #untilTick(): number {
    const until = this.#dispatcher.untilNext();
    const wait = until === null ? Number.POSITIVE_INFINITY : Math.min(until, TICK_MS);
    // What waits for a place is given out by what frees one: an event. Offers that are due and not
    // wanted elsewhere wait for an event, too.
    return Math.max(1, wait);
  }

  #write(agent: AgentId, drafts: Parameters<Replica['write']>[1]): void {
    this.#replica.write(agent, drafts, asWallMs(this.#now));
  }

  #as(agent: AgentId): Acts {
    const acts = this.#acts.get(agent) ?? new Acts(this.#replica, agent, () => asWallMs(this.#now));
    this.#acts.set(agent, acts);
    return acts;
  }

  #time(): Now {
    return { mono: asMonoMs(this.#now), wall: asWallMs(this.#now) };
  }

  #token(): string {
    this.#ids += 1;
    return `r${this.#ids.toString(36).padStart(11, '0')}`;
  }
}
