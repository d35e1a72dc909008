// RE3: while nobody is Ready nothing is assigned and nothing is reclaimed; a reclaim waits until another
// agent could have the conversation, by what the writer had and heard.

import type { AgentId } from '../../../src/domain/ids.ts';
import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

const isReady = (tab: Tab, agent: AgentId): boolean =>
  tab.sight.choice(agent).intent === 'ready' && tab.ears.isResponding(agent);

export const nobodyReadyNothingMoves = (world: World): Checker => ({
  write(tab, drafts) {
    const { sight } = tab;
    const agents = [...sight.agents];
    for (const draft of drafts) {
      if (draft.kind !== 'assigned' && draft.kind !== 'reclaimed') continue;
      if (!agents.some((agent) => isReady(tab, agent)))
        world.violate('RE3', `${tab.name} writes ${draft.kind} while nobody is Ready`);
      if (draft.kind !== 'reclaimed') continue;
      const reading = sight.reading(draft.conversation);
      const { capacity, unpickedMax } = sight.settings();
      const isWanted = agents.some((agent) => {
        const { open, offers } = sight.loadOf(agent);
        const hasRoom = agent !== reading?.owner && open < capacity && offers < unpickedMax;
        const skills = sight.skillsOf(agent);
        return (
          hasRoom && isReady(tab, agent) && reading?.opened?.skills.every((skill) => skills.includes(skill)) === true
        );
      });
      if (!isWanted) world.violate('RE3', `${tab.name} reclaims ${draft.conversation}, which nobody else could have`);
    }
  },
});
