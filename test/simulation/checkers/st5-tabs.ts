// ST5, ST2: a choice of status is written when a person chooses, or by the dispatcher for who did not
// pick up. Opening, closing, crashing, waking and syncing write none.

import type { Checker } from '../checker.ts';
import type { World } from '../world.ts';

const CHOOSING: readonly (string | null)[] = ['ready', 'away'];

export const tabsChooseNothing = (world: World): Checker => ({
  write(tab, drafts) {
    for (const draft of drafts) {
      if (draft.kind !== 'status') continue;
      const isPersons = draft.by === 'person';
      if (isPersons && !CHOOSING.includes(tab.act))
        world.violate('ST5', `${tab.name} chose by itself during ${tab.act}`);
      if (isPersons && draft.of !== tab.agent) world.violate('ST5', `${tab.name} chose for ${draft.of}`);
      if (!isPersons && draft.intent !== 'away') world.violate('ST5', `${tab.name} set ${draft.of} to Ready`);
    }
  },
});
