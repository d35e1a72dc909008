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

/** Loads a bench with whatever it imports, types and all; open until the benches are done. */
const openLoader = async () => {
  const { createServer } = await import('vite');
  const server = await createServer({
    root: inRoot('.'),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  return {
    /** @param {string} name @returns {Promise<import('../test/bench/bench.ts').Bench>} */
    load: async (name) => (await server.ssrLoadModule(inRoot(`test/bench/${name}${ENDING}`)))['bench'],
    close: () => server.close(),
  };
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

/** @param {Awaited<ReturnType<typeof openLoader>>} loader */
const run = async (loader) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { times: { type: 'string' }, pairs: { type: 'string' }, only: { type: 'string' } },
  });
  const [name, ...more] = positionals;
  const times = countOf(values.times ?? values.pairs);
  if (name === undefined) {
    const width = Math.max(...names().map(({ length }) => length));
    for (const each of names()) console.log(`${each.padEnd(width)} ${(await loader.load(each)).sentence}`);
    return true;
  }
  if (!names().includes(name) || more.length > 0 || times === undefined) {
    console.error(`Use: npm run bench -- NAME [--times N] [--only a,b], with one of ${names().join(', ')}.`);
    return false;
  }
  const bench = await loader.load(name);
  const only = (values.only ?? '').split(',').filter((part) => part !== '');
  console.log(`Before: ${machine()}.`);
  const isKept = await bench.run({ times, only, print: (line) => console.log(line) });
  console.log(`After: ${machine()}.`);
  return isKept;
};

if (!install()) process.exit(1);
const loader = await openLoader();
try {
  process.exitCode = (await run(loader)) ? 0 : 1;
} finally {
  await loader.close();
}
