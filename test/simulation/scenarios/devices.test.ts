// Devices that fail their people, told one by one: what a random day also brings, in words.

import { expect, test } from 'vitest';
import { SmallDay } from '../planted.ts';

test('[CO6] both halves answer one conversation apart; together again one owner stands, and both answers', () => {
  const day = new SmallDay();
  const [left, right] = [day.tab(0), day.tab(1)];
  const id = day.arrives(left);
  const names = day.world.profiles.map(({ name }) => name);
  day.world.network.cut((name) => (name === left.profile.name ? 0 : 1), names, false);
  day.pass(10_000);
  for (const tab of [left, right]) day.do(tab, 'reply', () => tab.desk.reply(id, `${tab.agent} answers.`));
  expect(day.sees(left, id)).toMatchObject({ state: 'active', owner: left.agent });
  expect(day.sees(right, id)).toMatchObject({ state: 'active', owner: right.agent });
  day.world.network.mend();
  day.pass(30_000);
  const [one, other] = [day.sees(left, id), day.sees(right, id)];
  expect(one).toEqual(other);
  expect(one.entries.filter(({ kind }) => kind === 'reply')).toHaveLength(2);
  expect(one.forks.length).toBeGreaterThan(0);
  expect(day.broken).toEqual([]);
});

test('[OF2] what was saved is there after a crash that came before it was sent', () => {
  const day = new SmallDay();
  const [tab] = day.tabs;
  if (tab === undefined) return;
  const names = day.world.profiles.map(({ name }) => name);
  day.world.network.cut((name) => (name === tab.profile.name ? 0 : 1), names, false);
  const id = day.arrives(tab);
  day.pass(5_000);
  tab.profile.crash(false);
  day.world.network.mend();
  day.pass(5_000);
  expect(day.tabs.some(({ replica }) => replica.team.conversations.has(id))).toBe(false);
  tab.profile.openTab();
  day.pass(10_000);
  expect(day.tabs.every(({ replica }) => replica.team.conversations.has(id))).toBe(true);
  expect(day.broken).toEqual([]);
});

test('[OF2] what was not saved yet is lost with the process and breaks nothing', () => {
  const day = new SmallDay();
  const [tab] = day.tabs;
  if (tab === undefined) return;
  tab.profile.disk.flushMs = 60_000;
  const names = day.world.profiles.map(({ name }) => name);
  day.world.network.cut((name) => (name === tab.profile.name ? 0 : 1), names, false);
  const id = day.arrives(tab);
  tab.profile.crash(false);
  day.world.network.mend();
  tab.profile.openTab();
  day.pass(20_000);
  expect(day.tabs.some(({ replica }) => replica.team.conversations.has(id))).toBe(false);
  day.world.gathered();
  expect(day.broken).toEqual([]);
});

test('[CO3] a device and its copy write at once; all replicas read the same', () => {
  const day = new SmallDay();
  const [tab] = day.tabs;
  if (tab === undefined) return;
  tab.flush();
  const copy = day.world.clone(tab.profile).openTab();
  day.world.network.makePerfect();
  day.pass(10_000);
  const [one, other] = [day.arrives(tab), day.arrives(copy)];
  for (const each of [tab, copy]) day.do(each, 'away', () => each.desk.chooseStatus('away'));
  day.pass(20_000);
  for (const { replica } of day.tabs) {
    expect([one, other].every((id) => replica.team.conversations.has(id))).toBe(true);
    expect(replica.team.agents.get(tab.agent)?.standing.intent).toBe('away');
  }
  day.world.gathered();
  expect(day.broken).toEqual([]);
});

test('[ST4] who crashed and comes back is shown as before, and never as anything else in between', () => {
  const day = new SmallDay();
  const [viewer, other] = [day.tab(0), day.tab(1)];
  other.profile.crash(true);
  day.pass(90_000);
  expect(viewer.desk.statusOf(other.agent).status).toBe('out');
  const seen = new Set<string>();
  viewer.desk.subscribe(() => seen.add(viewer.desk.statusOf(other.agent).status));
  other.profile.openTab();
  day.pass(10_000);
  expect([...seen].sort()).toEqual(['out', 'ready']);
  expect(day.broken).toEqual([]);
});

test('[RE3] nobody Ready for ten minutes: nothing is taken back, and the clocks begin with the first who is', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  day.pass(40_000);
  for (const tab of day.tabs) day.do(tab, 'away', () => tab.desk.chooseStatus('away'));
  day.pass(600_000);
  expect(day.world.counts.reclaimed).toBe(0);
  for (const tab of day.tabs) day.do(tab, 'ready', () => tab.desk.chooseStatus('ready'));
  day.pass(50_000);
  expect(day.world.counts.reclaimed).toBe(0);
  day.pass(20_000);
  expect(day.world.counts.reclaimed).toBeGreaterThan(0);
  expect(day.sees(day.tab(0), id).missed).toHaveLength(1);
  expect(day.broken).toEqual([]);
});
