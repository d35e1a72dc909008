// CO3: the same entries give the same state, however they come. Nothing here says what the state is;
// that is for the other files.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry.ts';
import { TeamFold } from '../../../src/domain/team-fold.ts';
import { chaos, delivery, everythingIn, TIGHT } from '../../support/chaos.ts';
import { foldOf, Log, type Place } from '../../support/log.ts';
import { seeded } from '../../support/seeded.ts';

/** Many small worlds on a machine that has other things to do. */
const SLOW = { timeout: 60_000 };

const inBatches = (batches: readonly (readonly Entry[])[]): TeamFold => {
  const fold = new TeamFold();
  for (const batch of batches) fold.apply(batch);
  return fold;
};

describe('[CO3] the same entries give the same state', () => {
  test.for([
    { room: 'as they come', entries: chaos() },
    { room: 'forged to stand at the same places', entries: chaos(30, TIGHT) },
  ])('[CO3] in any order, with repetitions, in any batches: $room', SLOW, ({ entries: some }) => {
    const entriesAndDelivery = some.chain((entries) => fc.tuple(fc.constant(entries), delivery(entries)));
    fc.assert(
      fc.property(entriesAndDelivery, ([entries, batches]) => {
        expect(everythingIn(inBatches(batches))).toEqual(everythingIn(foldOf(entries)));
      }),
      seeded(400),
    );
  });

  test('[CO3] also read after every single entry', SLOW, () => {
    fc.assert(
      fc.property(chaos(40), (entries) => {
        const fold = new TeamFold();
        for (const entry of entries) {
          fold.apply([entry]);
          everythingIn(fold);
        }
        expect(everythingIn(fold)).toEqual(everythingIn(foldOf(entries)));
      }),
      seeded(150),
    );
  });

  test.for([
    {
      part: 'any part of the entries',
      cut: (entries: readonly Entry[], isIn: (entry: Entry) => boolean) => entries.filter(isIn),
    },
    {
      part: 'the beginning of each log',
      cut: (entries: readonly Entry[], isIn: (entry: Entry) => boolean) => {
        const ended = new Set<string>();
        return entries.filter((entry) => {
          if (!isIn(entry)) ended.add(entry.device);
          return !ended.has(entry.device);
        });
      },
    },
  ])('[CO3] who has only $part says the same as others who have it, and ends as all do', SLOW, ({ cut }) => {
    fc.assert(
      fc.property(chaos(40), fc.func(fc.boolean()), (entries, isIn) => {
        const part = cut(entries, isIn);
        const one = foldOf(part);
        const other = inBatches(part.toReversed().map((entry) => [structuredClone(entry)]));
        expect(everythingIn(other)).toEqual(everythingIn(one));
        for (const fold of [one, other]) fold.apply(entries.toReversed());
        expect(everythingIn(one)).toEqual(everythingIn(foldOf(entries)));
        expect(everythingIn(other)).toEqual(everythingIn(one));
      }),
      seeded(150),
    );
  });

  test('[CO3] a base that is still missing leaves replicas that have the same alike, and then comes', () => {
    const log = new Log().ready('ann', 'ben');
    const one = log.conversation();
    one.offer('ann');
    one.pickUp('ann');
    one.reply('ann');
    one.transfer('ann', 'ben');
    const all = log.entries;
    for (const missing of all) {
      const others = all.filter((entry) => entry !== missing);
      const late = foldOf(others.toReversed());
      expect(everythingIn(late)).toEqual(everythingIn(foldOf(others)));
      late.apply([missing]);
      expect(everythingIn(late)).toEqual(everythingIn(foldOf(all)));
    }
  });
});

describe('[QU1] the same thing written by two peers', () => {
  const message = (text: string, place: Place): Entry =>
    new Log().write(
      'intake',
      { kind: 'message', conversation: 'c1' as never, from: 'customer', text },
      { id: 'm', ...place },
    );

  test('[QU1] a message that two devices brought in counts once, at the earlier place, whichever came first', () => {
    const log = new Log();
    const one = log.conversation();
    const early = message('Hello', { lamport: 2, device: 'd1' });
    const late = message('Hello', { lamport: 7, device: 'd2' });
    for (const [first, second] of [
      [early, late],
      [late, early],
    ] as const) {
      const fold = log.fold();
      fold.apply([first]);
      fold.apply([second]);
      expect(fold.conversations.get(one.id)).toMatchObject({ customerMessages: 1, unansweredSince: early.at });
      expect(fold.lamport).toBe(7);
    }
  });

  test('[QU1] a close that had seen the one copy has seen the other', () => {
    const log = new Log();
    const one = log.conversation();
    log.entries.push(message('Hello', { lamport: 2, device: 'd1' }));
    one.take('ann', { lamport: 3 });
    one.close('ann', 1, { lamport: 4 });
    log.entries.push(message('Hello', { lamport: 9, device: 'd2' }));
    expect(one.fold().state).toBe('closed');
  });

  test('[CO3] a forged entry with the id of another takes nothing from it', () => {
    const log = new Log();
    const one = log.conversation();
    const taken = one.take('ann');
    const forged: Entry = {
      ...taken,
      device: 'mallory' as never,
      agent: 'mallory' as never,
      lamport: taken.lamport - 1,
    };
    for (const entries of [
      [...log.entries, forged],
      [forged, ...log.entries],
    ]) {
      expect(foldOf(entries).conversations.get(one.id)?.entries).toContainEqual(taken);
    }
  });

  test('[CO3] one device that says two things at one place is understood alike everywhere', () => {
    const log = new Log();
    const one = log.conversation();
    const taken = one.take('ann');
    const other: Entry = { ...taken, agent: 'ben' as never };
    const [opened] = log.entries;
    if (opened === undefined) throw new Error('It was opened.');
    const there = everythingIn(foldOf([opened, taken, other]));
    expect(everythingIn(foldOf([other, taken, opened]))).toEqual(there);
    expect(everythingIn(inBatches([[other], [opened], [taken], [other]]))).toEqual(there);
  });
});

describe('[CO3] what changed is said', () => {
  test('[CO3] a late entry touches its conversation and those who are counted from it', () => {
    const log = new Log().ready('ann', 'ben', 'cat');
    const one = log.conversation('c1');
    const other = log.conversation('c2');
    one.offer('ann');
    other.offer('cat');
    const fold = log.fold();
    const changes = fold.apply([one.take('ben', { lamport: 9, device: 'aaa' })]);
    expect([...changes.conversations]).toEqual(['c1']);
    expect([...changes.agents].sort()).toEqual(['ann', 'ben']);
    expect(changes).toMatchObject({ hasTeam: false, hasChat: false });
  });

  test('[CO3] what is held already changes nothing', () => {
    const log = new Log().ready('ann');
    log.conversation();
    const fold = log.fold();
    const { size } = fold;
    const changes = fold.apply(structuredClone(log.entries));
    expect([changes.conversations.size, changes.agents.size, fold.size]).toEqual([0, 0, size]);
  });

  test('[CO3] settings and talk are told apart from conversations', () => {
    const log = new Log().ready('ann');
    const fold = log.fold();
    expect(fold.apply([log.set({ capacity: 7 })])).toMatchObject({ hasTeam: true, hasChat: false });
    expect(fold.settings.capacity).toBe(7);
    const said = log.write('ann', { kind: 'chat', room: 'team', text: 'Good morning' });
    expect(fold.apply([said])).toMatchObject({ hasTeam: false, hasChat: true });
  });
});
