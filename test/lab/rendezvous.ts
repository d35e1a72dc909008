// The rendezvous is killed: those who are connected stay so. It starts again: newcomers join as before.

import { expect } from '@playwright/test';

import { lifeOf, sayToTeam, whenShown } from './acts.ts';
import type { LabTeam } from './lab-team.ts';
import type { Scenario } from './scenario.ts';
import { seconds } from './score.ts';
import { untilEqual } from './stored-team.ts';

const TIMES = 5;
const ALIVE_MS = 2_000;
const JOIN_MS = 10_000;
const PATIENCE_MS = 60_000;

/** Everybody writes once; milliseconds until all have read it. */
const talk = async (lab: LabTeam, name: string): Promise<readonly number[]> => {
  const took: number[] = [];
  for (const agent of lab.agents) await agent.goTo('Chat');
  for (const agent of lab.agents) {
    const text = `${agent.name} without a rendezvous, ${name}`;
    const others = lab.agents.filter((each) => each !== agent);
    await sayToTeam(agent, text);
    const at = Date.now();
    const shown = await Promise.all(others.map(({ page }) => whenShown(page, [text], PATIENCE_MS)));
    took.push(Math.max(0, Math.max(...shown) - at));
  }
  return took;
};

/** Milliseconds from the click on Join to having everything. */
const join = async (lab: LabTeam, name: string, port: number, link: string): Promise<number> => {
  const newcomer = await lab.addAgent(name, port);
  const began = Date.now();
  await newcomer.join(link);
  const equal = await untilEqual(
    lab.agents.map(({ page }) => page),
    PATIENCE_MS,
  );
  const tookMs = equal === null ? Number.POSITIVE_INFINITY : Date.now() - began;
  await expect(newcomer.connection()).toHaveAccessibleName(new RegExp(`^Connection: ${lab.agents.length - 1} of`));
  await lab.removeAgent(newcomer);
  return tookMs;
};

export const rendezvousScenario: Scenario = {
  name: 'rendezvous',
  agents: ['Hana', 'Jonas', 'Priya'],
  spare: 1,
  isShort: true,
  run: async (lab, { isShort, times }, score) => {
    const count = times ?? (isShort ? 1 : TIMES);
    const [first] = lab.agents;
    if (first === undefined) throw new Error('The lab has no agents.');
    const link = await first.inviteLink();
    const spare = lab.network.hosts.length - 1;
    const lives = await Promise.all(lab.agents.map(({ page }) => lifeOf(page)));
    const [talked, joined]: [number[], number[]] = [[], []];
    for (let trial = 1; trial <= count; trial += 1) {
      await lab.killRendezvous();
      const took = await talk(lab, `time ${trial}`);
      talked.push(...took);
      await lab.startRendezvous();
      const joinedMs = await join(lab, `Newcomer ${trial}`, spare, link);
      joined.push(joinedMs);
      const words = `words arrived within ${seconds(Math.max(...took))}`;
      score.trial(`${trial}/${count} killed, ${words}; started, a newcomer had all after ${seconds(joinedMs)}`);
    }
    score.times('words between connected peers while there is no rendezvous', talked, { worstMs: ALIVE_MS });
    score.times('a newcomer after its restart', joined, { worstMs: JOIN_MS });
    const after = await Promise.all(lab.agents.map(({ page }) => lifeOf(page)));
    score.mark(String(lives) === String(after), 'no page was loaded again');
  },
};
