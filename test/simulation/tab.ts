// One open tab of the app: the real replica and the real desk on simulated ports. What it writes goes
// through the ledger and before the checkers; what it stores is safe once a flush is done.

import * as Y from 'yjs';
import type { Draft, Entry } from '../../src/domain/entry.ts';
import type { AgentId, DeviceId, WallMs } from '../../src/domain/ids.ts';
import { MAX_LAMPORT } from '../../src/domain/limits.ts';
import { Desk } from '../../src/engine/desk.ts';
import { Replica } from '../../src/replica/replica.ts';
import type { Chance } from './chance.ts';
import type { Profile } from './profile.ts';
import { Ears } from './ears.ts';
import { isOfConversation, type Truth } from './ledger.ts';
import { Sight } from './sight.ts';
import { Station } from './station.ts';
import type { World } from './world.ts';

const SAME_VISIT_MS = 10 * 60_000;
const NOTHING: ReadonlySet<Truth> = new Set();

export class Tab {
  readonly profile: Profile;
  readonly name: string;
  readonly peer: string;
  readonly doc = new Y.Doc();
  readonly replica: Replica;
  readonly desk: Desk;
  readonly station: Station;
  readonly sight: Sight;
  readonly ears: Ears;
  /** What its person is doing right now, null while the desk acts by itself. */
  act: string | null = null;
  isRunning = false;
  /** Where a newer version writes what this one does not know. */
  newerLog: Y.Array<unknown> | null = null;
  readonly #world: World;
  #pending: Uint8Array[] = [];
  #unsaved: Truth[] = [];
  #flushed = 0;
  #isFlushing = false;

  constructor(world: World, profile: Profile, name: string, chance: Chance) {
    this.#world = world;
    this.profile = profile;
    this.name = name;
    this.peer = chance.token(6);
    this.doc.clientID = chance.below(2 ** 32);
    const { machine } = profile;
    const device = profile.device as DeviceId;
    this.replica = new Replica({ doc: this.doc, device, token: (bytes) => chance.token(bytes) });
    profile.disk.load(this.doc);
    this.sight = new Sight(this.doc, world.ledger, world.readings);
    this.ears = new Ears({ agent: profile.agent, peer: this.peer });
    this.station = new Station(name, this.doc, machine, {
      happens: (_station, message, run) => world.happens(this, message, run),
      relink: (station) => world.network.relink(station),
    });
    this.station.ear = (event) => {
      this.#look();
      this.ears.take(event);
    };
    this.station.choices = () => {
      this.sight.refresh();
      return [...(this.sight.statuses.get(this.agent)?.truths ?? [])];
    };
    this.#guardWrites();
    const clock = { wall: () => machine.wall(), mono: () => this.#look() };
    const alarm = machine.alarm((run) => this.isRunning && world.happens(this, null, run));
    this.desk = new Desk({
      replica: this.replica,
      mesh: this.station,
      clock,
      alarm,
      me: profile.agent,
      peer: this.peer,
    });
    this.doc.on('update', (update: Uint8Array) => this.#keep(update));
  }

  get agent(): AgentId {
    return this.profile.agent;
  }

  start(isHolder: boolean): void {
    this.isRunning = true;
    this.station.isHolder = isHolder;
    this.#world.network.add(this.station, this.profile.name);
    this.#world.happens(this, null, () => {
      this.#noteLogin();
      this.desk.start();
      this.station.connect();
    });
  }

  /** Closes properly: what was written is saved, and goodbye is said. */
  close(isLeaving: boolean): void {
    this.flush();
    this.desk.stop();
    this.isRunning = false;
    this.station.disconnect(isLeaving);
    this.#world.network.remove(this.station);
  }

  /** The process ends: what is not on the disk is lost, unless it just got there and nobody was told. */
  crash(isTailKept: boolean): void {
    if (isTailKept) this.#write();
    this.desk.stop();
    this.isRunning = false;
    this.station.vanish();
    this.#world.network.remove(this.station);
  }

  /** All that is here is on the disk now, and acknowledged. */
  flush(): void {
    this.#write();
    for (const truth of this.#unsaved.splice(0)) truth.isSaved = true;
  }

  #write(): void {
    this.sight.refresh();
    const { truths } = this.sight.all;
    this.profile.disk.flush(this.#pending.splice(0), truths.slice(this.#flushed));
    this.#flushed = truths.length;
  }

  #keep(update: Uint8Array): void {
    this.#pending.push(update);
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    this.profile.machine.timer(this.profile.disk.flushMs, () => {
      this.#isFlushing = false;
      if (this.isRunning) this.flush();
    });
  }

  #look() {
    const { machine } = this.profile;
    const mono = machine.mono();
    this.ears.look(mono, machine.wall());
    return mono;
  }

  #noteLogin(): void {
    const at = this.profile.machine.wall();
    const { team } = this.replica;
    if (!team.agents.has(this.agent) && this.profile.disk.isEmpty && this.profile.isFirst)
      this.replica.write(this.agent, [{ kind: 'joined', name: this.agent, role: 'agent' }], at);
    const last = team.agents.get(this.agent)?.lastSession ?? null;
    const isSameVisit = last?.kind === 'login' && Math.abs(at - last.at) < SAME_VISIT_MS;
    if (!isSameVisit) this.replica.write(this.agent, [{ kind: 'login' }], at);
  }

  #guardWrites(): void {
    const write = this.replica.write.bind(this.replica);
    this.replica.write = (agent: AgentId, drafts: readonly Draft[], at: WallMs): readonly Entry[] => {
      this.sight.refresh(true);
      this.#world.aboutToWrite(this, drafts);
      const pasts = drafts.map((draft) => this.#pastOf(draft));
      const { lamport } = this.sight;
      // Noted before it is written: the document tells of it at once.
      const ids = drafts.map((draft) => ({ ...draft, id: draft.id ?? this.replica.newId() }) as Draft);
      const entries = ids.map((draft, place) => {
        const header = { device: this.replica.device, agent, lamport: Math.min(lamport + place + 1, MAX_LAMPORT), at };
        return { ...draft, ...header } as Entry;
      });
      entries.forEach((entry, place) => this.note(entry, pasts[place] ?? NOTHING));
      const written = write(agent, ids, at);
      this.sight.refresh(true);
      return written;
    };
  }

  note(entry: Entry, past: ReadonlySet<Truth>): void {
    this.#unsaved.push(this.#world.ledger.write(entry, this.#world.now, past));
  }

  #pastOf(draft: Draft): ReadonlySet<Truth> {
    if (!('conversation' in draft) || !isOfConversation(draft as Entry)) return NOTHING;
    return new Set(this.sight.conversations.get(draft.conversation)?.truths);
  }
}
