import { describe, expect, test } from 'vitest';

import type { TeamEntry } from '../../../src/domain/entry.ts';
import { asAgentId, asDeviceId, asEntryId, asWallMs } from '../../../src/domain/ids.ts';
import { agentCards } from '../../../src/view/agent-cards.ts';
import { dayOf, figuresOf, medianOf, todayOf, workCounts } from '../../../src/view/figures.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from '../../support/small-world.ts';

const MINUTE = 60_000;
const [ANA, BEN, CLEO] = [asAgentId('ana'), asAgentId('ben'), asAgentId('cleo')];

const nowOf = (world: SmallWorld) => asWallMs(WORLD_START_MS + world.time.now);
const cardsOf = ({ desk }: Peer) => agentCards(desk.team.agents.values(), desk, desk.team.settings.capacity);
const figures = (world: SmallWorld, peer: Peer) => figuresOf(peer.desk.team, cardsOf(peer), nowOf(world));
const today = (peer: Peer, from = 0) => todayOf(peer.desk.team.conversations.values(), from);
const kinds = (peer: Peer, agent = BEN) => (today(peer).work.get(agent) ?? []).map((event) => event.kind);

const team = (choices: Readonly<Record<string, 'ready' | 'away'>>) => {
  const world = new SmallWorld();
  const peers = world.team(choices);
  const [ana, ben, cleo] = peers;
  if (ana === undefined || ben === undefined || cleo === undefined) throw new Error('Three are needed.');
  return { world, ana, ben, cleo };
};

describe('what is open', () => {
  test('[DA1] what waits is counted, with the moment since when the longest does', () => {
    const { world, ana } = team({ ana: 'away', ben: 'away', cleo: 'away' });
    expect(figures(world, ana)).toMatchObject({ waiting: 0, longestSince: null, isFull: false, places: 0 });
    const since = nowOf(world);
    ana.opens();
    world.advance(5 * MINUTE);
    ana.opens({ priority: 'urgent' });
    expect(figures(world, ana)).toMatchObject({ waiting: 2, longestSince: since });
  });

  test('[DA1] held by the Ready is assigned or in progress, held by anyone else is parked, mine too', () => {
    const { world, ana, ben } = team({ ana: 'away', ben: 'ready', cleo: 'away' });
    const [one, two] = [ana.opens(), ana.opens()];
    world.advance(1000);
    ben.desk.pickUp(one);
    ana.desk.transfer(ana.opens(), CLEO, '');
    world.advance(1000);
    ana.desk.takeOver(ana.opens());
    world.advance(1000);
    const read = figures(world, ana);
    expect(read).toMatchObject({ waiting: 0, assigned: 1, inProgress: 1, parkedHolders: 2, taken: 2, places: 5 });
    expect(read.oldestOfferSince).toBe(ana.sees(two).head?.at);
    expect(read.parked.map((each) => ('owner' in each ? each.owner : null))).toEqual([CLEO, ANA]);
  });

  test('[DA1] the oldest customer without an answer is told for each agent, and an answer ends it', () => {
    const { world, ana, ben } = team({ ana: 'away', ben: 'ready', cleo: 'away' });
    const since = nowOf(world);
    const one = ana.opens();
    world.advance(MINUTE);
    ana.opens();
    world.advance(1000);
    expect(figures(world, ana).oldestUnanswered).toEqual(new Map([[BEN, since]]));
    ben.desk.reply(one, 'It is on its way.');
    world.advance(1000);
    expect(figures(world, ana).oldestUnanswered).toEqual(new Map([[BEN, since + MINUTE]]));
  });

  test('[DA1] everyone Ready is full when no place is left, and not before', () => {
    const { world, ana } = team({ ana: 'away', ben: 'ready', cleo: 'away' });
    ana.desk.changeSettings({ capacity: 2 });
    ana.opens();
    world.advance(1000);
    expect(figures(world, ana)).toMatchObject({ isFull: false, taken: 1, places: 2 });
    ana.opens();
    world.advance(1000);
    expect(figures(world, ana)).toMatchObject({ isFull: true, taken: 2, places: 2 });
  });
});

