// CO4, CO5, RE7: what a tab makes of a conversation is what the second reading makes of the same entries
// (reference.ts), and it counts loads as one can count them.

import { ownerOf } from '../../../src/domain/conversation-state.ts';
import type { Checker } from '../checker.ts';
import type { Reading } from '../reference.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

const expected = ({ head, forks, opened, ...reading }: Reading): unknown[] => [
  reading.state,
  reading.owner,
  head?.id ?? null,
  reading.strength,
  reading.answeredBy,
  reading.customerMessages,
  reading.openedAt,
  reading.waitingSince,
  reading.round,
  reading.missed,
  reading.misses,
  forks,
  opened?.subject,
];

export const readsAsWritten = (world: World): Checker => {
  const counted = new Map<Tab, number>();
  return {
    change(tab, id, reading) {
      const conversation = tab.replica.team.conversations.get(id);
      if (conversation === undefined || !world.hasReference) return;
      const { head, forks, misses, subject, ...rest } = conversation;
      const found = [
        rest.state,
        ownerOf(conversation),
        head?.id ?? null,
        head?.strength ?? 0,
        head?.answeredBy ?? null,
        rest.customerMessages,
        rest.openedAt,
        rest.waitingSince,
        rest.round,
        rest.missed,
        misses.length,
        forks.map(({ winner, loser }) => `${winner} > ${loser}`),
        subject,
      ];
      const wanted = expected(reading);
      if (JSON.stringify(found) !== JSON.stringify(wanted))
        world.violate('CO4', `${tab.name} reads ${id} as ${JSON.stringify(found)}, not as ${JSON.stringify(wanted)}`);
    },
    look(tab) {
      const { replica, sight } = tab;
      if (counted.get(tab) === sight.all.truths.length) return;
      counted.set(tab, sight.all.truths.length);
      for (const agent of sight.agents) {
        const found = replica.team.agents.get(agent);
        const { open, offers } = sight.loadOf(agent);
        if (!world.hasReference || (found?.open === open && found.offers === offers)) continue;
        const said = `${found?.open} open, ${found?.offers} offers`;
        world.violate('CO3', `${tab.name} counts ${said} for ${agent}, not ${open} and ${offers}`);
      }
    },
  };
};
