import { describe, expect, test } from 'vitest';
import { decideAssignments } from '../../../src/domain/assignment.ts';
import { whyNotEligible } from '../../../src/domain/eligibility.ts';
import { asWallMs } from '../../../src/domain/ids.ts';
import { Log, START_MS } from '../../support/log.ts';
import { seenIn, type Seen } from '../../support/presences.ts';

const NOW = asWallMs(START_MS + 3_600_000);

/** What is given out now, as `conversation -> agent`. */
const given = (log: Log, except: Readonly<Record<string, Seen>> = {}): string[] => {
  const team = log.fold();
  return decideAssignments(team, seenIn(team, except), NOW).map(
    ({ conversation, to }) => `${conversation.id} -> ${to}`,
  );
};

const whyNot = (log: Log, agent: string, except: Readonly<Record<string, Seen>> = {}): string | null => {
  const team = log.fold();
  const one = team.agents.get(agent as never);
  const [conversation] = team.conversations.values();
  if (one === undefined || conversation === undefined) throw new Error('One agent and one conversation.');
  return whyNotEligible(one, conversation, seenIn(team, except)(one.id), team.settings);
};

describe('[AS1] who is given work', () => {
  test('[AS1] Ready agents and nobody else', () => {
    const log = new Log().ready('ann', 'ben', 'cat');
    log.choose('ben', 'away');
    for (const id of ['c1', 'c2', 'c3', 'c4']) log.conversation(id);
    expect(given(log, { cat: 'out' })).toEqual(['c1 -> ann', 'c2 -> ann', 'c3 -> ann']);
  });

  test('[AS1] nobody Ready: nothing is given', () => {
    const log = new Log().ready('ann');
    log.conversation();
    expect(given(log, { ann: 'away' })).toEqual([]);
    expect(given(log, { ann: 'out' })).toEqual([]);
  });

  test('[AS2] not to one who does not respond, who is full, or who has three not picked up', () => {
    const log = new Log().ready('ann');
    const one = log.conversation();
    expect(whyNot(log, 'ann')).toBeNull();
    expect(whyNot(log, 'ann', { ann: 'stale' })).toBe('stale');
    expect(whyNot(log, 'ann', { ann: 'away' })).toBe('away');
    expect(whyNot(log, 'ann', { ann: 'out' })).toBe('out');
    for (const id of ['a', 'b', 'c']) log.conversation(id).offer('ann');
    expect(whyNot(log, 'ann')).toBe('unpicked');
    for (const id of ['d', 'e']) log.conversation(id).take('ann');
    expect(whyNot(log, 'ann')).toBe('full');
    one.offer('ben');
  });

  test('[AS2] not to one without every skill it asks for, nor to one who missed it in this round', () => {
    const log = new Log().ready('ann', 'ben');
    const one = log.conversation('c1', { skills: ['tax', 'french'] });
    log.skills('ann', ['tax']);
    log.skills('ben', ['french', 'tax', 'dutch']);
    expect([whyNot(log, 'ann'), whyNot(log, 'ben')]).toEqual(['skills', null]);
    one.offer('ben');
    one.reclaim('timeout');
    expect(whyNot(log, 'ben')).toBe('missed');
  });

  test('[AS4] capacity: no more is given than an agent may hold, transfers counted', () => {
    const log = new Log().ready('ann');
    log.set({ capacity: 4, unpickedMax: 10 });
    for (const id of ['a', 'b']) log.conversation(id).transfer('ben', 'ann');
    for (const id of ['c1', 'c2', 'c3']) log.conversation(id);
    expect(given(log)).toEqual(['c1 -> ann', 'c2 -> ann']);
  });

  test('[AS4] over capacity already: nothing is undone, nothing more is given', () => {
    const log = new Log().ready('ann');
    log.set({ capacity: 2 });
    for (const id of ['a', 'b', 'c']) log.conversation(id).transfer('ben', 'ann');
    log.conversation('c1');
    expect(log.fold().agents.get('ann' as never)?.open).toBe(3);
    expect(given(log)).toEqual([]);
  });

  test('[AS2] in one pass the offers made count: at most three not picked up each', () => {
    const log = new Log().ready('ann', 'ben');
    for (let index = 0; index < 10; index += 1) log.conversation(`c${index}`);
    const to = given(log).map((line) => line.slice(-3));
    expect(to).toEqual(['ann', 'ben', 'ann', 'ben', 'ann', 'ben']);
  });
});

