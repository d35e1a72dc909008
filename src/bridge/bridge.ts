// The desk's side of the customers' page. Hears knocks at the rendezvous, answers those whose turn it is to be
// answered here (domain/bridging.ts), and keeps a bounded number of visits. Decides when a visit goes over to
// another browser. A knock alone writes nothing: only who is connected and says something enters the team's log.

import type { AskLink } from '../domain/ask-links.ts';
import { conversationIdOf } from '../domain/derived-ids.ts';
import type { ConversationId } from '../domain/ids.ts';
import { writeWord } from '../knock/words.ts';
import { conversationKeys, seal } from '../knock/keys.ts';
import { writeAnswer, type KnockContent } from '../knock/knock.ts';
import { Pipe } from '../knock/pipe.ts';
import { Allowance } from './allowance.ts';
import type { BridgeOptions, VisitReading } from './bridge-desk.ts';
import { Door } from './door.ts';
import { ASK_CHANNEL, Visit, type VisitHome, type VisitOf } from './visit.ts';

const MOST_VISITS = 200;
/** Not connected yet: the oldest makes room, as those who are honest are through within a second. */
const MOST_OPENING = 32;
const MOST_OF_ONE = 3;
const NEW_CONVERSATIONS = { burst: 60, perSecond: 1 };
/** Of files, from all customers together: each device of the team keeps them. */
const MEGABYTES = { burst: 500, perSecond: 0.5 };
const LOOK_MS = 100;
/** How long it must be another's turn before a visit goes over, and how often it is tried. */
const STEADY_MS = 1_000;
const MOVE_AGAIN_MS = 20_000;
/** Time for a last word to arrive. */
const FAREWELL_MS = 1_000;
/** A conversation that there is not: the turn is the dispatcher's. */
const NOBODYS = conversationIdOf(ASK_CHANNEL, '');
const BEAT = writeWord({ k: 'beat' });

export class Bridge {
  readonly #options: BridgeOptions;
  readonly #home: VisitHome;
  readonly #doors = new Map<string, Door>();
  readonly #visits = new Set<Visit>();
  /** Calls that are being answered, or were. */
  readonly #calls = new Set<string>();
  /** In which a reply is being written at this desk, whether or not their customers are connected here yet. */
  readonly #written = new Set<ConversationId>();
  /** Since when a conversation would be another's. */
  readonly #othersTurn = new Map<ConversationId, number>();
  readonly #unsubscribe: () => void;
  #stopLooking: (() => void) | null = null;
  #isClosed = false;

