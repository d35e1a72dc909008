// Real dialogues, each played to its end between a customers' page and an agent's, over WebRTC: two customers and
// three agents, each in a browser of their own, two dialogues at a time. Every message is in order on both sides,
// none twice, none missing. `--times N` dialogues.

import { buildIfStale } from '../../tools/build.mjs';
import { CustomerBrowser } from '../support/customer-browser.ts';
import { makeCustomerLink } from '../support/customer-link.ts';
import { DialoguePlayers, type Played } from '../support/dialogue-players.ts';
import { areDialoguesHere, sampleOfDialogues, type RealDialogue } from '../support/real-dialogues.ts';
import { startTeam } from '../support/team.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Marks, median, ms, table, worst } from './figures.ts';

const TIMES = 50;

const isWhole = (said: readonly string[], { turns }: RealDialogue): boolean =>
  said.length === turns.length && said.every((text, index) => text.trim() === turns[index]?.text.trim());

const run = async ({ times, print }: BenchRun): Promise<boolean> => {
  if (!areDialoguesHere) {
    print('The real dialogues are not on this machine (../shared/data/dialogues.jsonl).');
    return false;
  }
  await buildIfStale();
  const marks = new Marks(print);
  const dialogues = sampleOfDialogues(times ?? TIMES);
  const team = await startTeam(['Hana', 'Jonas', 'Priya']);
  const customers: CustomerBrowser[] = [];
  const played: Played[] = [];
  const broken: string[] = [];
  try {
    const link = await makeCustomerLink(team.agent('Hana'));
    for (const agent of team.agents) await agent.setStatus('Ready');
    const players = new DialoguePlayers(team.agents);
    const queue = [...dialogues.entries()];
    const playAll = async (customer: CustomerBrowser): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, dialogue] = next;
        const name = `Customer ${String(index + 1).padStart(2, '0')}`;
        const each = await players.play(customer, name, dialogue);
        played.push(each);
        if (!isWhole(each.customer, dialogue)) broken.push(`${dialogue.id}: on the customer's side`);
        if (!isWhole(each.agent, dialogue)) broken.push(`${dialogue.id}: on the side of ${each.by}`);
        await customer.forget();
      }
    };
    for (const name of ['Lena', 'Omar']) customers.push(await CustomerBrowser.open(name, link));
    await Promise.all(customers.map(playAll));
    const rows = [['from Send to the other side', 'messages', 'median', 'worst']];
    for (const [title, key] of [
      ['customer to agent', 'toAgentMs'],
      ['agent to customer', 'toCustomerMs'],
    ] as const) {
      const taken = played.flatMap((each) => each[key]);
      rows.push([title, String(taken.length), ms(median(taken)), ms(worst(taken))]);
    }
    for (const line of table(rows)) print(line);
    const shares = team.agents.map(({ name }) => `${name} ${played.filter(({ by }) => by === name).length}`);
    print(`Served by: ${shares.join(', ')}.`);
    for (const each of broken) print(`Not whole: ${each}`);
    const messages = dialogues.reduce((sum, { turns }) => sum + turns.length, 0);
    const ends = `${played.length} of ${dialogues.length} dialogues, ${messages} messages`;
    marks.check(played.length === dialogues.length && broken.length === 0, `${ends}: whole and in order on both sides`);
    const errors = [...customers, ...team.agents].flatMap((each) => each.errors);
    marks.check(errors.length === 0, `nothing in any console (${errors.slice(0, 3).join('; ') || 'none'})`);
    return marks.areAllKept;
  } finally {
    for (const customer of customers) await customer.close();
    await team.close();
  }
};

export const bench: Bench = {
  sentence: 'Fifty real dialogues played to their ends by two customers and three agents, in real browsers.',
  run,
};
