// A link is cut and comes back, again and again: with the cable drawn, which the host sees, and with a
// switch that says nothing. Both sides write meanwhile. Converged is when every screen shows what the
// other side wrote and all have stored the same entries.

import { setTimeout as sleep } from 'node:timers/promises';

import type { AgentBrowser } from '../support/agent-browser.ts';
import { lifeOf, sayToTeam, whenShown } from './acts.ts';
import type { LabTeam } from './lab-team.ts';
import type { Scenario } from './scenario.ts';
import { say, seconds, type Score } from './score.ts';
import { untilEqual } from './stored-team.ts';
import { readTrace } from './trace.ts';

const CUT_MS = 40_000;
const SHORT_CUT_MS = 8_000;
const TIMES = 20;
const SHORT_TIMES = 2;
/** Of one trial; far above the mark, so that a miss is a number and not an error. */
const PATIENCE_MS = 120_000;
const MEDIAN_MS = 2_000;
const WORST_MS = 6_000;
const BLACK_HOLE = { loss: 1 };

type Kind = 'cable' | 'silent';

const cut = (lab: LabTeam, port: number, kind: Kind): Promise<void> =>
  kind === 'cable' ? Promise.resolve(lab.network.unplug(port)) : lab.network.trouble(port, 'both', BLACK_HOLE);

const restore = (lab: LabTeam, port: number, kind: Kind): Promise<void> =>
  kind === 'cable' ? Promise.resolve(lab.network.plug(port)) : lab.network.trouble(port, 'both');

/** Something for the queue, and words to the others. */
const write = async (agent: AgentBrowser, name: string): Promise<string> => {
  const text = `${agent.name} while apart, ${name}`;
  await agent.goTo('Desk');
  await agent.addConversation({ customer: `Customer of ${agent.name}`, subject: name });
  await sayToTeam(agent, text);
  return text;
};

const tell = async (agents: readonly AgentBrowser[], since: number): Promise<void> => {
  for (const { name, page } of agents) for (const line of await readTrace(page, since)) say(`  ${name} ${line}`);
};

/** Milliseconds from link up to converged, null where it never was; with words for the line. */
const playTrial = async (
  lab: LabTeam,
  victim: AgentBrowser,
  name: string,
  { kind, cutMs }: { readonly kind: Kind; readonly cutMs: number },
): Promise<{ readonly tookMs: number | null; readonly line: string }> => {
  const port = lab.portOf(victim);
  const pages = lab.agents.map((agent) => agent.page);
  const before = await untilEqual(pages, PATIENCE_MS);
  const ends = Date.now() + cutMs;
  await cut(lab, port, kind);
  const other = lab.agents.find((agent) => agent !== victim);
  const texts: string[] = [];
  for (const agent of other === undefined ? [victim] : [victim, other]) texts.push(await write(agent, name));
  await Promise.all(lab.agents.map((agent) => agent.goTo('Chat')));
  await sleep(Math.max(0, ends - Date.now()));
  const upAt = Date.now();
  await restore(lab, port, kind);
  const shown = Promise.all(pages.map((page) => whenShown(page, texts, PATIENCE_MS)));
  const shownAt = Math.max(...(await shown.catch(() => [Number.POSITIVE_INFINITY])));
  const stored = shownAt < Number.POSITIVE_INFINITY ? await untilEqual(pages, PATIENCE_MS) : null;
  if (stored === null) return { tookMs: null, line: `${victim.name} was cut off and never converged` };
  const tookMs = Date.now() - upAt;
  if (tookMs > MEDIAN_MS) await tell(lab.agents, upAt);
  const words = `shown after ${seconds(shownAt - upAt)}, equal after ${seconds(tookMs)}`;
  const entries = `${before?.entries ?? 0} to ${stored.entries} entries, digest ${stored.digest}`;
  return { tookMs, line: `${victim.name} was cut off; ${words} (${entries})` };
};

interface Play {
  readonly kind: Kind;
  readonly times: number;
  readonly cutMs: number;
  /** Two trials have no median worth the name. */
  readonly hasMedian: boolean;
}

const play = async (lab: LabTeam, score: Score, { kind, times, cutMs, hasMedian }: Play): Promise<void> => {
  const lives = await Promise.all(lab.agents.map(({ page }) => lifeOf(page)));
  const took: number[] = [];
  for (let trial = 1; trial <= times; trial += 1) {
    const victim = lab.agents[trial % lab.agents.length];
    if (victim === undefined) throw new Error('The lab has no agents.');
    const { tookMs, line } = await playTrial(lab, victim, `${kind} ${trial}`, { kind, cutMs });
    score.trial(`${trial}/${times} ${line}`);
    if (tookMs !== null) took.push(tookMs);
  }
  score.mark(took.length === times, `converged in ${took.length} of ${times} trials`);
  score.times('link up to converged', took, { ...(hasMedian ? { medianMs: MEDIAN_MS } : {}), worstMs: WORST_MS });
  const livesAfter = await Promise.all(lab.agents.map(({ page }) => lifeOf(page)));
  score.mark(String(lives) === String(livesAfter), 'no page was loaded again');
};

const AGENTS = ['Hana', 'Jonas', 'Priya'];

export const cutScenario: Scenario = {
  name: 'cut',
  agents: AGENTS,
  isShort: true,
  run: (lab, { isShort, times }, score) =>
    play(lab, score, {
      kind: 'cable',
      times: times ?? (isShort ? SHORT_TIMES : TIMES),
      cutMs: isShort ? SHORT_CUT_MS : CUT_MS,
      hasMedian: !isShort,
    }),
};

export const silentCutScenario: Scenario = {
  name: 'silent-cut',
  agents: AGENTS,
  isShort: false,
  run: (lab, { times }, score) =>
    play(lab, score, { kind: 'silent', times: times ?? TIMES, cutMs: CUT_MS, hasMedian: true }),
};
