// Each checker of routing sees the violation that is planted for it. What is planted is written as the
// desk itself would write it, by hand, at a moment at which no desk does.

import { describe, expect, test } from 'vitest';
import { CAPACITY, REASON, SmallDay } from '../planted.ts';

test('[CO3] a day with nothing planted breaks no rule', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  expect(day.sees(day.tab(1), id).state).toBe('assigned');
  day.pass(100_000);
  expect(day.world.counts.reclaimed).toBeGreaterThan(0);
  day.world.gathered();
  expect(day.world.violations).toEqual([]);
});

describe('what is assigned', () => {
  const assign = (day: SmallDay, to: number) => {
    const id = day.arrives(day.tab(0));
    const { base } = day.sees(day.tab(0), id);
    return { kind: 'assigned', conversation: id, base, to: day.tab(to).agent, round: 0, reason: REASON } as const;
  };

  test('[AS1] to who is Away', () => {
    const day = new SmallDay();
    day.do(day.tab(1), 'away', () => day.tab(1).desk.chooseStatus('away'));
    day.pass(2_000);
    day.writes(day.tab(0), { ...assign(day, 1), base: null });
    expect(day.broken).toContain('AS1');
  });

  test('[AS1] to who has not been heard for longer than a beat lasts', () => {
    const day = new SmallDay();
    const draft = assign(day, 1);
    day.tab(1).profile.machine.sleep();
    day.pass(5_500);
    day.writes(day.tab(0), draft);
    expect(day.world.violations.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining('does not respond'),
    );
  });

  test('[AS1] though somebody has it', () => {
    const day = new SmallDay();
    const draft = assign(day, 0);
    expect(day.broken).toEqual([]);
    day.writes(day.tab(0), draft);
    expect(day.broken).toContain('AS1');
  });

  test('[AS4] above the capacity that its writer knows of', () => {
    const day = new SmallDay();
    const [tab] = day.tabs;
    for (let open = 0; open < CAPACITY && tab !== undefined; open += 1) {
      const id = day.arrives(tab);
      day.do(tab, 'takeOver', () => tab.desk.takeOver(id));
    }
    day.pass(2_000);
    expect(day.broken).toEqual([]);
    day.writes(day.tab(1), { ...assign(day, 0) });
    expect(day.broken).toContain('AS4');
  });
});

describe('what is reclaimed', () => {
  const reclaim = (day: SmallDay, id: ReturnType<SmallDay['arrives']>) =>
    ({ kind: 'reclaimed', conversation: id, base: day.sees(day.tab(0), id).base, cause: 'timeout' }) as const;

  test('[RE1] though it is in progress', () => {
    const day = new SmallDay();
    const id = day.arrives(day.tab(0));
    day.do(day.tab(1), 'takeOver', () => day.tab(1).desk.takeOver(id));
    day.pass(2_000);
    day.writes(day.tab(0), reclaim(day, id));
    expect(day.broken).toContain('RE1');
  });

  test('[RE5] though a person handed it over', () => {
    const day = new SmallDay();
    const id = day.arrives(day.tab(0));
    day.do(day.tab(1), 'takeOver', () => day.tab(1).desk.takeOver(id));
    day.do(day.tab(1), 'transfer', () => day.tab(1).desk.transfer(id, day.tab(2).agent, ''));
    day.pass(2_000);
    day.writes(day.tab(0), reclaim(day, id));
    expect(day.broken).toContain('RE5');
  });

  test('[RE5] and shown so by a tab, on top of a transfer', () => {
    const day = new SmallDay();
    const id = day.arrives(day.tab(0));
    day.do(day.tab(1), 'transfer', () => day.tab(1).desk.takeOver(id));
    day.writes(day.tab(1), { kind: 'reclaimed', conversation: id, base: day.sees(day.tab(1), id).base, cause: 'gone' });
    const { entries, head } = day.sees(day.tab(1), id);
    const reclaimed = entries.findLast(({ kind }) => kind === 'reclaimed');
    expect(head?.kind).toBe('taken');
    day.world.violations.length = 0;
    day.corrupts(day.tab(1), id, { head: { ...head, id: reclaimed?.id, kind: 'reclaimed' } });
    expect(day.broken).toContain('RE5');
  });

  test('[RE3] while nobody else could have it', () => {
    const day = new SmallDay();
    const id = day.arrives(day.tab(0));
    for (const tab of day.tabs) day.do(tab, 'away', () => tab.desk.chooseStatus('away'));
    day.pass(70_000);
    expect(day.broken).toEqual([]);
    day.writes(day.tab(0), reclaim(day, id));
    expect(day.broken).toContain('RE3');
  });

  test('[DI4] before its writer has seen it open for so long', () => {
    const day = new SmallDay();
    const id = day.arrives(day.tab(0));
    day.pass(50_000);
    expect(day.broken).toEqual([]);
    day.writes(day.tab(0), reclaim(day, id));
    expect(day.broken).toContain('DI4');
  });

  test('[DI4] on a clock that went on while nobody was Ready', () => {
    const day = new SmallDay();
    for (const tab of day.tabs.slice(0, 2)) day.do(tab, 'away', () => tab.desk.chooseStatus('away'));
    const id = day.arrives(day.tab(0));
    day.do(day.tab(2), 'away', () => day.tab(2).desk.chooseStatus('away'));
    day.pass(80_000);
    day.do(day.tab(0), 'ready', () => day.tab(0).desk.chooseStatus('ready'));
    day.pass(1_000);
    expect(day.broken).toEqual([]);
    day.writes(day.tab(0), reclaim(day, id));
    expect(day.broken).toContain('DI4');
  });
});

test('[DI1] a dispatcher whose agent is not Ready', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  day.do(day.tab(1), 'away', () => day.tab(1).desk.chooseStatus('away'));
  day.pass(62_000);
  expect(day.broken).toEqual([]);
  const { base } = day.sees(day.tab(1), id);
  day.writes(day.tab(1), { kind: 'reclaimed', conversation: id, base, cause: 'timeout' });
  expect(day.broken).toContain('DI1');
});

test('[DI1] a dispatcher that has slept and heard nobody since', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  const [tab] = day.tabs;
  day.world.network.cut(
    (name) => (name === tab?.profile.name ? 0 : 1),
    day.world.profiles.map(({ name }) => name),
    false,
  );
  tab?.profile.machine.sleep();
  day.pass(30_000);
  tab?.profile.machine.wake();
  day.pass(1_000);
  expect(day.broken).toEqual([]);
  day.writes(day.tab(0), {
    kind: 'reclaimed',
    conversation: id,
    base: day.sees(day.tab(0), id).base,
    cause: 'timeout',
  });
  expect(day.world.violations.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringContaining('since it slept'),
  );
});

test('[AS6] after healing, something that waits though somebody could have it', () => {
  const day = new SmallDay();
  for (const tab of day.tabs) tab.desk.stop();
  day.arrives(day.tab(0));
  expect(day.broken).toEqual([]);
  day.world.gathered();
  expect(day.broken).toContain('AS6');
});
