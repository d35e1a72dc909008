import { describe, expect, test } from 'vitest';

import type { ConversationId } from '../../../src/domain/ids.ts';
import { arrivalWords } from '../../../src/view/arrival-words.ts';
import { Arrivals, type Arrival } from '../../../src/view/arrivals.ts';
import { whoFor } from '../../../src/view/names-in-words.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const watch = (peer: Peer) => {
  const told: Arrival[] = [];
  const arrivals = new Arrivals(peer.desk.team, peer.agent);
  peer.replica.subscribe(({ conversations }) => arrivals.note(conversations));
  arrivals.subscribe((news) => void told.push(...news));
  return {
    told,
    /** What was told since the last time, in words. */
    words(): readonly string[] {
      arrivals.tell();
      return arrivalWords(
        told.splice(0),
        whoFor(peer.agent, (agent) => agent),
      );
    },
  };
};

const team = (ana: 'ready' | 'away' = 'away') => {
  const world = new SmallWorld();
  const [first, ben] = world.team({ ana, ben: 'away' });
  if (first === undefined || ben === undefined) throw new Error('Two are needed.');
  const open = (subject: string): ConversationId => ben.opens({ subject });
  return { world, ana: first, ben, open };
};

describe('what others do to my work', () => {
  test('[TR3] a transfer to me is told with who and what, my own acts are not', () => {
    const { world, ana, ben, open } = team();
    const news = watch(ana);
    const id = open('A late parcel');
    ben.desk.transfer(id, ana.agent, '');
    world.advance(1000);
    expect(news.words()).toEqual(['ben transferred to you: A late parcel']);
    expect(news.words()).toEqual([]);
    const acts = [
      () => ana.desk.pickUp(id),
      () => ana.desk.reply(id, 'It is on its way.'),
      () => ana.desk.returnToQueue(id),
      () => ana.desk.takeOver(id),
      () => ana.desk.transfer(id, ben.agent, ''),
    ];
    for (const act of acts) {
      expect(act().ok).toBe(true);
      expect(news.words()).toEqual([]);
    }
  });

  test('[AS1] an assignment to me is told, also where this browser is the dispatcher', () => {
    const { world, ana, open } = team('ready');
    const news = watch(ana);
    open('A late parcel');
    world.advance(1000);
    expect(ana.isDispatcher).toBe(true);
    expect(news.words()).toEqual(['Assigned to you: A late parcel']);
  });

  test('[TR2] that a colleague took over or passed on what I held is told', () => {
    const { world, ana, ben, open } = team();
    const [one, two] = [open('One'), open('Two')];
    world.advance(1000);
    ana.desk.takeOver(one);
    ana.desk.takeOver(two);
    world.advance(1000);
    const news = watch(ana);
    ben.desk.takeOver(one);
    ben.desk.transfer(two, ben.agent, '');
    world.advance(1000);
    expect(news.words()).toEqual(['ben has it now: One', 'ben has it now: Two']);
  });

  test('[RE2] an offer that was taken back is told to who had it', () => {
    const { world, ana, ben, open } = team('ready');
    open('A late parcel');
    world.advance(1000);
    const news = watch(ana);
    ben.desk.chooseStatus('ready');
    world.advance(62_000);
    expect(news.words()).toContain('No longer offered to you: A late parcel');
  });

  test('[CO5] that acts crossed is told to those concerned, and what stood there at the start is no news', () => {
    const { world, ana, ben, open } = team();
    const id = open('A late parcel');
    world.advance(1000);
    const news = watch(ana);
    world.network.cut([ana], [ben]);
    ana.desk.takeOver(id);
    ben.desk.takeOver(id);
    ben.desk.reply(id, 'It is on its way.');
    world.network.heal();
    world.advance(5000);
    expect(news.words()).toContain('You both acted while disconnected: A late parcel');
    const later = watch(ana);
    ben.desk.note(id, 'Calls at noon.');
    world.advance(1000);
    expect(later.words()).toEqual([]);
  });

  test('[TR1] many at once, as after a night offline, are told by their number', () => {
    const { world, ana, ben, open } = team();
    const news = watch(ana);
    for (const subject of ['One', 'Two', 'Three']) ben.desk.transfer(open(subject), ana.agent, '');
    world.advance(1000);
    expect(news.words()).toEqual(['3 conversations were transferred to you']);
  });
});
