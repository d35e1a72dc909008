// CO3: equal entries, equal state. Each set of entries of a conversation that ever comes together at
// any tab is remembered with what that tab made of it; whoever has the same set must say the same.
// After a gathering all tabs, and a replica that starts from the document alone, say the same.

import * as Y from 'yjs';
import { asDeviceId } from '../../../src/domain/ids.ts';
import { Replica } from '../../../src/replica/replica.ts';
import type { Checker } from '../checker.ts';
import { agentsDigest, conversationDigest, teamDigest } from '../digest.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

/** Of whole teams, one set of entries in so many is compared: agents are many to write out. */
const TEAM_SAMPLE = 4;

interface Said {
  readonly by: string;
  readonly digest: string;
}

export const equalEntriesEqualState = (world: World): Checker => {
  const said = new Map<string, Said>();
  const lastSets = new Map<Tab, number>();
  const compare = (tab: Tab, what: string, set: string, digest: string): void => {
    const name = `${what} ${set}`;
    const other = said.get(name);
    if (other === undefined) said.set(name, { by: tab.name, digest });
    else if (other.digest !== digest)
      world.violate('CO3', `${tab.name} and ${other.by} have the same of ${what}: ${digest} / ${other.digest}`);
  };
  return {
    change(tab, id) {
      const conversation = tab.replica.team.conversations.get(id);
      const known = tab.sight.conversations.get(id);
      if (conversation === undefined || known === undefined)
        return world.violate('CO3', `${tab.name} has opened ${id} in its document and not in its state`);
      compare(tab, id, known.name, conversationDigest(conversation));
    },
    look(tab) {
      const { all } = tab.sight;
      if (all.a % TEAM_SAMPLE !== 0 || lastSets.get(tab) === all.truths.length) return;
      lastSets.set(tab, all.truths.length);
      compare(tab, 'the team', all.name, agentsDigest(tab.replica.team));
    },
    gather(tabs) {
      const [first] = tabs;
      if (first === undefined) return;
      const digest = teamDigest(first.replica.team);
      const doc = new Y.Doc();
      doc.clientID = 1;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc));
      const fresh = new Replica({ doc, device: asDeviceId('fresh'), token: () => 'fresh' });
      const all = [...tabs, { name: 'a fresh replica', replica: fresh }];
      for (const { name, replica } of all) {
        const other = teamDigest(replica.team);
        const place = digest.findIndex((line, index) => line !== other[index]);
        if (place < 0 && other.length === digest.length) continue;
        world.violate('CO3', `after healing ${first.name} says ${digest[place]}, ${name} ${other[place]}`);
      }
    },
  };
};
