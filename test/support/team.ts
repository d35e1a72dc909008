// A team for an end-to-end test: the real rendezvous and three agents, each in a browser of their own.

import { expect } from '@playwright/test';
import { AgentBrowser } from './agent-browser.ts';
import { RendezvousProcess } from './rendezvous-process.ts';

export interface Team {
  readonly rendezvous: RendezvousProcess;
  readonly agents: readonly AgentBrowser[];
  /** By name; throws where the team has no such agent. */
  agent(name: string): AgentBrowser;
  close(): Promise<void>;
}

/**
 * The first creates the team, the others join by its link; all see each other when this resolves. `through` puts
 * something before the rendezvous, and gives the address at which everybody opens it.
 */
export const startTeam = async (
  names: readonly string[],
  through: (rendezvous: RendezvousProcess) => Promise<string> = async ({ origin }) => origin,
): Promise<Team> => {
  const rendezvous = await RendezvousProcess.start();
  const origin = await through(rendezvous);
  const agents: AgentBrowser[] = [];
  for (const name of names) agents.push(await AgentBrowser.open(name, origin));
  const [first, ...others] = agents;
  if (first === undefined) throw new Error('A team has at least one agent.');
  await first.createTeam('Northlight Coffee');
  const link = await first.inviteLink();
  await Promise.all(others.map((other) => other.join(link)));
  const reachable = new RegExp(`^Connection: ${others.length} of ${others.length} `);
  for (const agent of agents) await expect(agent.connection()).toHaveAccessibleName(reachable, { timeout: 15_000 });
  return {
    rendezvous,
    agents,
    agent: (name) => {
      const agent = agents.find((each) => each.name === name);
      if (agent === undefined) throw new Error(`No agent of the team is called ${name}.`);
      return agent;
    },
    close: async () => {
      await Promise.all(agents.map((agent) => agent.close()));
      await rendezvous.stop();
    },
  };
};

/** Sets team settings on the settings page by their labels, in the units that the page shows. */
export const setSettings = async (agent: AgentBrowser, values: Readonly<Record<string, string>>): Promise<void> => {
  await agent.goTo('Settings');
  for (const [label, value] of Object.entries(values)) {
    const box = agent.page.getByLabel(label);
    await box.fill(value);
    await box.blur();
    await expect(box).toHaveValue(value);
  }
  await agent.goTo('Desk');
};
