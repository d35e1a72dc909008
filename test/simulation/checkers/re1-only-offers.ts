// RE1: only what was assigned and not picked up is reclaimed. Looked at when a reclaim is written, and
// in every state that follows: where a reclaim stands, nobody has picked up what it took back.

import type { Checker } from '../checker.ts';
import type { World } from '../world.ts';

export const onlyOffersAreReclaimed = (world: World): Checker => ({
  write(tab, drafts) {
    for (const draft of drafts) {
      if (draft.kind !== 'reclaimed') continue;
      const state = tab.sight.reading(draft.conversation)?.state;
      if (state !== 'assigned') world.violate('RE1', `${tab.name} reclaims ${draft.conversation}, which is ${state}`);
    }
  },
  change(tab, id) {
    const head = tab.replica.team.conversations.get(id)?.head;
    if (head?.kind !== 'reclaimed') return;
    const truths = tab.sight.conversations.get(id)?.truths ?? [];
    const reclaim = truths.find(({ entry }) => entry.id === head.id)?.entry;
    const base = reclaim !== undefined && 'base' in reclaim ? reclaim.base : null;
    const pickUp = truths.find(({ entry }) => entry.kind === 'pickedUp' && entry.base === base);
    if (pickUp !== undefined && base !== null && pickUp.isHonest)
      world.violate('RE1', `${tab.name} shows ${id} as reclaimed, though ${pickUp.entry.agent} picked it up`);
  },
});
