// 10,000 stores of 500 records, damaged at random: the same test as in `npm test`, with more seeds.
// `--times N` opens N.

import { spawn } from 'node:child_process';

import { inRoot } from '../../tools/tree.mjs';
import type { Bench } from './bench.ts';

const STORES = 10_000;
/** A browser that has opened very many databases is slow for reasons of its own: a new one for so many. */
const AT_ONCE = 2000;
const TEST = 'test/contract/storage-ruin.browser.test.ts';

const openStores = (count: number, firstSeed: number): Promise<boolean> =>
  new Promise((resolve) => {
    const args = [inRoot('node_modules/vitest/vitest.mjs'), 'run', '--project', 'browser', TEST];
    const env = { ...process.env, VITE_STORES: String(count), VITE_FIRST_SEED: String(firstSeed) };
    const child = spawn(process.execPath, args, { cwd: inRoot('.'), env, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

export const bench: Bench = {
  sentence: 'Stores of 500 records, damaged at random, opened in a browser (10,000).',
  run: async ({ times, print }) => {
    const count = times ?? STORES;
    let isKept = true;
    for (let from = 0; from < count; from += AT_ONCE) {
      isKept = (await openStores(Math.min(AT_ONCE, count - from), 1000 + from)) && isKept;
    }
    print(`${isKept ? 'kept  ' : 'MISSED'} ${count} damaged stores: none hangs, throws, or loses an undamaged record`);
    return isKept;
  },
};
