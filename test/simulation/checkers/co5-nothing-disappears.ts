// CO5: nothing that a person wrote or did disappears. Every entry that a tab has of a conversation
// stands in that conversation, and what a running tab has had it keeps.

import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

export const nothingDisappears = (world: World): Checker => {
  const sizes = new Map<Tab, number>();
  return {
    change(tab, id, reading) {
      const shown = tab.replica.team.conversations.get(id)?.entries.length ?? 0;
      if (shown !== reading.size)
        world.violate('CO5', `${tab.name} shows ${shown} of the ${reading.size} entries of ${id}`);
    },
    look(tab) {
      const { size } = tab.replica;
      if (size < (sizes.get(tab) ?? 0)) world.violate('CO5', `${tab.name} has forgotten entries`);
      sizes.set(tab, size);
    },
    gather(tabs) {
      for (const { name, sight, replica } of tabs) {
        for (const [id, { truths }] of sight.conversations) {
          const entries = replica.team.conversations.get(id)?.entries;
          if (entries === undefined) continue;
          const shown = new Set(entries.map((entry) => entry.id));
          const lost = truths.find(({ entry }) => !shown.has(entry.id));
          if (lost !== undefined) world.violate('CO5', `${name} does not show ${lost.entry.kind} ${lost.entry.id}`);
        }
      }
    },
  };
};
