// A day from its seed: everybody comes, things happen in the order of the script, and now and then all
// gather. Safety is looked at all the time, liveness only then: when nothing breaks any more.

import * as Y from 'yjs';
import type { Chance } from './chance.ts';
import { breakSomething } from './faults.ts';
import { gather } from './gathering.ts';
import { People } from './people.ts';
import { Script } from './script.ts';
import { World, type WorldOptions } from './world.ts';

export interface DayOptions extends WorldOptions {
  /** Ends once so many steps are done and all have gathered. */
  readonly steps: number;
  /** Happenings of the script that do not happen. */
  readonly skip?: ReadonlySet<number>;
  /** No happening from this place on. */
  readonly until?: number;
}

/** So many happenings between two gatherings. */
const GATHER_EACH = 450;

const begin = (world: World): void => {
  const chance = world.chance.fork('begin');
  world.nonsense?.start();
  for (const profile of world.profiles) world.clockwork.later(chance.below(2_000), () => profile.openTab());
  world.run(20_000);
  for (const profile of world.profiles) {
    const [tab] = profile.tabs;
    if (tab !== undefined) world.as(tab, 'ready', () => tab.desk.chooseStatus('ready'));
  }
};

/** A profile that stands still comes back sooner or later: people open their laptops. */
const comeBack = (world: World, chance: Chance): void => {
  const absent = world.profiles.filter(({ isUsable }) => !isUsable);
  if (absent.length === 0 || !chance.happens(0.12)) return;
  const profile = chance.one(absent);
  world.counts.acts += 1;
  world.step(profile.isRunning ? 'act wake' : 'act start', profile.name);
  if (profile.machine.isAsleep) profile.machine.wake();
  if (!profile.isRunning) profile.openTab();
};

const leave = (world: World, chance: Chance): void => {
  const usable = world.profiles.filter(({ isUsable }) => isUsable);
  if (usable.length > 1 && chance.happens(0.012)) chance.one(usable).logOut();
};

export const runDay = (options: DayOptions): World => {
  const { seed, steps, skip, until = Number.POSITIVE_INFINITY } = options;
  const world = new World(options);
  const people = new People(world);
  const script = new Script(seed);
  begin(world);
  for (let place = 0; place < until && world.counts.steps < steps && world.violations.length === 0; place += 1) {
    const { gapMs, chance, isFault } = script.at(place);
    world.run(world.now + gapMs, steps);
    world.happening = place;
    if (skip?.has(place) === true) continue;
    comeBack(world, chance);
    leave(world, chance);
    if (isFault) breakSomething(world, chance);
    else people.act(chance);
    if (world.nonsense !== null && chance.happens(0.04)) world.nonsense.write();
    if (place % GATHER_EACH === GATHER_EACH - 1) gather(world);
  }
  if (world.violations.length === 0) gather(world);
  return world;
};

/** All documents of a day as one number: equal for runs that went alike. */
export const documentsOf = (world: World): readonly Uint8Array[] =>
  world.tabs.map(({ doc }) => Y.encodeStateAsUpdate(doc));
