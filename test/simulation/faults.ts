// What breaks: processes, disks, clocks, timers, wires. Each fault is drawn by weight and does nothing
// where it cannot happen.

import type { Chance } from './chance.ts';
import type { Disk } from './disk.ts';
import type { Profile } from './profile.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;
const MOST_TABS = 3;
const MOST_COPIES = 2;

/** False where it could not happen. */
type Fault = (world: World, profile: Profile, chance: Chance) => boolean;

const when = (isPossible: boolean, run: () => void): boolean => {
  if (isPossible) run();
  return isPossible;
};

const crash: Fault = (_world, profile, chance) => when(profile.isRunning, () => profile.crash(chance.happens(0.3)));

const crashTab: Fault = (_world, profile, chance) =>
  when(profile.tabs.length > 1, () => profile.crashTab(chance.one(profile.tabs), chance.happens(0.5)));

const openTab: Fault = (_world, profile) =>
  when(profile.isUsable && profile.tabs.length < MOST_TABS, () => void profile.openTab());

const closeTab: Fault = (_world, profile, chance) =>
  when(profile.isUsable, () => profile.closeTab(chance.one(profile.tabs)));

const sleep: Fault = (_world, profile) => when(profile.isUsable, () => profile.machine.sleep());

const jump: Fault = (_world, profile, chance) =>
  when(true, () =>
    profile.machine.jump(chance.happens(0.3) ? chance.between(-DAY_MS, DAY_MS) : chance.between(-9e4, 9e4)),
  );

const throttle: Fault = (_world, profile, chance) =>
  when(true, () => {
    profile.machine.throttleMs = chance.one([0, 0, 1_000, 3_000, 60_000]);
  });

const slowDisk: Fault = (_world, profile, chance) =>
  when(true, () => {
    profile.disk.flushMs = chance.one([5, 50, 500, 8_000]);
  });

const backUp: Fault = (_world, profile) => when(true, () => profile.disk.backUp());

/** What only this disk had is given up: a backup is older than what was saved since. */
const restore: Fault = (world, profile) => {
  profile.crash(false);
  if (!profile.disk.restore()) return false;
  const disks = world.profiles.map(({ disk }) => disk);
  for (const truth of world.ledger.all)
    if (truth.isSaved && !disks.some((disk: Disk) => disk.holds(truth))) truth.isGivenUp = true;
  return true;
};

const clone: Fault = (world, profile) => {
  const copies = world.profiles.filter(({ name }) => name.endsWith('-copy'));
  const isPossible = copies.length < MOST_COPIES && !profile.disk.isEmpty && !profile.name.endsWith('-copy');
  return when(
    isPossible && !copies.some(({ device }) => device === profile.device),
    () => void world.clone(profile).openTab(),
  );
};

const cut: Fault = (world, _profile, chance) => {
  const names = [...world.profiles.map(({ name }) => name), 'nonsense'];
  const islands = chance.one([2, 2, 2, 3]);
  const island = new Map(names.map((name) => [name, chance.below(islands)]));
  world.network.mend();
  world.network.cut((name) => island.get(name) ?? 0, names, chance.happens(0.25));
  world.counts.partitions += 1;
  return true;
};

/** Single wires: a mesh with holes. */
const tear: Fault = (world, profile, chance) => {
  const others = world.profiles.filter((other) => other !== profile);
  for (const other of others) {
    if (!chance.happens(0.5)) continue;
    world.network.wire(profile.name, other.name).cut();
    if (chance.happens(0.7)) world.network.wire(other.name, profile.name).cut();
  }
  world.counts.partitions += 1;
  return true;
};

const mend: Fault = (world) => when(true, () => world.network.mend());

const worsen: Fault = (world, profile, chance) =>
  when(true, () => world.network.worsen(profile.name, chance.one(world.profiles).name));

const FAULTS: Readonly<Record<string, readonly [weight: number, fault: Fault]>> = {
  crash: [7, crash],
  crashTab: [3, crashTab],
  openTab: [4, openTab],
  closeTab: [7, closeTab],
  sleep: [7, sleep],
  jump: [3, jump],
  throttle: [4, throttle],
  slowDisk: [2, slowDisk],
  backUp: [2, backUp],
  restore: [1, restore],
  clone: [0.7, clone],
  cut: [9, cut],
  tear: [4, tear],
  mend: [11, mend],
  worsen: [5, worsen],
};

const TOTAL = Object.values(FAULTS).reduce((sum, [weight]) => sum + weight, 0);

export const breakSomething = (world: World, chance: Chance): void => {
  const profile = chance.one(world.profiles);
  let draw = chance.next() * TOTAL;
  for (const [name, [weight, fault]] of Object.entries(FAULTS)) {
    draw -= weight;
    if (draw >= 0) continue;
    if (fault(world, profile, chance)) world.fault(name, profile.name);
    return;
  }
};
