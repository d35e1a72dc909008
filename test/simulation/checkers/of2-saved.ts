// OF2: what was acknowledged as saved is there once all have gathered, unless a backup overwrote the only
// disk that had it.

import type { Checker } from '../checker.ts';
import type { World } from '../world.ts';

export const nothingSavedIsLost = (world: World): Checker => ({
  gather(tabs) {
    for (const truth of world.ledger.all) {
      if (!truth.isSaved || truth.isGivenUp) continue;
      const without = tabs.find(({ sight }) => !sight.has(truth));
      const { kind, device, id } = truth.entry;
      if (without !== undefined)
        world.violate('OF2', `${without.name} lacks ${kind} ${id}, which ${device} wrote at ${truth.at} and saved`);
    }
  },
});
