// `npm run bench` lists the benches, `npm run bench -- NAME` runs one: the file test/bench/NAME.bench.ts. With
// `--times N` or `--pairs N` it repeats less, with `--only a,b` it does parts. Fails where a mark is missed.

import { readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { install } from './install.mjs';
import { inRoot } from './tree.mjs';

const ENDING = '.bench.ts';

/** A figure is worth what the machine was worth. */
const machine = () => {
  const load = loadavg().map((value) => value.toFixed(2));
  return `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${load.join(' ')}`;
};

/** @param {string} name @returns {Promise<import('../test/bench/bench.ts').Bench>} */
const loadBench = async (name) => {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(inRoot(`test/bench/${name}${ENDING}`), {
    root: inRoot('.'),
    configFile: false,
    logLevel: 'error',
  });
  return /** @type {{ bench: import('../test/bench/bench.ts').Bench }} */ (module).bench;
};

const names = () =>
  readdirSync(inRoot('test/bench'))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();

/** @param {string | undefined} text @returns {number | null | undefined} undefined: not a count */
const countOf = (text) => {
  if (text === undefined) return null;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
};

const run = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { times: { type: 'string' }, pairs: { type: 'string' }, only: { type: 'string' } },
  });
  const [name, ...more] = positionals;
  const times = countOf(values.times ?? values.pairs);
  if (name === undefined) {
    for (const each of names()) console.log(`${each.padEnd(10)} ${(await loadBench(each)).sentence}`);
    return true;
  }
  if (!names().includes(name) || more.length > 0 || times === undefined) {
    console.error(`Use: npm run bench -- NAME [--times N] [--only a,b], with one of ${names().join(', ')}.`);
    return false;
  }
  const bench = await loadBench(name);
  const only = (values.only ?? '').split(',').filter((part) => part !== '');
  console.log(`Before: ${machine()}.`);
  const isKept = await bench.run({ times, only, print: (line) => console.log(line) });
  console.log(`After: ${machine()}.`);
  return isKept;
};

if (!install()) process.exit(1);
process.exitCode = (await run()) ? 0 : 1;
