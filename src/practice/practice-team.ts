// A practice: one person's desk and three simulated colleagues, each with the real session, replica, fold and
// dispatcher, meeting in this tab's memory. Nothing is stored and nothing is sent: the ports are those of this
// folder. What happens is what would happen in a team; only people and customers are made up.

import { asDeviceId, asWallMs } from '../domain/ids.ts';
import { Acts } from '../engine/acts.ts';
import type { Desk } from '../engine/desk.ts';
import type { Alarm, Clock, Random } from '../engine/ports.ts';
import { Session } from '../engine/session.ts';
import type { PracticeTalk } from '../messages/practice-dialogue.ts';
import { Colleague } from './colleague.ts';
import { asked, Customers } from './customers.ts';
import { LocalHub, LocalMesh } from './local-mesh.ts';
import { MemoryShelf, MemoryStorage } from './memory-storage.ts';
import { chanceFrom, Patience } from './patience.ts';

const TEAM_ID = 'practice';
const HUB_TIMES = { beatMs: 2_000, silenceMs: 4_000 };
const TICK_MS = 1_000;
const MINUTE_MS = 60_000;
/** Conversations that were helped before the practice began, and those that wait when it does. */
const HELPED = 2;
const WAITING = 3;

class TabAlarm implements Alarm {
  readonly #clock: Clock;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(at: number, ring: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(ring, Math.max(0, at - this.#clock.mono()));
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

interface Seat {
  readonly session: Session;
  readonly mesh: LocalMesh;
}

export interface PracticeOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly talk: PracticeTalk;
}

export class PracticeTeam {
  readonly session: Session;
  readonly desk: Desk;
  readonly colleagues: readonly Colleague[];
  readonly #customers: Customers;
  readonly #clock: Clock;
  readonly #hub: LocalHub;
  readonly #patience: Patience;
  readonly #talk: PracticeTalk;
  readonly #timer: ReturnType<typeof setInterval>;

  private constructor(options: PracticeOptions, hub: LocalHub, mine: Seat, others: readonly Seat[]) {
    const { clock, random, talk } = options;
    this.#clock = clock;
    this.#hub = hub;
    this.#talk = talk;
    this.#patience = new Patience(chanceFrom(random));
    this.session = mine.session;
    const me = mine.session.found(talk.team, talk.me);
    const joined = others.map((seat, at) => ({ ...seat, agent: seat.session.join(talk.colleagues[at] ?? '') }));
    this.#makePast(joined);
    this.desk = mine.session.logIn(me);
    this.colleagues = joined.map(({ session, mesh, agent }, at) => {
      const desk = session.logIn(agent);
      desk.chooseStatus('ready');
      const { dialogues } = talk;
      return new Colleague({ session, mesh, desk, dialogues, patience: this.#patience, staysReady: at === 0 });
    });
    const [first] = this.colleagues;
    const write = (conversation: Parameters<Desk['openConversation']>[0]): void =>
      void first?.desk.openConversation(conversation);
    this.#customers = new Customers(talk.dialogues, this.#patience, write, HELPED + WAITING);
    first?.desk.say('team', talk.welcome);
    this.#timer = setInterval(() => this.tick(), TICK_MS);
  }

  static async open(options: PracticeOptions): Promise<PracticeTeam> {
    const hub = new LocalHub(HUB_TIMES);
    const sit = async (name: string): Promise<Seat> => {
      const { clock, random } = options;
      let mesh: LocalMesh | null = null;
      const session = await Session.open(asDeviceId(`${TEAM_ID}-${name}`), {
        clock,
        random,
        alarm: new TabAlarm(clock),
        openStorage: (doc) => new MemoryStorage(doc, TEAM_ID, new MemoryShelf()),
        openMesh: (doc) => (mesh = new LocalMesh(doc, hub)),
        onFault: () => undefined,
      });
      if (mesh === null) throw new Error('A session opens its mesh.');
      return { session, mesh };
    };
    const others = await Promise.all(options.talk.colleagues.map((_, at) => sit(`colleague-${at}`)));
    return new PracticeTeam(options, hub, await sit('me'), others);
  }

  /** What the simulated people do now. */
  tick(): void {
    const now = this.#clock.mono();
    this.#customers.tick(this.desk.team, now);
    for (const colleague of this.colleagues) colleague.tick(now);
    this.#handOver(now);
    this.#loseAndFind(now);
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([this.session, ...this.colleagues.map(({ session }) => session)].map((each) => each.close()));
  }

  /** The queue as it is found, and two conversations of the past hour. */
  #makePast(others: readonly (Seat & { readonly agent: Colleague['desk']['me'] })[]): void {
    const { dialogues } = this.#talk;
    for (let index = 0; index < HELPED + WAITING; index += 1) {
      const dialogue = dialogues[index % dialogues.length];
      const seat = others[index % others.length];
      if (dialogue === undefined || seat === undefined) return;
      const isHelped = index < HELPED;
      const begun = this.#clock.wall() - (isHelped ? 50 - index * 17 : HELPED + WAITING - index) * MINUTE_MS;
      let steps = 0;
      const acts = new Acts(seat.session.replica, seat.agent, () => asWallMs(begun + (steps += 1) * 45_000));
      const turns = isHelped ? dialogue.says.length : 1;
      for (let turn = 1; turn <= turns; turn += 1) {
        const opened = acts.openConversation(asked(index, dialogue, turn));
        if (isHelped && opened.ok) acts.reply(opened.value, dialogue.replies[turn - 1] ?? '');
        if (isHelped && opened.ok && turn === turns) acts.close(opened.value);
      }
    }
  }

  /** Once: a colleague hands one of theirs to this desk, with a note. */
  #handOver(now: number): void {
    const [, second] = this.colleagues;
    if (second === undefined || !this.#patience.isOver('hand over', now, 45, 60)) return;
    const { me } = this.desk;
    const wasHanded = [...second.desk.team.conversations.values()].some(({ entries }) =>
      entries.some((entry) => entry.kind === 'transferred' && entry.to === me),
    );
    if (wasHanded) return;
    const own = [...second.desk.team.conversations.values()].find(
      (each) => each.state === 'active' && each.owner === second.desk.me,
    );
    if (own !== undefined) second.desk.transfer(own.id, me, this.#talk.handOver);
  }

  /** Once: the third colleague cannot be reached for a while, works on, and comes back. */
  #loseAndFind(now: number): void {
    const [, , third] = this.colleagues;
    if (third === undefined) return;
    const isLost = this.#hub.isCut(third.mesh);
    if (!isLost && this.#patience.isOver('lose', now, 100, 130) && !this.#patience.isOver('find', now, 20, 25))
      this.#hub.cut(third.mesh);
    else if (isLost && this.#patience.isOver('find', now, 20, 25)) this.#hub.heal(third.mesh);
  }
}
