// ST4, ST3: a login brings back the choice from before, and nobody sees another status in between. What
// a tab shows of an agent is that agent's standing choice while one of their peers is live, and Logged
// out otherwise; and it shows an agent as there only once it has what the agent's own device had.

import type { AgentId } from '../../../src/domain/ids.ts';
import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

export const intentIsRestored = (world: World): Checker => {
  const shown = new Map<Tab, Map<AgentId, string>>();
  const arrived = (tab: Tab, agent: AgentId): void => {
    for (const [other, end] of tab.station.ends) {
      if (end.announcement?.agent !== agent || !end.hasCaughtUp) continue;
      const missing = end.had.find((truth) => !tab.sight.has(truth));
      if (missing !== undefined)
        world.violate('ST4', `${tab.name} shows ${agent} as there and lacks the choice that ${other.name} came with`);
    }
  };
  return {
    look(tab) {
      const { sight, ears, desk } = tab;
      const before = shown.get(tab) ?? new Map<AgentId, string>();
      shown.set(tab, before);
      for (const agent of sight.agents) {
        const { status } = desk.statusOf(agent);
        const wanted = ears.isLive(agent) ? sight.choice(agent).intent : 'out';
        if (status !== wanted) world.violate('ST4', `${tab.name} shows ${agent} as ${status}, not as ${wanted}`);
        if (status === before.get(agent)) continue;
        if (status !== 'out' && (before.get(agent) ?? 'out') === 'out' && agent !== tab.agent) arrived(tab, agent);
        before.set(agent, status);
      }
    },
  };
};
