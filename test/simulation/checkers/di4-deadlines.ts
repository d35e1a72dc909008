// DI4, RE3: nobody's deadline comes early. What a tab reclaims it has itself seen open for as long,
// by its own steady clock, counting only time in which somebody was Ready in its view, and only since
// somebody last became Ready after nobody was.

import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

export const deadlinesAreOwn = (world: World): Checker => ({
  write(tab, drafts) {
    const { ears, sight } = tab;
    for (const draft of drafts) {
      if (draft.kind !== 'reclaimed') continue;
      const owner = sight.reading(draft.conversation)?.owner ?? null;
      const offer = ears.offers.get(draft.conversation);
      const start = Math.max(offer?.head === draft.base ? offer.at : ears.running, ears.zero);
      const { pickupTimeoutMs, awayGraceMs } = sight.settings();
      const early = (text: string): void => world.violate('DI4', `${tab.name} reclaims ${draft.conversation} ${text}`);
      if (draft.cause === 'timeout' && ears.running - start < pickupTimeoutMs)
        early(`after ${ears.running - start} of ${pickupTimeoutMs} ms`);
      if (draft.cause === 'gone' && owner !== null && ears.isLive(owner)) early('from somebody who is there');
      if (draft.cause !== 'away' || owner === null) continue;
      const since = Math.max(ears.notReadySince.get(owner) ?? ears.running, start);
      if (ears.running - since < awayGraceMs) early(`after ${ears.running - since} ms of Away`);
    }
  },
  look(tab) {
    seeReady(tab);
  },
  change(tab, id, { state, head }) {
    const { offers, running } = tab.ears;
    if (state !== 'assigned' || head === null) offers.delete(id);
    else if (offers.get(id)?.head !== head.id) offers.set(id, { head: head.id, at: running });
  },
});

const seeReady = ({ ears, sight }: Tab): void => {
  let isAnyReady = false;
  for (const agent of sight.agents) {
    const isReady = sight.choice(agent).intent === 'ready' && ears.isLive(agent);
    isAnyReady ||= isReady;
    if (isReady) ears.notReadySince.delete(agent);
    else if (!ears.notReadySince.has(agent)) ears.notReadySince.set(agent, ears.running);
  }
  ears.seeReady(isAnyReady);
};
