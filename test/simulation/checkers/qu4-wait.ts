// QU4, QU2: the wait never shrinks. While a conversation waits for one and the same reason, its opening
// or one close, more entries never make it wait since later.

import type { ConversationId } from '../../../src/domain/ids.ts';
import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

interface Since {
  readonly reason: string;
  readonly at: number;
}

export const waitNeverShrinks = (world: World): Checker => {
  const waits = new Map<Tab, Map<ConversationId, Since>>();
  return {
    change(tab, id, { reopenedAfter, size }) {
      const conversation = tab.replica.team.conversations.get(id);
      if (conversation === undefined) return;
      const all = waits.get(tab) ?? new Map<ConversationId, Since>();
      waits.set(tab, all);
      const before = all.get(id);
      const twice = (tab.sight.conversations.get(id)?.truths.length ?? 0) - size;
      const reason = `${reopenedAfter} ${twice}`;
      const at = conversation.waitingSince;
      if (before !== undefined && before.reason === reason && at > before.at)
        world.violate(
          'QU4',
          `${tab.name} counts the wait of ${id} from ${at - before.at} ms later than before (${reopenedAfter})`,
        );
      all.set(id, { reason, at });
    },
  };
};
