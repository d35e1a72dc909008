// RE5: automation never undoes a person's act. A reclaim is written only on an offer of the dispatcher;
// and where the dispatcher's entry stands in any state, what it was decided on was nobody's.

import type { RoutingEntry } from '../../../src/domain/entry.ts';
import type { Checker } from '../checker.ts';
import type { World } from '../world.ts';

const HOLDING: readonly string[] = ['pickedUp', 'taken', 'transferred'];

export const peoplesActsStand = (world: World): Checker => ({
  write(tab, drafts) {
    for (const draft of drafts) {
      if (draft.kind !== 'reclaimed') continue;
      const head = tab.sight.reading(draft.conversation)?.head;
      if (head?.kind !== 'assigned')
        world.violate('RE5', `${tab.name} reclaims what stands by ${head?.kind} of ${head?.agent}`);
    }
  },
  change(tab, id) {
    const head = tab.replica.team.conversations.get(id)?.head;
    if (head?.kind !== 'reclaimed' && head?.kind !== 'assigned') return;
    const moves = (tab.sight.conversations.get(id)?.truths ?? []).map(({ entry }) => entry as RoutingEntry);
    const standing = moves.find((entry) => entry.id === head.id);
    const base = moves.find((entry) => entry.id === standing?.base);
    const isOffer = base?.kind === 'assigned';
    if (head.kind === 'reclaimed' && !isOffer)
      world.violate('RE5', `${tab.name} shows ${id} as reclaimed from ${base?.kind}`);
    // A newer kind may leave it waiting; a closed one that was reopened waits, too.
    if (
      head.kind === 'assigned' &&
      base !== undefined &&
      HOLDING.includes(base.kind) &&
      standing?.lamport !== undefined
    )
      world.violate('RE5', `${tab.name} shows ${id} as offered, on top of ${base.kind} by ${base.agent}`);
  },
});
