import { describe, expect, test } from 'vitest';
import { missesInRow } from '../../../src/domain/agent-tally.ts';
import { asAgentId } from '../../../src/domain/ids.ts';
import { isWantedElsewhere, reclaimCause, untilReclaim, type OfferAge } from '../../../src/domain/reclaim.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import type { Status } from '../../../src/domain/presence-view.ts';
import { Log, type Story } from '../../support/log.ts';
import { seenIn, type Seen } from '../../support/presences.ts';

const age = (openMs: number, notReadyMs = 0): OfferAge => ({ openMs, notReadyMs });
const holder = (status: Status) => ({ status, isResponding: status !== 'out', isGone: status === 'out' });

describe('[RE2] when an offer may be taken back', () => {
  test.for([
    { status: 'ready', at: age(59_999), cause: null, left: 1 },
    { status: 'ready', at: age(60_000), cause: 'timeout', left: 0 },
    { status: 'away', at: age(30_000, 9_999), cause: null, left: 1 },
    { status: 'away', at: age(30_000, 10_000), cause: 'away', left: 0 },
    { status: 'out', at: age(0), cause: 'gone', left: 0 },
  ] as const)(
    '[RE2] $status, open for $at.openMs, not ready for $at.notReadyMs: $cause',
    ({ status, at, cause, left }) => {
      expect(reclaimCause(at, holder(status), DEFAULT_SETTINGS)).toBe(cause);
      expect(untilReclaim(at, holder(status), DEFAULT_SETTINGS)).toBe(left);
    },
  );

  test('[ST7] an agent who was only not heard yet is not gone', () => {
    const unheard = { status: 'out', isResponding: false, isGone: false } as const;
    expect(reclaimCause(age(500_000, 500_000), unheard, DEFAULT_SETTINGS)).toBeNull();
    expect(untilReclaim(age(500_000, 500_000), unheard, DEFAULT_SETTINGS)).toBeNull();
  });

  test('[RE2] the team’s own time-outs count', () => {
    const settings = { ...DEFAULT_SETTINGS, pickupTimeoutMs: 5_000, awayGraceMs: 1_000 };
    expect(reclaimCause(age(5_000), holder('ready'), settings)).toBe('timeout');
    expect(reclaimCause(age(2_000, 1_000), holder('away'), settings)).toBe('away');
  });
});

describe('[RE2] only while another agent could have it', () => {
  const isWanted = (log: Log, one: Story, except: Readonly<Record<string, Seen>> = {}): boolean => {
    const team = log.fold();
    return isWantedElsewhere(one.fold(), asAgentId('ann'), team.agents.values(), seenIn(team, except), team.settings);
  };

  test('[RE3] nobody Ready, nobody else: it stays', () => {
    const log = new Log().ready('ann', 'ben');
    const one = log.conversation();
    one.offer('ann');
    expect(isWanted(log, one)).toBe(true);
    expect(isWanted(log, one, { ben: 'away' })).toBe(false);
    expect(isWanted(log, one, { ben: 'out' })).toBe(false);
    expect(isWanted(log, one, { ben: 'stale' })).toBe(false);
  });

  test('[RE2] the other must be free and have the skills; misses of this conversation are not held against them', () => {
    const log = new Log().ready('ann', 'ben');
    log.skills('ann', ['tax']);
    const one = log.conversation('c1', { skills: ['tax'] });
    one.offer('ann');
    expect(isWanted(log, one)).toBe(false);
    log.skills('ben', ['tax']);
    expect(isWanted(log, one)).toBe(true);
    one.reclaim('timeout');
    one.offer('ben');
    one.reclaim('timeout');
    one.offer('ann', { round: 1 });
    expect(isWanted(log, one)).toBe(true);
    log.set({ capacity: 1 });
    log.conversation('other').take('ben');
    expect(isWanted(log, one)).toBe(false);
  });
});

describe('[RE6] misses in a row', () => {
  const missed = (log: Log, name = 'ann'): number => log.fold().agents.get(asAgentId(name))?.missedInRow ?? -1;
  const miss = (log: Log, id: string, name = 'ann'): Story => {
    const one = log.conversation(id);
    one.offer(name);
    one.reclaim('timeout');
    return one;
  };

  test('[RE6] each time-out is one', () => {
    const log = new Log().ready('ann');
    expect(missed(log)).toBe(0);
    for (const id of ['a', 'b', 'c']) miss(log, id);
    expect(missed(log)).toBe(3);
  });

  test('[RE6] offers that were open together are one', () => {
    const log = new Log().ready('ann');
    const together = ['a', 'b', 'c'].map((id) => log.conversation(id));
    for (const one of together) one.offer('ann');
    for (const one of together) one.reclaim('timeout');
    expect(missed(log)).toBe(1);
  });

  test('[RE6] one who never looks is found out also where each next offer comes before the last has ended', () => {
    const log = new Log().ready('ann');
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const open: Story[] = [];
    for (const name of names) {
      const one = log.conversation(name);
      one.offer('ann');
      open.push(one);
      if (open.length > 2) open.shift()?.reclaim('timeout');
    }
    for (const one of open) one.reclaim('timeout');
    expect(missed(log)).toBe(3);
  });

  test('[RE6] the count does not depend on the order in which misses are known', () => {
    const log = new Log().ready('ann');
    const stories = ['a', 'b', 'c', 'd'].map((id) => log.conversation(id));
    for (const one of stories.slice(0, 2)) one.offer('ann');
    for (const one of stories.slice(0, 2)) one.reclaim('timeout');
    for (const one of stories.slice(2)) miss(log, `${one.id}2`);
    const misses = [...log.fold().conversations.values()].flatMap((conversation) => conversation.misses);
    expect(misses).toHaveLength(4);
    expect(missesInRow(misses)).toBe(3);
    expect(missesInRow(misses.toReversed())).toBe(3);
  });

  test('[RE6] a reclaim for Away or gone is no miss, nor one that did not count', () => {
    const log = new Log().ready('ann');
    const one = log.conversation('a');
    one.offer('ann');
    one.reclaim('away');
    const other = log.conversation('b');
    const offer = other.offer('ann');
    other.pickUp('ann');
    other.reclaim('timeout', { on: offer });
    expect(missed(log)).toBe(0);
  });

  test.for(['pick-up', 'take', 'reply', 'choice'] as const)('[RE6] a %s of the agent ends the row', (act) => {
    const log = new Log().ready('ann', 'ben');
    for (const id of ['a', 'b']) miss(log, id);
    const one = log.conversation('other');
    const before = one.offer('ann');
    if (act === 'pick-up') one.pickUp('ann', { on: before });
    if (act === 'take') one.take('ann');
    if (act === 'reply') one.reply('ann', { on: before });
    if (act === 'choice') log.choose('ann', 'ready');
    expect(missed(log)).toBe(0);
    miss(log, 'c');
    expect(missed(log)).toBe(1);
  });

  test('[RE6] what the system chose for the agent, or another agent did, ends no row', () => {
    const log = new Log().ready('ann', 'ben');
    for (const id of ['a', 'b', 'c']) miss(log, id);
    log.makeAway('ann');
    log.conversation('d').take('ben');
    expect(missed(log)).toBe(3);
    expect(missed(log, 'ben')).toBe(0);
  });
});
