// Three days of a desk, written down with their stamps instead of lived through: for pictures of the
// replay. Agents come and go, the dispatcher's entries are written by hand, some offers are missed.

import type { Draft } from '../../src/domain/entry.ts';
import { asWallMs, type AgentId, type ConversationId } from '../../src/domain/ids.ts';
import { Acts } from '../../src/engine/acts.ts';
import { SmallWorld, WORLD_START_MS, type Peer } from '../support/small-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NAMES = ['Hana', 'Jonas', 'Amara', 'Priya', 'Tomas', 'Wei-Lun'];
const CUSTOMERS = [
  'Marta Kowalska',
  'Oliver Brandt',
  '黃柏翰',
  'Sofia Marino',
  'Daniel Okafor',
  'Grace Whitfield',
  'عمر',
];
const SUBJECTS = [
  'Invoice needs our VAT number',
  'Do N2 burrs fit the N1?',
  '訂閱想改成兩週一次',
  'Grinder jams on light roasts',
];

export const writtenDays = () => {
  const world = new SmallWorld(11);
  const peers = world.team(Object.fromEntries(NAMES.map((name) => [name, 'away' as const])));
  const [hana] = peers as [Peer];
  const agents = peers.map(({ agent }) => agent);
  const end = WORLD_START_MS + world.time.now;
  // What follows is written, not lived: nobody assigns meanwhile.
  for (const peer of peers.slice(1)) peer.kill();
  hana.desk.stop();
  const todo: { at: number; run: (at: number) => void }[] = [];
  const write = (as: AgentId, at: number, ...drafts: Draft[]): void => {
    hana.replica.write(as, drafts, asWallMs(at));
  };
  const acts = (as: AgentId, at: number): Acts => new Acts(hana.replica, as, () => asWallMs(at));
  const plan = (at: number, run: (at: number) => void): void => {
    if (at < end) todo.push({ at, run });
  };
  for (const agent of agents)
    plan(end - 80 * HOUR, (at) => write(agent, at, { kind: 'joined', name: agent, role: 'agent' }));
  for (let day = 3; day >= 0; day -= 1) {
    const nine = end - day * 24 * HOUR - 90 * MINUTE;
    agents.forEach((agent, index) => {
      const from = nine + index * 7 * MINUTE;
      plan(from, (at) => write(agent, at, { kind: 'login' }));
      plan(from + MINUTE, (at) => acts(agent, at).chooseStatus('ready'));
      plan(nine + (index === 0 ? 3.4 : 4) * HOUR, (at) => acts(agent, at).chooseStatus('away'));
      plan(nine + 4.7 * HOUR + index * 4 * MINUTE, (at) => acts(agent, at).chooseStatus('ready'));
      plan(nine + 9 * HOUR + index * 9 * MINUTE, (at) => write(agent, at, { kind: 'logout' }));
    });
    for (let minute = 0; minute < 9 * 60; minute += 3 + Math.floor(world.random() * 11)) {
      const [one, two] = [agents[Math.floor(world.random() * 6)], agents[Math.floor(world.random() * 6)]];
      if (one !== undefined && two !== undefined) serve(nine + minute * MINUTE, one, two);
    }
  }
  const pick = (list: readonly string[]): string => list[Math.floor(world.random() * list.length)] ?? '';

  function serve(at: number, one: AgentId, two: AgentId): void {
    let id: ConversationId | null = null;
    const base = () => (id === null ? null : (hana.replica.team.conversations.get(id)?.base ?? null));
    const offer = (to: AgentId, when: number): void => {
      if (id === null) return;
      const reason = { rule: 'fewest', load: 2, eligible: 4, nextBest: null } as const;
      write(to, when, { kind: 'assigned', conversation: id, base: base(), to, round: 0, reason });
    };
    plan(at, (when) => {
      const priority = world.random() < 0.12 ? 'urgent' : 'normal';
      const opened = acts(one, when).openConversation({
        channel: 'chat',
        thread: null,
        customer: { key: `${when}`, name: pick(CUSTOMERS) },
        subject: pick(SUBJECTS),
        priority,
        skills: [],
        messages: [],
      });
      id = opened.ok ? opened.value : null;
    });
    const isMissed = world.random() < 0.08;
    let offered = at + (0.5 + world.random() * 9) * MINUTE;
    if (isMissed) {
      plan(offered, (when) => offer(two, when));
      plan(offered + MINUTE, (when) => {
        if (id !== null) write(one, when, { kind: 'reclaimed', conversation: id, base: base(), cause: 'timeout' });
      });
      offered += MINUTE + 1_000;
    }
    plan(offered, (when) => offer(one, when));
    plan(offered + 15_000, (when) => id !== null && acts(one, when).pickUp(id));
    plan(offered + 3 * MINUTE, (when) => id !== null && acts(one, when).reply(id, 'Here you are.'));
    plan(offered + (8 + world.random() * 25) * MINUTE, (when) => id !== null && acts(one, when).close(id));
  }
  todo.sort((a, b) => a.at - b.at);
  for (const { at, run } of todo) run(at);
  return { world, hana };
};