describe('[AS3] who of them', () => {
  test('[AS3] fewest open', () => {
    const log = new Log().ready('ann', 'ben');
    log.conversation('a').take('ann');
    log.conversation('c1');
    expect(given(log)).toEqual(['c1 -> ben']);
  });

  test('[AS3] who last served this customer, though another has fewer', () => {
    const log = new Log().ready('ann', 'ben');
    const before = log.conversation('a', { customer: 'Jo' });
    before.take('ann');
    before.close('ann', 0);
    log.conversation('b').take('ann');
    log.conversation('c1', { customer: 'Jo' });
    expect(given(log)).toEqual(['c1 -> ann']);
    expect(given(log, { ann: 'away' })).toEqual(['c1 -> ben']);
  });

  test('[AS3] of two who served this customer the one who did last', () => {
    const log = new Log().ready('ann', 'ben');
    const first = log.conversation('a', { customer: 'Jo' });
    const second = log.conversation('b', { customer: 'Jo' });
    first.take('ann');
    second.take('ben');
    first.reply('ann');
    first.close('ann', 0);
    second.close('ben', 0);
    expect(log.fold().lastServer('key of Jo')).toBe('ann');
    log.conversation('c1', { customer: 'Jo' });
    expect(given(log)).toEqual(['c1 -> ann']);
  });

  test('[AS3] one who served but has missed it, or lacks the skill, comes after the others', () => {
    const log = new Log().ready('ann', 'ben');
    const before = log.conversation('a', { customer: 'Jo' });
    before.take('ann');
    before.close('ann', 0);
    const one = log.conversation('c1', { customer: 'Jo' });
    one.offer('ann');
    one.reclaim('timeout');
    expect(given(log)).toEqual(['c1 -> ben']);
    log.skills('ben', ['tax']);
    log.conversation('c2', { customer: 'Jo', skills: ['tax'] });
    expect(given(log)).toEqual(['c1 -> ben', 'c2 -> ben']);
  });

  test('[AS3] equally many open: the one whose last turn is longest ago', () => {
    const log = new Log().ready('ann', 'ben', 'cat');
    for (const [id, to] of Object.entries({ a: 'ann', b: 'cat' })) {
      const one = log.conversation(id);
      one.offer(to);
      one.pickUp(to);
      one.close(to, 0);
    }
    log.conversation('c1');
    expect(given(log)).toEqual(['c1 -> ben']);
    expect(given(log, { ben: 'away' })).toEqual(['c1 -> ann']);
  });

  test('[AS3] a turn to Ready is a turn: who just came back stands at the end', () => {
    const log = new Log().ready('ann', 'ben');
    log.choose('ann', 'away');
    log.choose('ann', 'ready');
    log.conversation('c1');
    expect(given(log)).toEqual(['c1 -> ben']);
  });

  test('[AS3] the id decides where nobody ever had a turn', () => {
    const log = new Log();
    for (const name of ['cat', 'ann', 'ben']) log.join(name);
    log.conversation('c1');
    expect(given(log, { ann: 'ready', ben: 'ready', cat: 'ready' })).toEqual(['c1 -> ann']);
  });

  test('[AS5] the same state, presence and time give the same decision, in whatever order it came', () => {
    const log = new Log().ready('cat', 'ann', 'ben');
    for (let index = 0; index < 9; index += 1) log.conversation(`c${index}`);
    const shuffled = new Log();
    shuffled.entries.push(...log.entries.toReversed());
    expect(given(shuffled)).toEqual(given(log));
  });
});

