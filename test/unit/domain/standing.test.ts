import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StatusEntry } from '../../../src/domain/entry.ts';
import { NEVER_CHOSEN, standingOf } from '../../../src/domain/standing.ts';
import { chaos } from '../../support/chaos.ts';
import { Log } from '../../support/log.ts';
import { seeded } from '../../support/seeded.ts';

describe('[ST6] which choice stands', () => {
  test('[ST4] who has never chosen is Away, and nothing is written for it', () => {
    expect(standingOf([])).toBe(NEVER_CHOSEN);
    expect(standingOf([])).toMatchObject({ intent: 'away', order: null, source: 'none', heads: [] });
    const log = new Log();
    log.join('ann');
    expect(log.fold().agents.get('ann' as never)?.standing.intent).toBe('away');
    expect(log.fold().statusHistory('ann' as never)).toEqual([]);
  });

  test('[ST6] a choice replaces the one it names', () => {
    const log = new Log();
    const choices = [log.choose('ann', 'ready'), log.choose('ann', 'away'), log.choose('ann', 'ready')];
    expect(standingOf(choices)).toMatchObject({ intent: 'ready', since: choices[2]?.at, isCrossed: false });
    expect(standingOf(choices).heads.map((head) => head.id)).toEqual([choices[2]?.id]);
  });

  test('[ST6] of choices that did not see each other Away stands, whichever is later, and the agent is told', () => {
    for (const [laptop, phone] of [
      ['ready', 'away'],
      ['away', 'ready'],
    ] as const) {
      const log = new Log();
      const first = log.choose('ann', 'away');
      const choices = [
        first,
        log.choose('ann', laptop, { replaces: [first], device: 'laptop' }),
        log.choose('ann', phone, { replaces: [first], device: 'phone' }),
      ];
      expect(standingOf(choices)).toMatchObject({ intent: 'away', isCrossed: true });
      expect(standingOf(choices).heads).toHaveLength(2);
    }
  });

  test('[ST6] two that crossed and agree are no conflict', () => {
    const log = new Log();
    const choices = [log.choose('ann', 'ready', { replaces: [] }), log.choose('ann', 'ready', { replaces: [] })];
    expect(standingOf(choices)).toMatchObject({ intent: 'ready', isCrossed: false, order: { lamport: 2 } });
  });

  test('[ST6] the next choice replaces both sides of a crossing', () => {
    const log = new Log();
    const laptop = log.choose('ann', 'ready', { replaces: [], device: 'laptop' });
    const phone = log.choose('ann', 'away', { replaces: [], device: 'phone' });
    const settled = log.choose('ann', 'ready', { replaces: [laptop, phone] });
    expect(standingOf([laptop, phone, settled])).toMatchObject({ intent: 'ready', isCrossed: false });
  });

  test('[ST6] a choice replaces only earlier ones: entries that name each other in a circle stand', () => {
    const log = new Log();
    const one = log.choose('ann', 'ready', { id: 'one', replaces: [] });
    const other = log.choose('ann', 'away', { id: 'other', replaces: [one] });
    const forged: StatusEntry = { ...one, replaces: [other.id] };
    expect(standingOf([forged, other])).toMatchObject({ intent: 'away' });
  });
});

describe('[ST6] choices of the system', () => {
  test('[RE6] one that names what stands makes the agent Away, and is told apart from the agent’s own', () => {
    const log = new Log();
    const choices = [log.choose('ann', 'ready'), log.makeAway('ann')];
    expect(standingOf(choices)).toMatchObject({ intent: 'away', source: 'system', isCrossed: false });
  });

  test('[RE6] the agent’s next click stands again', () => {
    const log = new Log();
    const choices = [log.choose('ann', 'ready'), log.makeAway('ann'), log.choose('ann', 'ready')];
    expect(standingOf(choices)).toMatchObject({ intent: 'ready', source: 'person' });
  });

  test('[ST6] one that the agent’s own choice crossed does not count, whichever is later', () => {
    for (const [system, person] of [
      [5, 6],
      [6, 5],
    ] as const) {
      const log = new Log();
      const ready = log.choose('ann', 'ready');
      const away = log.makeAway('ann', { replaces: [ready], lamport: system });
      const again = log.choose('ann', 'ready', { replaces: [ready], lamport: person });
      expect(standingOf([ready, away, again])).toMatchObject({ intent: 'ready', source: 'person', isCrossed: false });
    }
  });

  test('[ST6] one that names an older choice than the one that stands does not count', () => {
    const log = new Log();
    const first = log.choose('ann', 'ready');
    const stands = log.choose('ann', 'ready');
    const late = log.makeAway('ann', { replaces: [first] });
    expect(standingOf([first, stands, late])).toMatchObject({ intent: 'ready', source: 'person' });
  });

  test('[ST6] what only a choice that does not count had replaced stands again', () => {
    const log = new Log();
    const laptop = log.choose('ann', 'ready', { replaces: [], device: 'laptop' });
    const away = log.makeAway('ann', { replaces: [laptop] });
    const phone = log.choose('ann', 'ready', { replaces: [], device: 'phone' });
    const standing = standingOf([laptop, away, phone]);
    expect(standing.heads.map((head) => head.id)).toEqual([laptop.id, phone.id]);
  });
});

describe('[ST6] history', () => {
  test('[ST6] every change is kept, with from, to, when and by whom, in the total order', () => {
    const log = new Log();
    log.join('ann');
    const ready = log.choose('ann', 'ready', { lamport: 3 });
    const away = log.choose('ann', 'away', { lamport: 5 });
    const login = log.write('ann', { kind: 'login' }, { lamport: 2 });
    expect(log.fold().statusHistory('ann' as never)).toEqual([login, ready, away]);
    const fold = log.fold();
    const between = log.choose('ann', 'ready', { lamport: 4 });
    fold.apply([between]);
    expect(fold.statusHistory('ann' as never)).toEqual([login, ready, between, away]);
  });

  test('[ST6] what stands does not depend on the order of arrival', { timeout: 60_000 }, () => {
    const choices = chaos(150).map((entries) => entries.filter((entry) => entry.kind === 'status'));
    fc.assert(
      fc.property(
        choices.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(standingOf(shuffled)).toEqual(standingOf(some));
        },
      ),
      seeded(300),
    );
  });
});
