// A day of one desk, recorded by the real engine: customers come every so often, whoever is given a
// conversation picks it up after a while and has it in hand for a while.

import type { ConversationId } from '../../src/domain/ids.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from './small-world.ts';

export interface DayOptions {
  readonly agents: number;
  readonly customers: number;
  readonly everyMs: number;
  readonly pickMs: number;
  readonly replyMs: number;
  readonly handleMs: number;
  readonly capacity: number;
  /** Who never picks up what is offered. */
  readonly sleeper?: boolean;
}

export interface RecordedDay {
  readonly world: SmallWorld;
  readonly peers: readonly Peer[];
  readonly hana: Peer;
  readonly from: number;
  readonly to: number;
}

const NAMES = ['Hana', 'Jonas', 'Amara', 'Priya', 'Wei-Lun', 'Tomás'];

/** What each agent does about what they hold, looked at once a second. */
class Worker {
  readonly #peer: Peer;
  readonly #options: DayOptions;
  readonly #seen = new Map<ConversationId, { readonly state: string; readonly at: number; hasReplied: boolean }>();

  constructor(peer: Peer, options: DayOptions) {
    this.#peer = peer;
    this.#options = options;
  }

  look(now: number): void {
    const { pickMs, replyMs, handleMs } = this.#options;
    for (const { id, state } of this.#peer.replica.team.heldBy(this.#peer.agent)) {
      const known = this.#seen.get(id);
      const seen = known?.state === state ? known : { state, at: now, hasReplied: false };
      this.#seen.set(id, seen);
      const age = now - seen.at;
      if (state === 'assigned' && age >= pickMs) this.#peer.desk.pickUp(id);
      if (state !== 'active') continue;
      if (age >= replyMs && !seen.hasReplied) {
        seen.hasReplied = true;
        this.#peer.desk.reply(id, 'Here you are.');
      }
      if (age >= handleMs) this.#peer.desk.close(id);
    }
  }
}

export const recordDay = (options: DayOptions, seed = 2): RecordedDay => {
  const world = new SmallWorld(seed);
  const names = NAMES.slice(0, options.agents);
  const peers = world.team(Object.fromEntries(names.map((name) => [name, 'away' as const])));
  const [hana] = peers;
  if (hana === undefined) throw new Error('Somebody works.');
  hana.desk.changeSettings({ capacity: options.capacity });
  for (const peer of peers) peer.desk.chooseStatus('ready');
  world.advance(5_000);
  const from = WORLD_START_MS + world.time.now;
  const working = options.sleeper === true ? peers.slice(1) : peers;
  const workers = working.map((peer) => new Worker(peer, options));
  const seconds = Math.ceil((options.customers * options.everyMs + options.handleMs * options.customers) / 1_000);
  let came = 0;
  for (let second = 0; second < seconds && second < 6 * 3600; second += 1) {
    if (came < options.customers && second * 1_000 >= came * options.everyMs) {
      hana.opens({ subject: `Question ${came + 1}`, priority: came % 5 === 4 ? 'high' : 'normal' });
      came += 1;
    }
    for (const worker of workers) worker.look(world.time.now);
    world.advance(1_000);
    if (
      came === options.customers &&
      [...hana.replica.team.conversations.values()].every((each) => each.state === 'closed')
    )
      break;
  }
  return { world, peers, hana, from, to: WORLD_START_MS + world.time.now + 1 };
};