describe('[AS5] the reason in the entry is short and true', () => {
  const reasonOf = (log: Log, id: string) => {
    const team = log.fold();
    return decideAssignments(team, seenIn(team), NOW).find(({ conversation }) => conversation.id === id)?.reason;
  };

  test('[AS5] only one could have it', () => {
    const log = new Log().ready('ann');
    log.conversation('c1');
    expect(reasonOf(log, 'c1')).toEqual({ rule: 'only', load: 0, eligible: 1, nextBest: null });
  });

  test('[AS5] fewest open, and who would have been next', () => {
    const log = new Log().ready('ann', 'ben', 'cat');
    log.conversation('a').take('ann');
    log.conversation('b').take('ben');
    log.conversation('b2').take('ben');
    log.conversation('c').take('cat');
    log.conversation('d').take('cat');
    log.conversation('c1');
    expect(reasonOf(log, 'c1')).toEqual({ rule: 'fewest', load: 1, eligible: 3, nextBest: 'ben' });
  });

  test('[AS5] longest without a turn', () => {
    const log = new Log().ready('ann', 'ben');
    log.conversation('c1');
    expect(reasonOf(log, 'c1')).toEqual({ rule: 'idle', load: 0, eligible: 2, nextBest: 'ben' });
  });

  test('[AS5] served this customer last', () => {
    const log = new Log().ready('ann', 'ben');
    const before = log.conversation('a', { customer: 'Jo' });
    before.take('ben');
    before.close('ben', 0);
    log.conversation('b').take('ben');
    log.conversation('c1', { customer: 'Jo' });
    expect(reasonOf(log, 'c1')).toEqual({ rule: 'served', load: 1, eligible: 2, nextBest: 'ann' });
  });

  test('[AS5] where skills or misses narrow it, only those who could have it are counted', () => {
    const log = new Log().ready('ann', 'ben', 'cat');
    log.skills('ann', ['tax']);
    log.skills('cat', ['tax']);
    log.conversation('a').take('ann');
    log.conversation('c1', { skills: ['tax'] });
    expect(reasonOf(log, 'c1')).toEqual({ rule: 'fewest', load: 0, eligible: 2, nextBest: 'ann' });
  });
});

describe('[QU3] what nobody may take is skipped', () => {
  test('[QU3] and blocks nobody behind it', () => {
    const log = new Log().ready('ann', 'ben');
    log.conversation('c1', { skills: ['tax'] });
    log.conversation('c2', { skills: ['tax', 'french'] });
    log.conversation('c3');
    log.skills('ben', ['french']);
    log.conversation('c4', { skills: ['french'] });
    expect(given(log)).toEqual(['c3 -> ann', 'c4 -> ben']);
  });

  test('[QU3] the skills of one do not read like those of another', () => {
    const log = new Log().ready('ann');
    log.skills('ann', ['a', 'b']);
    log.conversation('c1', { skills: ['a\nb'] });
    log.conversation('c2', { skills: ['a', 'b'] });
    expect(given(log)).toEqual(['c2 -> ann']);
  });

  test('[QU3] once the one with the skill is full, the rest is given to the others', () => {
    const log = new Log().ready('ann', 'ben');
    log.skills('ann', ['tax']);
    log.set({ unpickedMax: 1 });
    log.conversation('c1', { skills: ['tax'] });
    log.conversation('c2', { skills: ['tax'] });
    log.conversation('c3');
    expect(given(log)).toEqual(['c1 -> ann', 'c3 -> ben']);
  });
});

describe('[RE7] rounds', () => {
  test('[RE7] who missed it is passed over while somebody else can have it', () => {
    const log = new Log().ready('ann', 'ben');
    const one = log.conversation('c1');
    one.offer('ann');
    one.reclaim('timeout');
    const team = log.fold();
    const [assignment] = decideAssignments(team, seenIn(team), NOW);
    expect(assignment).toMatchObject({ to: 'ben', round: 0 });
  });

  test('[RE7] when all who could have it missed it, the assignment opens the next round and asks all again', () => {
    const log = new Log().ready('ann', 'ben');
    const one = log.conversation('c1');
    for (const to of ['ann', 'ben']) {
      one.offer(to);
      one.reclaim('timeout');
    }
    const team = log.fold();
    const [assignment] = decideAssignments(team, seenIn(team), NOW);
    expect(assignment).toMatchObject({ to: 'ann', round: 1, reason: { eligible: 2 } });
  });

  test('[RE7] one who is not eligible now does not hold up the next round', () => {
    const log = new Log().ready('ann', 'ben');
    const one = log.conversation('c1');
    one.offer('ann');
    one.reclaim('timeout');
    const team = log.fold();
    expect(decideAssignments(team, seenIn(team, { ben: 'stale' }), NOW)).toMatchObject([{ to: 'ann', round: 1 }]);
  });
});
