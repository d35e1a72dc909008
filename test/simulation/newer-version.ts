// A device that runs a newer version: it also writes kinds that this version does not know, some with
// outcome and strength, as routing does (CO7), some without.

import * as Y from 'yjs';
import type { Conversation } from '../../src/domain/conversation-state.ts';
import type { Entry, Outcome } from '../../src/domain/entry.ts';
import { logKey } from '../../src/replica/log-key.ts';
import type { Chance } from './chance.ts';
import type { Tab } from './tab.ts';

const drawOutcome = (tab: Tab, chance: Chance): Outcome => {
  const owner = chance.one([...tab.replica.team.agents.keys()]);
  return chance.one<Outcome>([
    { state: 'waiting' },
    { state: 'closed' },
    { state: 'assigned', owner },
    { state: 'active', owner },
  ]);
};

export const writesNewerKind = (tab: Tab, chance: Chance, about: Conversation | null): (() => void) | null => {
  if (about === null) return null;
  return () => {
    const { replica, profile, sight } = tab;
    const at = profile.machine.wall();
    sight.refresh();
    const header = { i: replica.newId(), a: tab.agent, l: sight.lamport + 1, t: at };
    const outcome = drawOutcome(tab, chance);
    const strength = chance.below(6);
    const moves = chance.happens(0.8);
    const wire = moves
      ? { k: 'escalated', ...header, c: about.id, b: about.base, u: outcome, w: strength, z: { level: 2 } }
      : { k: 'mood', ...header, c: about.id, mood: 'cross' };
    if (moves) {
      const routing = {
        kind: 'unknownRouting',
        name: 'escalated',
        conversation: about.id,
        base: about.base,
        outcome,
        strength,
      };
      const entry = { ...routing, id: header.i, device: replica.device, agent: tab.agent, lamport: header.l, at };
      tab.note(entry as Entry, new Set(sight.conversations.get(about.id)?.truths));
    }
    const log = tab.newerLog ?? new Y.Array<unknown>();
    tab.doc.transact(() => {
      if (tab.newerLog === null) tab.doc.getMap('logs').set(logKey(at, replica.device, chance.token(9)), log);
      log.push([wire]);
    }, 'newer version');
    tab.newerLog = log;
  };
};
