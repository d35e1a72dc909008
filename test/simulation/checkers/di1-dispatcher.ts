// DI1, DI2: only the holder of a device's lock dispatches, for an agent who is Ready, having heard
// somebody since it slept, in step once with each peer that it hears, and first among those.

import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';
import { inTotalOrder } from '../reference-order.ts';

export const dispatcherIsReady = (world: World): Checker => ({
  write(tab, drafts) {
    const isDispatchers = drafts.some(
      (draft) =>
        draft.kind === 'assigned' || draft.kind === 'reclaimed' || (draft.kind === 'status' && draft.by === 'system'),
    );
    if (!isDispatchers) return;
    const why = (text: string): void => world.violate('DI1', `${tab.name} dispatches, ${text}`);
    const { stands, intent } = tab.sight.choice(tab.agent);
    if (tab.profile.tabs[0] !== tab) why('and another tab holds the lock');
    if (intent !== 'ready' || stands === null) return why(`and ${tab.agent} is not Ready`);
    if (tab.ears.isDoubtful) why('and has heard nobody since it slept');
    const behind = tab.ears.behind();
    if (behind !== null) why(`and does not have what ${behind} has`);
    const earlier = earlierThan(tab, stands);
    if (earlier !== null) why(`though ${earlier} comes first`);
  },
});

/** Another peer that it hears whose agent chose Ready before its own. */
const earlierThan = (tab: Tab, own: NonNullable<ReturnType<Tab['sight']['choice']>['stands']>): string | null => {
  for (const [peer, heard] of tab.ears.peers) {
    if (heard.agent === null || !heard.isCaughtUp || tab.ears.isStale(heard) || !tab.sight.agents.has(heard.agent))
      continue;
    const { stands, intent } = tab.sight.choice(heard.agent);
    if (intent !== 'ready' || stands === null) continue;
    const difference = inTotalOrder(stands, own);
    if (difference < 0 || (difference === 0 && peer < tab.peer)) return peer;
  }
  return null;
};
