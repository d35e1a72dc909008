// `npm run sim`: days of a simulated team, each from its seed, in as many threads as there are cores.
// Prints what they did, and for each violation the seed, the step and the one command that repeats it.
// --seed first seed, --seeds how many, --steps each (1,000), --trace every step, --until and --skip leave out
// happenings, --swap src/domain/x.ts=other.ts tries another module in place of one of the desk's.

import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

import { inRoot, ROOT } from './tree.mjs';

/** @typedef {import('../test/simulation/worker.ts').Report} Report */
/** @typedef {import('../test/simulation/worker.ts').Errand} Errand */

const TEXT = { type: /** @type {const} */ ('string') };
const FLAG = { type: /** @type {const} */ ('boolean'), default: false };

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
  seed: TEXT,
  seeds: TEXT,
  steps: TEXT,
  threads: TEXT,
  until: TEXT,
  skip: TEXT,
  swap: { ...TEXT, multiple: /** @type {const} */ (true) },
  trace: FLAG,
  fast: FLAG,
};

/** Least of each in a thousand steps: a run that did nothing proves nothing. */
const FLOORS = { acts: 100, assigned: 8, partitions: 1, handOvers: 3, conflicts: 4, gatherings: 0.2 };
/** Fewer steps than this say nothing about shares. */
const FLOORS_FROM = 20_000;

/** "3-5,9" @param {string} text @returns {number[]} */
const placesIn = (text) =>
  text === ''
    ? []
    : text.split(',').flatMap((part) => {
        const [from = 0, to = from] = part.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => from + index);
      });

/** @param {readonly number[]} places @returns {string} */
const rangesOf = (places) => {
  /** @type {[number, number][]} */
  const ranges = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && place === last[1] + 1) last[1] = place;
    else ranges.push([place, place]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
};

/** @param {string[]} swaps @returns {import('vite').Plugin} */
const swapping = (swaps) => {
  const others = new Map(
    swaps.map((swap) => /** @type {[string, string]} */ (swap.split('=').map((path) => resolve(ROOT, path)))),
  );
  return {
    name: 'swap',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const other = found === null ? undefined : others.get(found.id);
      // The other module may build upon the one that it stands for.
      return other === undefined || other === importer ? found : other;
    },
  };
};

/** @param {string[]} swaps @returns {Promise<string>} the built worker */
const buildWorker = async (swaps) => {
  const { build } = await import('vite');
  const outDir = inRoot(`dist/sim/${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: swaps.length === 0 ? [] : [swapping(swaps)],
    build: {
      ssr: inRoot('test/simulation/worker.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  return `${outDir}/worker.mjs`;
};

/** @param {string} file @param {Errand[]} errands @param {(report: Report) => void} told @returns {Promise<void>} */
const runThread = (file, errands, told) =>
  new Promise((done, failed) => {
    const worker = new Worker(pathToFileURL(file));
    const next = () => {
      const errand = errands.shift();
      if (errand !== undefined) return worker.postMessage(errand);
      worker.once('exit', () => done());
      void worker.terminate();
    };
    worker.on('error', failed);
    worker.on('message', (report) => {
      told(report);
      next();
    });
    next();
  });

/** @param {Report} report @param {number} steps @param {readonly string[]} swaps */
const tellViolation = ({ outcome, shortest }, steps, swaps) => {
  const [violation] = (shortest ?? { outcome }).outcome.violations;
  const { until = null, skip = [] } = shortest?.order ?? {};
  const parts = [
    `npm run sim -- --seed ${outcome.seed} --steps ${steps}`,
    until === null ? '' : ` --until ${until}`,
    skip.length === 0 ? '' : ` --skip ${rangesOf(skip)}`,
    ...swaps.map((swap) => ` --swap ${swap}`),
  ];
  console.log(`FAILED seed ${outcome.seed}, step ${violation?.step}: [${violation?.rule}] ${violation?.sentence}`);
  console.log(`  ${parts.join('')} --trace`);
};

/** @param {Record<string, number>} sum @param {Record<string, number>} more */
const add = (sum, more) => {
  for (const [name, value] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + value;
};

/** @param {Record<string, number>} counts @returns {string[]} */
const tooFew = (counts) => {
  const { steps = 0 } = counts;
  if (steps < FLOORS_FROM) return [];
  const short = Object.entries(FLOORS).filter(([name, least]) => (counts[name] ?? 0) < (least * steps) / 1000);
  return short.map(([name, least]) => `too few ${name}: ${counts[name]} in ${steps} steps, at least ${least} in 1,000`);
};

/** @param {Record<string, number>} toll */
const tollLine = ({ conversations = 0, waitedMs = 0, pickedUp = 0, ...rest }) => {
  const shares = Object.entries(rest).map(([name, value]) => `${name} ${((value * 1000) / conversations).toFixed(1)}`);
  return `in 1,000 conversations: ${shares.join(', ')}; waited ${(waitedMs / pickedUp / 1000).toFixed(1)} s on average`;
};

/** @returns {Promise<{ passed: number, failures: string[] }>} */
export const simulate = async (args = process.argv.slice(2)) => {
  const { values } = parseArgs({ args, options: OPTIONS });
  const [seed, seeds, steps] = [Number(values.seed ?? 1), Number(values.seeds ?? 1), Number(values.steps ?? 1000)];
  const threads = Number(values.threads ?? availableParallelism());
  const swaps = values.swap ?? [];
  const hasReference = !swaps.some((swap) => swap.startsWith('src/domain/'));
  const file = await buildWorker(swaps);
  const until = values.until === undefined ? null : Number(values.until);
  const order = { steps, until, skip: placesIn(values.skip ?? ''), hasTrace: values.trace, hasReference };
  /** @type {Errand[]} */
  const errands = Array.from({ length: seeds }, (_, index) => ({
    ...order,
    seed: seed + index,
    mustShrink: !values.fast && until === null,
  }));
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {Record<string, number>} */
  const toll = {};
  /** @type {string[]} */
  const failures = [];
  const began = performance.now();
  let done = 0;
  const told = (/** @type {Report} */ report) => {
    const { outcome } = report;
    done += 1;
    add(counts, outcome.counts);
    if (outcome.toll !== null) add(toll, /** @type {any} */ (outcome.toll));
    for (const line of outcome.lines) console.log(line);
    if (outcome.violations.length > 0) {
      failures.push(
        `seed ${outcome.seed}: [${outcome.violations[0]?.rule}] ${outcome.violations[0]?.sentence.slice(0, 200)}`,
      );
      tellViolation(report, steps, swaps);
    }
    if (done % 100 === 0) console.log(`${done} seeds, ${failures.length} failed, ${counts['steps']} steps`);
  };
  await Promise.all(Array.from({ length: threads }, () => runThread(file, errands, told)));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const lines = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  console.log(`${seeds} seeds in ${seconds} s: ${lines.join(', ')}`);
  console.log(tollLine(toll));
  if (swaps.length === 0 && until === null) failures.push(...tooFew(counts));
  return { passed: done - failures.length, failures };
};

if (process.argv[1] === inRoot('tools/sim.mjs')) {
  const { failures } = await simulate();
  for (const failure of failures) console.log(`FAILED ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
