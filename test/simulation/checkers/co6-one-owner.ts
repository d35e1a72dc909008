// CO6: a replica names at most one owner, in every place where it names one; and no conversation is
// shown as "mine" by two agents whose devices reach each other for longer than a round trip.

import { ownerOf } from '../../../src/domain/conversation-state.ts';
import type { ConversationId } from '../../../src/domain/ids.ts';
import type { Checker } from '../checker.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';

interface Claim {
  readonly tab: Tab;
  readonly since: number;
}

/** Where another wire of the two loses messages: until one asks the other for what is missing. */
const ANTI_ENTROPY_MS = 45_000;
/** Two ways, each with what gathers before it leaves, on the slowest calm wire, and a tick to spare. */
const ROUND_TRIP_MS = 2 * (4_150 + 900) + 2_000;

export const oneOwner = (world: World): Checker => {
  const claims = new Map<ConversationId, Map<Tab, Claim>>();
  const contested = new Set<ConversationId>();

  const settleClaims = (id: ConversationId): void => {
    const standing = [...(claims.get(id)?.values() ?? [])].filter(({ tab }) => tab.isRunning);
    if (new Set(standing.map(({ tab }) => tab.agent)).size < 2) return void contested.delete(id);
    for (const a of standing) {
      for (const b of standing) {
        if (a.tab.agent >= b.tab.agent) continue;
        const calm = calmSince(world, a.tab, b.tab);
        const patience = isAllCalm(world, a.tab) && isAllCalm(world, b.tab) ? ROUND_TRIP_MS : ANTI_ENTROPY_MS;
        if (world.now - Math.max(calm, a.since, b.since) < patience) continue;
        world.violate('CO6', `${id} is ${a.tab.name}'s and ${b.tab.name}'s own, though they reach each other`);
      }
    }
  };

  return {
    change(tab, id) {
      const conversation = tab.replica.team.conversations.get(id);
      const isMine = conversation !== undefined && ownerOf(conversation) === tab.agent;
      const all = claims.get(id) ?? new Map<Tab, Claim>();
      claims.set(id, all);
      if (!isMine) all.delete(tab);
      else if (!all.has(tab)) all.set(tab, { tab, since: world.now });
      if (all.size > 1) contested.add(id);
    },
    look() {
      for (const id of contested) settleClaims(id);
    },
    gather(tabs) {
      for (const { name, replica } of tabs) {
        for (const [id, conversation] of replica.team.conversations) {
          for (const agent of replica.team.agents.keys()) {
            const isHeld = replica.team.heldBy(agent).some((held) => held.id === id);
            if (isHeld !== (ownerOf(conversation) === agent))
              world.violate('CO6', `${name} lists ${id} for ${agent}, and its owner is ${ownerOf(conversation)}`);
          }
        }
      }
    },
  };
};

/** What comes from others reaches it without a detour: who sees its source does not pass it on. */
const isAllCalm = (world: World, tab: Tab): boolean =>
  world.profiles.every(({ name, machine }) => {
    if (name === tab.profile.name) return true;
    const wires = [world.network.wire(name, tab.profile.name), world.network.wire(tab.profile.name, name)];
    return (
      wires.every(({ isCalm, calmSince }) => isCalm && world.now - calmSince > ANTI_ENTROPY_MS) && !machine.isAsleep
    );
  });

/** Since when the two reach each other with nothing lost and nobody asleep; for ever later where not. */
const calmSince = (world: World, a: Tab, b: Tab): number => {
  const end = a.station.ends.get(b.station);
  const back = b.station.ends.get(a.station);
  if (end === undefined || back === undefined || end.link !== back.link) return Number.POSITIVE_INFINITY;
  if (!end.hasCaughtUp || !back.hasCaughtUp || end.isWaiting || back.isWaiting) return Number.POSITIVE_INFINITY;
  const [there, here] = [
    world.network.wire(a.profile.name, b.profile.name),
    world.network.wire(b.profile.name, a.profile.name),
  ];
  if (!there.isCalm || !here.isCalm) return Number.POSITIVE_INFINITY;
  const machines = [a.profile.machine, b.profile.machine];
  if (machines.some(({ isAsleep, throttleMs }) => isAsleep || throttleMs > 0)) return Number.POSITIVE_INFINITY;
  const clear = machines.map(({ disturbedAt }) => disturbedAt);
  return Math.max(there.calmSince, here.calmSince, end.link.openedAt, ...clear);
};
