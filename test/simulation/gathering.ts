// Liveness: nothing breaks any more. All come back, nothing is lost on the way, everybody is Ready; then
// all must agree, and what waits and can be assigned must be assigned.

import type { World } from './world.ts';

/** Links are up, and whoever ended without a word is known to have come back. */
const TOGETHER_MS = 25_000;
/** K ticks of the desk. */
const LIVELY_MS = 12_000;
const PATIENCE_MS = 8_000;

const isQuiet = (world: World): boolean => {
  const [first, ...others] = world.tabs;
  return others.every(({ sight }) => sight.all.name === first?.sight.all.name);
};

export const gather = (world: World): void => {
  world.network.makePerfect();
  world.step('act gather', 'all');
  // What a browser holds back still comes at the time that was set.
  const lateMs = Math.max(...world.profiles.map(({ machine }) => machine.throttleMs));
  for (const profile of world.profiles) {
    const { machine, disk } = profile;
    machine.throttleMs = 0;
    disk.flushMs = 20;
    machine.wake();
    if (!profile.isRunning) profile.openTab();
  }
  world.run(world.now + TOGETHER_MS + lateMs);
  const agents = new Set<string>();
  for (const tab of world.tabs) {
    if (agents.has(tab.agent)) continue;
    agents.add(tab.agent);
    world.as(tab, 'ready', () => tab.desk.chooseStatus('ready'));
  }
  world.run(world.now + LIVELY_MS);
  for (let waited = 0; waited < PATIENCE_MS && !isQuiet(world); waited += 100) world.run(world.now + 100);
  if (world.violations.length > 0) return;
  world.gathered();
  for (const { name } of world.profiles) for (const other of world.profiles) world.network.worsen(name, other.name);
};
