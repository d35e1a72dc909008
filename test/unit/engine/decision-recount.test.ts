// Why this agent and not that one, worked out again by whoever reads the entry.

import { describe, expect, test } from 'vitest';

import type { ConversationId } from '../../../src/domain/ids.ts';
import { DecisionRecount } from '../../../src/engine/decision-recount.ts';
import type { AssignedEntry, Recount } from '../../../src/engine/desk-types.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const SETTLED_MS = 1_000;

const assignmentOf = (peer: Peer, id: ConversationId): AssignedEntry => {
  const entry = peer.sees(id).entries.findLast((each) => each.kind === 'assigned');
  if (entry?.kind !== 'assigned') throw new Error('Nobody was given it.');
  return entry;
};

const recount = (peer: Peer, assigned: AssignedEntry): Recount => {
  const counted = new DecisionRecount(peer.replica.team.entries(), assigned);
  while (!counted.step());
  return counted.result();
};

const verdicts = ({ candidates }: Recount): Record<string, string> =>
  Object.fromEntries(candidates.map(({ agent, verdict, open }) => [agent, `${verdict}, ${open} open`]));

const startTeam = (seed = 1) => {
  const world = new SmallWorld(seed);
  const [hana, jonas, wei, priya] = world.team({ hana: 'ready', jonas: 'ready', wei: 'away', priya: 'ready' });
  if (hana === undefined || jonas === undefined || wei === undefined || priya === undefined) throw new Error('Four.');
  return { world, hana, jonas, wei, priya };
};

describe('the full list of candidates', () => {
  test('[AS5] is that of the moment of the decision, whatever has changed since', () => {
    const { world, hana, jonas, wei, priya } = startTeam();
    hana.desk.changeSettings({ capacity: 2, unpickedMax: 2 });
    const ids = Array.from({ length: 4 }, () => hana.opens());
    world.advance(SETTLED_MS);
    const [first, , , last] = ids.map((id) => assignmentOf(hana, id)) as AssignedEntry[];
    if (first === undefined || last === undefined) throw new Error('Four were opened.');
    const before = { of: recount(jonas, first), last: recount(jonas, last) };
    expect(verdicts(before.of)).toEqual({
      hana: 'eligible, 0 open',
      jonas: 'eligible, 0 open',
      priya: 'eligible, 0 open',
      wei: 'away, 0 open',
    });
    expect(Object.values(verdicts(before.last)).sort()).toEqual([
      'away, 0 open',
      'eligible, 1 open',
      'eligible, 1 open',
      'eligible, 1 open',
    ]);
    // Everything is different now: everybody Away, other loads, another capacity.
    for (const id of ids) wei.desk.takeOver(id);
    for (const peer of [hana, jonas, priya]) peer.desk.chooseStatus('away');
    hana.desk.changeSettings({ capacity: 9 });
    world.advance(SETTLED_MS);
    expect(recount(priya, first)).toEqual(before.of);
    expect(recount(priya, last)).toEqual(before.last);
  });

  test('[AS5] comes to what the entry says, for each of many decisions', () => {
    const { world, hana, jonas } = startTeam(8);
    for (let round = 0; round < 12; round += 1) {
      const id = hana.opens();
      world.advance(SETTLED_MS);
      const holder = [hana, jonas].find((peer) => hana.state(id) === `assigned ${peer.agent}`);
      holder?.desk.reply(id, 'Here');
      if (round % 3 === 0) holder?.desk.close(id);
      world.advance(SETTLED_MS);
      const assigned = assignmentOf(jonas, id);
      const { choice, differences } = recount(jonas, assigned);
      expect(differences).toEqual([]);
      expect({ to: choice?.to, reason: choice?.reason }).toEqual({ to: assigned.to, reason: assigned.reason });
    }
  });

  test('[AS5] is marked where it differs from what the entry says', () => {
    const { world, hana, jonas } = startTeam(3);
    const id = hana.opens();
    world.advance(SETTLED_MS);
    const assigned = assignmentOf(jonas, id);
    const wei = 'wei' as AssignedEntry['to'];
    const forge = (patch: Partial<AssignedEntry>): readonly string[] =>
      recount(jonas, { ...assigned, ...patch }).differences;
    expect(forge({ to: wei })).toContain('notEligible');
    expect(forge({ reason: { ...assigned.reason, load: 4 } })).toEqual(['load']);
    expect(forge({ reason: { ...assigned.reason, eligible: 2 } })).toEqual(['eligible']);
    expect(forge({ reason: { ...assigned.reason, nextBest: wei } })).toEqual(['nextBest']);
    const other = assigned.to === hana.agent ? jonas.agent : hana.agent;
    expect(forge({ to: other })).toContain('otherChoice');
  });

  test('[AS5] says so where two browsers gave it out without knowing of each other', () => {
    const { world, hana, jonas, priya, wei } = startTeam(4);
    for (const peer of [hana, jonas, priya]) peer.desk.chooseStatus('away');
    world.advance(SETTLED_MS);
    const id = hana.opens();
    world.advance(SETTLED_MS);
    world.network.cut([hana, priya], [jonas, wei]);
    hana.desk.chooseStatus('ready');
    jonas.desk.chooseStatus('ready');
    world.advance(10_000);
    world.network.heal();
    world.advance(SETTLED_MS);
    const given = hana.sees(id).entries.filter((entry) => entry.kind === 'assigned');
    expect(given.map((entry) => entry.to).sort()).toEqual(['hana', 'jonas']);
    // The first did not know of the other's choice to be Ready, the second not of the first.
    expect(given.map((entry) => recount(wei, entry).differences)).toEqual([['eligible', 'nextBest'], ['notWaiting']]);
  });
});