describe('today', () => {
  test('[DA2] first response is from the entry into the queue to the first reply, reclaims included', () => {
    const { world, ana, ben } = team({ ana: 'away', ben: 'ready', cleo: 'ready' });
    const one = ana.opens();
    world.advance(3 * MINUTE);
    expect(today(ana).firstResponse).toEqual({ medianMs: null, count: 0 });
    ben.desk.reply(one, 'Here it is.');
    ben.desk.reply(one, 'And more.');
    world.advance(1000);
    expect(today(ana).firstResponse).toEqual({ medianMs: 3 * MINUTE, count: 1 });
    expect(today(ana, nowOf(world)).firstResponse.count).toBe(0);
  });

  test('[DA2] the median of an even number lies between the two in the middle', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([30, 10, 20])).toBe(20);
    expect(medianOf([40, 10, 20, 30])).toBe(25);
  });

  test('[DA2] a pick-up is told with the wait since the queue was entered, a miss as a miss', () => {
    const { world, ana, ben, cleo } = team({ ana: 'away', ben: 'ready', cleo: 'away' });
    const one = ana.opens();
    world.advance(1000);
    cleo.desk.chooseStatus('ready');
    world.advance(ana.desk.team.settings.pickupTimeoutMs + 5000);
    expect(kinds(ana)).toEqual(['offered', 'missed']);
    expect(ana.state(one)).toBe('assigned cleo');
    const pickedUp = nowOf(world) - ana.sees(one).openedAt;
    cleo.desk.pickUp(one);
    world.advance(1000);
    const work = today(ana).work.get(CLEO) ?? [];
    expect(work.map(({ kind, waitMs }) => [kind, waitMs])).toEqual([
      ['offered', null],
      ['pickedUp', pickedUp],
    ]);
    expect(workCounts(work)).toEqual({ pickedUp: 1, missed: 0 });
    expect(workCounts(today(ana).work.get(BEN) ?? [])).toEqual({ pickedUp: 0, missed: 1 });
    expect(kinds(ben)).toEqual(kinds(ana));
  });

  test('[DA2] a transfer is in the day of both, and what lost a crossing in nobody’s', () => {
    const { world, ana, ben, cleo } = team({ ana: 'away', ben: 'away', cleo: 'away' });
    const one = ana.opens();
    world.advance(1000);
    world.network.cut([ana, ben], [cleo]);
    ben.desk.takeOver(one);
    ben.desk.reply(one, 'I have it.');
    cleo.desk.takeOver(one);
    world.network.heal();
    world.advance(10_000);
    expect(ana.state(one)).toBe('active ben');
    expect(today(ana).work.has(CLEO)).toBe(false);
    ben.desk.transfer(one, CLEO, '');
    world.advance(1000);
    expect(kinds(ana)).toEqual(['takenOver', 'handedTo']);
    expect(kinds(ana, CLEO)).toEqual(['handedBy']);
  });

  test('[DA2] statuses stand among the work of the day, the newest first, and no more than asked for', () => {
    const { world, ana, ben } = team({ ana: 'away', ben: 'ready', cleo: 'away' });
    const one = ana.opens();
    world.advance(1000);
    ben.desk.pickUp(one);
    world.advance(1000);
    ben.desk.chooseStatus('away');
    world.advance(1000);
    const { team: state } = ana.desk;
    const work = today(ana).work.get(BEN) ?? [];
    const day = dayOf(state.statusHistory(BEN), work, 0, 50);
    const told = day.map((event) => (event.kind === 'status' ? `${event.from} to ${event.to}` : event.kind));
    expect(told.slice(0, 3)).toEqual(['ready to away', 'pickedUp', 'offered']);
    expect(told.slice(3)).toContain('out to ready');
    expect(dayOf(state.statusHistory(BEN), work, 0, 2)).toEqual(day.slice(0, 2));
    expect(dayOf(state.statusHistory(BEN), [], nowOf(world), 50)).toEqual([]);
  });

  test('[DA2] a status that Deskmesh chose is told as such', () => {
    const entry: TeamEntry = {
      id: asEntryId('x'),
      device: asDeviceId('d'),
      agent: ANA,
      lamport: 9,
      at: asWallMs(WORLD_START_MS),
      kind: 'status',
      of: BEN,
      intent: 'away',
      replaces: [],
      by: 'system',
    };
    expect(dayOf([entry], [], 0, 9)).toMatchObject([{ to: 'away', cause: 'system' }]);
  });
});
