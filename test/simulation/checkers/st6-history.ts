// ST6: every choice stays as history; a choice names all that stand; of choices that did not see each
// other Away stands, and one of the system stands only where it named what stood.

import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

export const historyIsKept = (world: World): Checker => {
  const seen = new Map<Tab, number>();
  const compare = (tab: Tab): void => {
    for (const agent of tab.sight.agents) {
      const standing = tab.replica.team.agents.get(agent)?.standing;
      const { intent, stands, heads } = tab.sight.choice(agent);
      if (standing === undefined) continue;
      const isSame = standing.intent === intent && (standing.order?.id ?? null) === (stands?.id ?? null);
      if (!isSame || standing.heads.length !== heads.length)
        world.violate(
          'ST6',
          `${tab.name}: ${agent} stands at ${standing.intent} by ${standing.order?.id}, not ${intent} by ${stands?.id}`,
        );
    }
  };
  return {
    write(tab, drafts) {
      for (const draft of drafts) {
        if (draft.kind !== 'status') continue;
        const { heads } = tab.sight.choice(draft.of);
        const missing = heads.slice(-16).find(({ id }) => !draft.replaces.includes(id));
        if (missing !== undefined) world.violate('ST6', `${tab.name} chooses and does not name ${missing.id}`);
      }
    },
    look(tab) {
      const { length } = tab.sight.all.truths;
      if (seen.get(tab) === length) return;
      seen.set(tab, length);
      compare(tab);
    },
    gather(tabs) {
      for (const { name, sight, replica } of tabs) {
        for (const [agent, { truths }] of sight.statuses) {
          const history = new Set(replica.team.statusHistory(agent).map(({ id }) => id));
          const missing = truths.find(({ entry }) => !history.has(entry.id));
          if (missing !== undefined) world.violate('ST6', `${name} has lost ${missing.entry.id} of ${agent}`);
        }
      }
    },
  };
};
