// What one change of a status costs in messages: real peers in a full mesh, each in a page of its own in one
// Chromium, on the product's mesh and on y-webrtc as it comes. Counted is every message of every data channel
// that is there because of the change: beats and their echoes go out anyway, as y-webrtc's presence does. Then
// the same in made-up time with 30 peers in one process, on the mesh's own code (support/mesh-simulation.ts).
// `--times N` changes; `--only ours,stock,simulated`.

import { randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import type { Bench, BenchRun } from './bench.ts';
import { MeshSimulation } from '../support/mesh-simulation.ts';
import { Marks, inAll, median, ms, table } from './figures.ts';
import type { Kind } from './rows.ts';
import { Stage, closePages, timeUntil, wait } from './stage.ts';

const PEERS = 15;
const SIMULATED_PEERS = 30;
const TIMES = 5;
const MARK = 3;
const MEET_LIMIT_MS = 90_000;
const REACH_LIMIT_MS = 10_000;
/** The first byte of what goes out anyway: beats and echoes here, presence there. */
const STEADY: Readonly<Record<Kind, readonly number[]>> = { ours: [4, 5], stock: [1, 3] };
/** Acknowledgements and what peers pass on are out by then. */
const AFTERWARDS_MS = 1_000;
const STATUS = { k: 'status', of: 'agent-0123456789', intent: 'away', replaces: ['entry-0123456789'], by: 'person' };

interface Mesh {
  readonly kind: Kind;
  readonly pages: readonly Page[];
  readonly metMs: number;
}

const join = (page: Page, room: string, name: string, signalling: string): Promise<void> =>
  page.evaluate((all) => globalThis.bench.open(all), { room, name, password: 'secret', signalling: [signalling] });

const connectedIn = (page: Page): Promise<number> => page.evaluate(() => globalThis.bench.seen().connected);

/** Null where they never all met. */
const openMesh = async (stage: Stage, kind: Kind): Promise<Mesh | null> => {
  const pages: Page[] = [];
  const room = `room ${randomUUID()}`;
  for (let peer = 0; peer < PEERS; peer += 1) pages.push(await stage.page(kind));
  await Promise.all(pages.map((page, peer) => join(page, room, `peer ${peer}`, stage.signalling)));
  const isFull = async (): Promise<boolean> =>
    (await Promise.all(pages.map(connectedIn))).every((count) => count >= PEERS - 1);
  const metMs = await timeUntil(isFull, MEET_LIMIT_MS);
  if (metMs !== null) return { kind, pages, metMs };
  await closePages(...pages);
  return null;
};

const messagesIn = async ({ kind, pages }: Mesh): Promise<number> => {
  const counts = await Promise.all(pages.map((page) => page.evaluate(() => [...globalThis.instruments.sent])));
  return inAll(counts.flat().map(([first, count]) => (STEADY[kind].includes(first) ? 0 : count)));
};

/** The messages of one change; throws where it does not reach everybody. */
const change = async (mesh: Mesh, time: number): Promise<number> => {
  const { pages } = mesh;
  const key = `change ${time}`;
  await Promise.all(pages.map((page) => page.evaluate(() => globalThis.instruments.reset())));
  await pages[time % PEERS]?.evaluate(({ name, status }) => globalThis.bench.write(name, status), {
    name: key,
    status: STATUS,
  });
  const reached = (page: Page): Promise<boolean> =>
    page.evaluate((name) => globalThis.bench.read(name) !== undefined, key);
  const all = async (): Promise<boolean> => (await Promise.all(pages.map(reached))).every(Boolean);
  if ((await timeUntil(all, REACH_LIMIT_MS)) === null) throw new Error('A change did not reach everybody.');
  await wait(AFTERWARDS_MS);
  return messagesIn(mesh);
};

/** A change of each of the first peers, one after the other; null where they never all met. */
const simulate = async (times: number): Promise<readonly number[] | null> => {
  const simulation = new MeshSimulation();
  const peers = simulation.add(SIMULATED_PEERS);
  const isFull = (): boolean =>
    simulation.isConverged() && peers.every((peer) => peer.reached().size === SIMULATED_PEERS - 1);
  if ((await simulation.until(isFull, MEET_LIMIT_MS)) === null) return null;
  await simulation.run(REACH_LIMIT_MS);
  const counts: number[] = [];
  for (const [time, { doc }] of peers.slice(0, times).entries()) {
    counts.push(await simulation.countMessages(() => doc.getMap('test').set(`change ${time}`, STATUS)));
    if (!simulation.isConverged()) throw new Error('A change did not reach everybody in the simulation.');
  }
  return counts;
};

interface Cost {
  readonly messages: readonly number[];
  readonly idle: number;
  readonly metMs: number;
}

const measure = async (stage: Stage, kind: Kind, times: number): Promise<Cost | null> => {
  const mesh = await openMesh(stage, kind);
  if (mesh === null) return null;
  try {
    // What newcomers still tell each other is no cost of a change.
    await timeUntil(async () => {
      await Promise.all(mesh.pages.map((page) => page.evaluate(() => globalThis.instruments.reset())));
      await wait(AFTERWARDS_MS);
      return (await messagesIn(mesh)) === 0;
    }, MEET_LIMIT_MS);
    const idle = await messagesIn(mesh);
    const messages: number[] = [];
    for (let time = 0; time < times; time += 1) messages.push(await change(mesh, time));
    return { messages, idle, metMs: mesh.metMs };
  } finally {
    await closePages(...mesh.pages);
  }
};

const simulatedRow = (counts: readonly number[] | null): readonly string[] => {
  const each = median(counts ?? []);
  const shown = counts === null ? '-' : `${each} (${counts.join(', ')})`;
  return [`${SIMULATED_PEERS} deskmesh, simulated`, '', shown, (each / (SIMULATED_PEERS - 1)).toFixed(1), ''];
};

const checkMost = (marks: Marks, who: string, counts: readonly number[] | null, peers: number): void => {
  const most = counts === null ? Number.POSITIVE_INFINITY : Math.max(...counts);
  const allowed = MARK * (peers - 1);
  marks.check(most <= allowed, `${who}: at most ${most} messages a change, of ${allowed} allowed`);
};

const run = async ({ times, only, print }: BenchRun): Promise<boolean> => {
  const marks = new Marks(print);
  const rows: (readonly string[])[] = [
    ['peers', 'full mesh after', 'messages a change', 'for each of the others', 'in an idle second'],
  ];
  let ours: Cost | null = null;
  const isAsked = (kind: string): boolean => only.length === 0 || only.includes(kind);
  for (const kind of (['ours', 'stock'] as const).filter(isAsked)) {
    const stage = await Stage.open();
    try {
      const cost = await measure(stage, kind, times ?? TIMES);
      if (kind === 'ours') ours = cost;
      const name = `${PEERS} ${kind === 'ours' ? 'deskmesh' : 'y-webrtc 10.3.0'}`;
      const each = median(cost?.messages ?? []);
      const counts = `${each} (${cost?.messages.join(', ')})`;
      const met = cost === null ? `not in ${ms(MEET_LIMIT_MS)}` : ms(cost.metMs);
      rows.push([name, met, cost === null ? '-' : counts, (each / (PEERS - 1)).toFixed(1), `${cost?.idle ?? '-'}`]);
    } finally {
      await stage.close();
    }
  }
  const simulated = isAsked('simulated') ? await simulate(times ?? TIMES) : [];
  if (isAsked('simulated')) rows.push(simulatedRow(simulated));
  for (const line of table(rows)) print(line);
  if (isAsked('ours')) checkMost(marks, `${PEERS} real peers`, ours?.messages ?? null, PEERS);
  if (isAsked('simulated')) checkMost(marks, `${SIMULATED_PEERS} simulated peers`, simulated, SIMULATED_PEERS);
  return marks.areAllKept;
};

export const bench: Bench = {
  sentence: 'What one change of a status costs in messages, with 15 real peers and 30 simulated, beside y-webrtc.',
  run,
};
