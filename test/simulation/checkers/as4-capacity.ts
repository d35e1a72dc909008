// AS4: no assignment is written that its own past shows to go above capacity or to somebody not Ready.

import type { Checker } from '../checker.ts';
import type { World } from '../world.ts';

export const capacityIsKept = (world: World): Checker => ({
  write(tab, drafts) {
    const given = new Map<string, number>();
    for (const draft of drafts) {
      if (draft.kind !== 'assigned') continue;
      const { to } = draft;
      const open = (given.get(to) ?? tab.sight.loadOf(to).open) + 1;
      given.set(to, open);
      const { capacity } = tab.sight.settings();
      if (open > capacity) world.violate('AS4', `${tab.name} gives ${to} the ${open}th of ${capacity}`);
      if (tab.sight.choice(to).intent !== 'ready') world.violate('AS4', `${tab.name} knows that ${to} is not Ready`);
    }
  },
});
