// Each checker of state sees the violation that is planted for it: a tab whose state becomes another
// than its entries say, or that loses what it had.

import { expect, test } from 'vitest';
import type { AgentId } from '../../../src/domain/ids.ts';
import type { Agent } from '../../../src/domain/team-state.ts';
import { SmallDay } from '../planted.ts';
import type { Tab } from '../tab.ts';

const corruptAgent = (tab: Tab, agent: AgentId, change: Partial<Agent>): void => {
  const agents = tab.replica.team.agents as Map<AgentId, Agent>;
  agents.set(agent, { ...(agents.get(agent) as Agent), ...change });
};

test('[CO3] two tabs that have the same of a conversation and say different things', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  day.corrupts(day.tab(1), id, { subject: 'Another' });
  expect(day.broken).toContain('CO3');
});

test('[CO3] after healing, a tab that says something else than one that starts afresh', () => {
  const day = new SmallDay();
  day.arrives(day.tab(0));
  for (const tab of day.tabs) corruptAgent(tab, tab.agent, { missedInRow: 2 });
  day.world.gathered();
  expect(day.broken).toContain('CO3');
});

test('[CO4] a conversation that all read alike, and otherwise than the rule says', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  day.corrupts(day.tab(0), id, { round: 3 });
  expect(day.broken).toContain('CO4');
});

test('[CO5] an entry that a tab has and does not show', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  const { entries } = day.sees(day.tab(0), id);
  day.corrupts(day.tab(0), id, { entries: entries.slice(1) });
  expect(day.broken).toContain('CO5');
});

test('[CO6] two agents who reach each other and both see a conversation as their own', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  day.pass(60_000);
  day.corrupts(day.tab(0), id, { state: 'active', owner: day.tab(0).agent });
  day.corrupts(day.tab(1), id, { state: 'active', owner: day.tab(1).agent });
  day.world.violations.length = 0;
  day.pass(30_000);
  expect(day.broken).toContain('CO6');
});

test('[CO6] a conversation in the list of somebody who does not own it', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  day.corrupts(day.tab(0), id, { state: 'closed', owner: undefined });
  day.world.violations.length = 0;
  day.world.gathered();
  expect(day.broken).toContain('CO6');
});

test('[ST4] a tab that shows another status than the one chosen', () => {
  const day = new SmallDay();
  const [tab] = day.tabs;
  if (tab === undefined) return;
  const { statusOf } = tab.desk;
  tab.desk.statusOf = (agent) => ({ ...statusOf.call(tab.desk, agent), status: 'away' });
  day.world.settle(tab);
  expect(day.broken).toEqual(['ST4']);
});

test('[ST4] a tab that shows somebody as there before it has their last choice', () => {
  const day = new SmallDay();
  const [viewer, other] = day.tabs;
  if (viewer === undefined || other === undefined) return;
  const end = viewer.station.ends.get(other.station);
  const unknown = { ...(viewer.sight.all.truths[0] as object) };
  if (end !== undefined) end.had = [unknown as (typeof end.had)[number]];
  const { statusOf } = viewer.desk;
  let isOut = true;
  viewer.desk.statusOf = (agent) => ({ ...statusOf.call(viewer.desk, agent), ...(isOut ? { status: 'out' } : {}) });
  day.world.settle(viewer);
  day.world.violations.length = 0;
  isOut = false;
  day.world.settle(viewer);
  expect(day.broken).toEqual(['ST4']);
});

test('[ST5] a choice that is written when a tab opens', () => {
  const day = new SmallDay();
  const { agent, replica } = day.tab(0);
  const heads = replica.team.agents.get(agent)?.standing.heads.map(({ id }) => id) ?? [];
  day.writes(day.tab(0), { kind: 'status', of: agent, intent: 'away', replaces: heads, by: 'person' });
  expect(day.broken).toEqual(['ST5']);
});

test('[ST6] a choice that does not name the one that stands', () => {
  const day = new SmallDay();
  const tab = day.tab(0);
  const choice = { kind: 'status', of: tab.agent, intent: 'away', replaces: [], by: 'person' } as const;
  day.do(tab, 'away', () => tab.replica.write(tab.agent, [choice], tab.profile.machine.wall()));
  expect(day.broken).toEqual(['ST6']);
});

test('[ST6] a status that is not the one that stands', () => {
  const day = new SmallDay();
  const tab = day.tab(0);
  const standing = tab.replica.team.agents.get(tab.agent)?.standing;
  if (standing === undefined) return;
  day.do(tab, 'say', () => {
    tab.desk.say('team', 'Lunch?');
    corruptAgent(tab, tab.agent, { standing: { ...standing, intent: 'away' } });
  });
  expect(day.broken).toContain('ST6');
});

test('[QU4] a wait that shrinks', () => {
  const day = new SmallDay();
  const id = day.arrives(day.tab(0));
  const { waitingSince } = day.sees(day.tab(0), id);
  day.corrupts(day.tab(0), id, { waitingSince: waitingSince + 1 });
  expect(day.broken).toContain('QU4');
});

test('[OF2] something that was acknowledged as saved and is nowhere', () => {
  const day = new SmallDay();
  day.arrives(day.tab(0));
  const last = day.world.ledger.all.at(-1);
  if (last === undefined) return;
  const lost = day.world.ledger.write({ ...last.entry, id: 'lost' as typeof last.entry.id }, day.world.now, new Set());
  day.world.gathered();
  expect(day.broken).toEqual([]);
  lost.isSaved = true;
  day.world.gathered();
  expect(day.broken).toEqual(['OF2']);
});

test('[OF1] an error that is thrown where the desk should go on', () => {
  const day = new SmallDay();
  day.world.happens(day.tab(0), null, () => {
    throw new Error('planted');
  });
  expect(day.broken).toEqual(['OF1']);
});
