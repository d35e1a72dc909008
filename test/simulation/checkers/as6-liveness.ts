// Liveness (DI1, AS6): once nothing breaks any more, whatever waits and somebody could have is assigned,
// and one device assigns.

import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

export const waitingIsAssigned = (world: World): Checker => ({
  gather(tabs) {
    const [first] = tabs;
    if (first === undefined) return;
    const dispatchers = new Set(tabs.filter(isDispatcher).map(({ profile }) => profile.device));
    if (dispatchers.size !== 1) world.violate('DI1', `after healing ${dispatchers.size} dispatch: ${[...dispatchers]}`);
    for (const id of first.sight.conversations.keys()) {
      const reading = first.sight.reading(id);
      if (reading?.state !== 'waiting') continue;
      const agent = freeAgent(first, reading.opened?.skills ?? []);
      if (agent !== null) world.violate('AS6', `after healing ${id} waits, and ${agent} could have it`);
    }
  },
});

/** The desk says so of the device: its other tabs say the same, and so does a copy of the device. */
const isDispatcher = ({ desk }: Tab): boolean => {
  const state = desk.assignment();
  return state.kind === 'assigning' && state.isMine;
};

const freeAgent = ({ sight, ears }: Tab, skills: readonly string[]): string | null => {
  const { capacity, unpickedMax } = sight.settings();
  for (const agent of sight.agents) {
    const { open, offers } = sight.loadOf(agent);
    const isThere = sight.choice(agent).intent === 'ready' && ears.isResponding(agent);
    const own = sight.skillsOf(agent);
    if (isThere && open < capacity && offers < unpickedMax && skills.every((skill) => own.includes(skill)))
      return agent;
  }
  return null;
};
