// The cost of the fold grows with the entries and no faster. Ratios, not seconds: each is the best of
// several runs, and the bounds leave room for a machine that has other things to do; growing with
// the square would be ten times over.

import { describe, expect, test } from 'vitest';
import { asAgentId, asConversationId, asWallMs } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { decideAssignments } from '../../../src/domain/assignment.ts';
import { inQueueOrder } from '../../../src/domain/queue.ts';
import { TeamFold } from '../../../src/domain/team-fold.ts';
import { foldOf, Log, START_MS, type Story } from '../../support/log.ts';
import { seenIn } from '../../support/presences.ts';

/** A busy machine can spoil one measurement; what really grows too fast fails all four. */
const SLOW = { timeout: 120_000, retry: 3 };

/** The least milliseconds of several runs. */
const least = (run: () => void, times = 3): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

type Turn = (story: Story, turn: number) => void;

const exchanges: Readonly<Record<string, Turn>> = {
  'messages and answers': (story, turn) => void (turn % 2 === 0 ? story.customerWrites() : story.reply('ann')),
  'taken back and forth': (story, turn) => void story.take(turn % 2 === 0 ? 'ann' : 'ben'),
  'crossed acts, each against all before': (story, turn) =>
    void story.take(turn % 2 === 0 ? 'ann' : 'ben', { on: story.log.entries[1] ?? null }),
  'offers that time out': (story, turn) => void (turn % 2 === 0 ? story.offer('ann') : story.reclaim()),
  'closes that had seen nothing': (story, turn) =>
    void (turn % 2 === 0 ? story.customerWrites() : story.close('ann', 0)),
  'crossed answers': (story, turn) => {
    const taken = story.log.entries.findLast((entry) => entry.kind === 'taken') ?? null;
    if (turn % 100 === 0) story.take('ann');
    else story.reply('ann', { on: taken });
  },
};

const manyEntries = (turn: Turn, count: number): Entry[] => {
  const log = new Log();
  const story = log.conversation();
  story.take('ann');
  for (let each = 0; each < count; each += 1) turn(story, each);
  return log.entries;
};

describe('[CO3] one conversation of many entries', () => {
  test.for(Object.entries(exchanges))('[CO3] stays linear: %s', SLOW, ([, turn]) => {
    const few = manyEntries(turn, 10_000);
    const many = manyEntries(turn, 100_000);
    foldOf(few);
    const growth = least(() => foldOf(many)) / least(() => foldOf(few));
    expect(growth).toBeLessThan(40);
  });

  test('[CO3] an entry at its end costs the same, however long it is', SLOW, () => {
    const cost = (length: number): number => {
      const log = new Log();
      const story = log.conversation();
      for (let each = 0; each < length; each += 1) story.customerWrites();
      const fold = log.fold();
      return least(() => {
        for (let each = 0; each < 200; each += 1) fold.apply([story.customerWrites()]);
      }, 5);
    };
    cost(100);
    expect(cost(50_000) / cost(500)).toBeLessThan(10);
  });
});

describe('[CO3] a late entry refolds its conversation and nothing else', () => {
  test('[CO3] among 10,000 conversations it costs what it costs among 100', SLOW, () => {
    const cost = (conversations: number): number => {
      const log = new Log().ready('ann', 'ben');
      const stories = Array.from({ length: conversations }, (_, index) => log.conversation(`c${index}`));
      for (const story of stories.slice(0, 100)) {
        story.customerWrites();
        story.take('ann');
        for (let each = 0; each < 20; each += 1) story.reply('ann');
      }
      const fold = log.fold();
      let device = 0;
      return least(() => {
        for (const story of stories.slice(0, 100)) {
          device += 1;
          fold.apply([story.customerWrites('Late.', { lamport: 5, device: `d${device}`, id: `late${device}` })]);
        }
      }, 7);
    };
    cost(100);
    const [few, many] = [cost(100), cost(10_000)];
    expect(many / few).toBeLessThan(3);
  });

  test('[QU2] the queue of 10,000 takes one in or out without sorting all of it', SLOW, () => {
    const cost = (waiting: number): number => {
      const log = new Log();
      const stories = Array.from({ length: waiting }, (_, index) => log.conversation(`c${index}`));
      const fold = log.fold();
      const now = asWallMs(START_MS + 86_400_000);
      expect(fold.waiting(now)).toHaveLength(waiting);
      let turn = 0;
      return least(() => {
        for (let each = 0; each < 50; each += 1) {
          turn += 1;
          const story = stories[(turn * 7) % waiting];
          if (story === undefined) continue;
          fold.apply([turn % 2 === 0 ? story.giveBack('ann') : story.take('ann')]);
          fold.waiting(now);
        }
      }, 7);
    };
    cost(100);
    expect(cost(20_000) / cost(200)).toBeLessThan(25);
  });
});