  constructor(options: BridgeOptions) {
    this.#options = options;
    const opening = new Allowance(NEW_CONVERSATIONS, options.timers.mono());
    const megabytes = new Allowance(MEGABYTES, options.timers.mono());
    this.#home = {
      ...options,
      mayOpen: () => opening.take(options.timers.mono()),
      mayBring: (bytes) => megabytes.take(options.timers.mono(), bytes / 1_000_000),
      isWriting: (id) => this.#written.has(id),
    };
    this.#unsubscribe = options.desk.subscribe(() => this.#lookSoon());
    this.#look();
  }

  /** What is known of a customer who is connected here; null where none is. */
  reading(id: ConversationId): VisitReading | null {
    return this.#visitsOf(id).at(-1)?.reading ?? null;
  }

  typing(id: ConversationId, on: boolean): void {
    if (on) this.#written.add(id);
    else this.#written.delete(id);
    for (const visit of this.#visitsOf(id)) visit.send({ k: 'typing', on });
  }

  looked(id: ConversationId): void {
    for (const visit of this.#visitsOf(id)) visit.looked();
  }

  /** Knocks turned away since the start. */
  refused(): number {
    return [...this.#doors.values()].reduce((sum, door) => sum + door.refused(), 0);
  }

  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    this.#stopLooking?.();
    for (const door of this.#doors.values()) door.close();
    for (const { pipe } of this.#visits) pipe.end();
  }

  #visitsOf(id: ConversationId): readonly Visit[] {
    return [...this.#visits].filter(({ conversation, pipe }) => conversation === id && pipe.isOpen);
  }

  #lookSoon(): void {
    this.#stopLooking ??= this.#options.timers.after(LOOK_MS, () => {
      this.#stopLooking = null;
      this.#look();
    });
  }

  #look(): void {
    const { desk } = this.#options;
    // Another tab of this device hears and answers (DI3).
    const isMine = desk.bridgeRank(NOBODYS) !== null;
    this.#keepDoors(isMine ? desk.team.askLinks : new Map());
    for (const visit of this.#visits) {
      visit.tell();
      this.#considerMoving(visit);
    }
  }

  #keepDoors(links: ReadonlyMap<string, AskLink>): void {
    const { desk, timers, rendezvous } = this.#options;
    for (const [id, door] of this.#doors) {
      if (links.has(id)) continue;
      door.close();
      this.#doors.delete(id);
    }
    for (const visit of this.#visits) if (!desk.team.askLinks.has(visit.link)) this.#sendAway(visit);
    for (const [id, link] of links) {
      if (this.#doors.has(id)) continue;
      const door = new Door(link, {
        timers,
        rendezvous,
        wall: () => this.#options.wall(),
        speaks: () => desk.bridgeRank(NOBODYS) === 0,
        knocked: (content, reply) => this.#answer(id, content, reply),
      });
      this.#doors.set(id, door);
    }
  }

  /** The link was taken back (AK6): the customer is told why, then the connection ends. */
  #sendAway(visit: Visit): void {
    if (!visit.pipe.isOpen) return visit.pipe.end();
    visit.send({ k: 'refused', why: 'revoked', id: null });
    this.#options.timers.after(FAREWELL_MS, () => visit.pipe.end());
  }

  async #answer(link: string, content: KnockContent, reply: (room: string, sealed: string) => void): Promise<void> {
    if (this.#isClosed || this.#calls.has(content.call)) return;
    const { thread, room, key } = await conversationKeys(content.secret);
    const id = conversationIdOf(ASK_CHANNEL, thread);
    const rank = this.#options.desk.bridgeRank(id);
    if (rank === null || rank > content.attempt || this.#calls.has(content.call)) return;
    this.#calls.add(content.call);
    this.#makeRoom(id);
    const pipe = this.#openPipe({ link, thread, conversation: id }, content.call);
    const answer = await pipe.answer(content.offer);
    if (answer !== null) reply(room, await seal(key, writeAnswer({ call: content.call, answer })));
  }

  #openPipe(of: VisitOf, call: string): Pipe {
    const pipe: Pipe = new Pipe({
      timers: this.#options.timers,
      iceServers: this.#options.iceServers(),
      beat: BEAT,
      opened: () => this.#options.changed(),
      heard: (_, message) => visit.heard(message),
      find: (hash) => visit.find(hash),
      ended: () => {
        this.#visits.delete(visit);
        this.#calls.delete(call);
        this.#options.changed();
      },
    });
    const visit = new Visit(pipe, of, this.#home);
    this.#visits.add(visit);
    return pipe;
  }

  #makeRoom(id: ConversationId): void {
    const all = [...this.#visits];
    const opening = all.filter(({ pipe }) => !pipe.isOpen);
    if (opening.length >= MOST_OPENING) opening[0]?.pipe.end();
    const own = all.filter(({ conversation }) => conversation === id);
    if (own.length >= MOST_OF_ONE) own[0]?.pipe.end();
    if (all.length >= MOST_VISITS) all[0]?.pipe.end();
  }

  #considerMoving(visit: Visit): void {
    const { desk, timers } = this.#options;
    const rank = desk.bridgeRank(visit.conversation);
    const now = timers.mono();
    // This tab is no peer any more: whoever is will be knocked at.
    if (rank === null) return visit.pipe.end();
    if (rank === 0) {
      this.#othersTurn.delete(visit.conversation);
      return;
    }
    const since = this.#othersTurn.get(visit.conversation) ?? now;
    this.#othersTurn.set(visit.conversation, since);
    const isAgain = visit.movedAt !== null && now - visit.movedAt < MOVE_AGAIN_MS;
    if (now - since < STEADY_MS || isAgain || !visit.pipe.isOpen) return;
    visit.movedAt = now;
    visit.send({ k: 'move' });
  }
}
