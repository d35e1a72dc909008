// A peer that writes nonsense: malformed entries, wrong types, counters beyond all bounds, circles of
// bases, ids of others, logs that are none. It takes part in the sync like everybody else.

import * as Y from 'yjs';
import { asDeviceId } from '../../src/domain/ids.ts';
import { formatEntry } from '../../src/replica/wire.ts';
import { logKey } from '../../src/replica/log-key.ts';
import type { Chance } from './chance.ts';
import { isOfConversation, type Truth } from './ledger.ts';
import { Machine, WORLD_START_MS } from './machine.ts';
import { Station } from './station.ts';
import type { World } from './world.ts';

const DEVICE = 'nonsense-device';
type Wire = Record<string, unknown>;

const SILLY: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  2 ** 40 + 1,
  Number.MAX_VALUE,
  '',
  'x',
  'x'.repeat(70),
  [],
  [[1]],
  {},
  { state: 'assigned' },
  'y'.repeat(100_001),
];
const KINDS = [
  'assigned',
  'pickedUp',
  'reclaimed',
  'transferred',
  'taken',
  'returned',
  'closed',
  'reply',
  'message',
  'note',
  'tagged',
  'snoozed',
  'needsChanged',
  'escalated',
  'nothing',
  7,
  null,
];

export class Nonsense {
  readonly station: Station;
  readonly doc = new Y.Doc();
  readonly machine: Machine;
  readonly #world: World;
  readonly #chance: Chance;
  #log: Y.Array<unknown> | null = null;
  #written = 0;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
    this.doc.clientID = chance.below(2 ** 32);
    this.machine = new Machine('nonsense', world.clockwork, chance);
    this.station = new Station('nonsense', this.doc, this.machine, {
      happens: (_station, message, run) => {
        if (message !== null) world.step(message, 'nonsense');
        run();
      },
      relink: (station) => world.network.relink(station),
    });
  }

  start(): void {
    this.station.isHolder = true;
    this.station.announce({ device: asDeviceId(DEVICE), agent: null, peer: 'nonsense', isCaughtUp: true });
    this.#world.network.add(this.station, 'nonsense');
    this.station.connect();
  }

  /** Some entries at once. */
  write(): void {
    const wires = Array.from({ length: 1 + this.#chance.below(5) }, () => this.#wire());
    this.#world.step('nonsense', 'nonsense');
    this.doc.transact(() => {
      if (this.#log === null || this.#chance.happens(0.1)) this.#begin();
      this.#log?.push(wires);
    }, 'nonsense');
  }

  #begin(): void {
    const logs = this.doc.getMap('logs');
    if (this.#chance.happens(0.3)) logs.set(`not a log ${this.#written}`, this.#chance.one(SILLY));
    if (this.#chance.happens(0.2)) logs.set(logKey(WORLD_START_MS as never, asDeviceId(DEVICE), 'map'), new Y.Map());
    this.#log = new Y.Array<unknown>();
    logs.set(logKey(WORLD_START_MS as never, asDeviceId(DEVICE), this.#chance.token(9)), this.#log);
  }

  #wire(): unknown {
    const chance = this.#chance;
    this.#written += 1;
    if (chance.happens(0.1)) return chance.one(SILLY);
    const { all } = this.#world.ledger;
    const model = all.length === 0 ? null : chance.one(all.slice(-200));
    const wire = chance.happens(0.5) && model !== null ? this.#imitation(model) : this.#invention(model);
    if (chance.happens(0.4)) wire[chance.one(Object.keys(wire))] = chance.one(SILLY);
    if (chance.happens(0.1)) delete wire[chance.one(Object.keys(wire))];
    return wire;
  }

  /** Somebody's entry with something else in it. */
  #imitation({ entry }: Truth): Wire {
    const chance = this.#chance;
    const wire = { ...formatEntry(entry) };
    if (chance.happens(0.7)) wire['i'] = `n${this.#written}`;
    if (chance.happens(0.5)) wire['l'] = Math.max(0, entry.lamport + chance.between(-20, 20));
    if (chance.happens(0.4)) wire['b'] = chance.one([`n${this.#written}`, `n${this.#written + 1}`, 'nowhere', null]);
    if (chance.happens(0.2)) wire['c'] = 'nowhere';
    if (chance.happens(0.2)) wire['o'] = 'nobody';
    return wire;
  }

  #invention(model: Truth | null): Wire {
    const chance = this.#chance;
    const conversation = model !== null && isOfConversation(model.entry) ? model.entry.conversation : 'nowhere';
    // Each names the next: a circle of two now and then.
    const base = chance.one([
      `n${this.#written}`,
      `n${this.#written + 1}`,
      `n${this.#written - 1}`,
      model?.entry.id ?? null,
      null,
    ]);
    return {
      k: chance.one(KINDS),
      i: `n${this.#written}`,
      a: chance.one(['ann', 'ben', 'nobody']),
      l: chance.one([0, 1, model?.entry.lamport ?? 5, (model?.entry.lamport ?? 5) + 3, 2 ** 53]),
      t: WORLD_START_MS + chance.between(-1e9, 1e9),
      c: conversation,
      b: base,
      o: chance.one(['ann', 'ben', 'nobody']),
      x: 'Nonsense.',
      f: chance.one(['customer', 'imported', 'nobody']),
      r: chance.one([0, 1, 5, 1_000_000, 1e9]),
      n: chance.one([0, 3, 1_000_000, -3]),
      y: chance.one<unknown>(['timeout', 'gone', { rule: 'only', load: 0, eligible: 1, nextBest: null }]),
      u: chance.one<unknown>([{ state: 'closed' }, { state: 'active', owner: 'nobody' }, { state: 'lost' }]),
      w: chance.one([0, 5, 6, -1]),
    };
  }
}