describe('[AS5] giving out a long queue', () => {
  test('[AS5] 10,000 to 100 agents costs a small multiple of sorting them once', SLOW, () => {
    const log = new Log().ready(...Array.from({ length: 100 }, (_, index) => `a${index}`));
    log.set({ capacity: 1_000, unpickedMax: 1_000 });
    const priorities = ['urgent', 'high', 'normal', 'low'] as const;
    for (let each = 0; each < 10_000; each += 1) {
      const at = START_MS + ((each * 7_919) % 100_000) * 10;
      log.conversation(`c${each}`, { priority: priorities[each % 4] ?? 'low' }, { at });
    }
    const fold = log.fold();
    const now = asWallMs(START_MS + 10 * 86_400_000);
    const waiting = [...fold.waiting(now)].sort((a, b) => (a.id < b.id ? -1 : 1));
    const drain = (): void => {
      expect(decideAssignments(fold, seenIn(fold), now)).toHaveLength(10_000);
    };
    const sort = (): void => {
      expect(inQueueOrder(waiting, fold.settings, now)).toHaveLength(10_000);
    };
    drain();
    sort();
    // At rest the ratio is under 4.
    expect(least(drain, 9) / least(sort, 9)).toBeLessThan(8);
  });
});

describe('one customer among many', () => {
  test('[OF1] their conversations are found at the cost of their number, not of all', SLOW, () => {
    const cost = (conversations: number): number => {
      const log = new Log();
      for (let each = 0; each < conversations; each += 1) {
        const key = each < 100 ? `regular${each % 10}` : `customer${each}`;
        log.conversation(`c${each}`, { customer: key });
      }
      const fold = log.fold();
      expect(fold.conversationsOf('key of regular3')).toHaveLength(10);
      return least(() => {
        for (let each = 0; each < 2_000; each += 1) fold.conversationsOf(`key of regular${each % 10}`);
      }, 7);
    };
    cost(100);
    expect(cost(20_000) / cost(200)).toBeLessThan(10);
  });
});

describe('[CH1] talk', () => {
  test('[CH1] a room of many messages stays linear, in order or not', SLOW, () => {
    const room = (count: number): Entry[] => {
      const log = new Log();
      for (let each = 0; each < count; each += 1) log.write('ann', { kind: 'chat', room: 'team', text: 'x' });
      return log.entries;
    };
    const [few, many] = [room(4_000), room(40_000)];
    const cost = (entries: readonly Entry[]): number =>
      least(() => {
        const fold = new TeamFold();
        fold.apply(entries.toReversed());
        fold.chat('team');
      });
    cost(few);
    expect(cost(many) / cost(few)).toBeLessThan(40);
  });
});

describe('[CO3] duplicates', () => {
  test('[CO3] the whole document once more changes nothing and costs little', SLOW, () => {
    const entries = manyEntries((story) => story.customerWrites(), 20_000);
    const fold = new TeamFold();
    const first = least(() => fold.apply(entries), 1);
    const copies = structuredClone(entries);
    const again = least(() => fold.apply(copies), 3);
    expect(again / first).toBeLessThan(10);
    expect(fold.conversations.get(asConversationId('c1'))?.customerMessages).toBe(20_000);
    expect(fold.heldBy(asAgentId('ann'))).toHaveLength(1);
  });
});
