// `npm run mutants`: puts named faults into the rules, one at a time, in a copy of the tree, and shows which test
// notices each. Fails where one lives, where the test that notices does not name the rule, and where a fault no
// longer fits the source. `npm run mutants -- clock` tries those whose name or file has that word.

import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createVitest } from 'vitest/node';

import { DOMAIN_MUTANTS } from './mutants/domain.mjs';
import { ROUTING_MUTANTS } from './mutants/routing.mjs';
import { inRoot } from './tree.mjs';

/** @typedef {import('./mutants/domain.mjs').Mutant} Mutant */

const COPIED = [
  'src',
  'test',
  'docs',
  'tools',
  'vite.config.ts',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
];
/** The simulator last: it is the longest, and its seeds name many rules at once. */
const UNIT = ['test/unit/domain', 'test/unit/engine', 'test/unit/replica'];
const SIMULATION = ['test/simulation'];
/** Measures of time: a fault in what is decided shows elsewhere, and sooner. */
const isMeasure = (/** @type {string} */ file) => file.endsWith('linear.test.ts');
const HANG_MS = 180_000;
const isBelow = (/** @type {readonly string[]} */ folders, /** @type {string} */ file) =>
  folders.some((folder) => file.startsWith(`${folder}/`));
const RULE = /\[[A-Z]{2}\d+/;

/** @returns {string} a tree like this one in which anything may be broken */
const copyTree = () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'deskmesh-mutants-')));
  for (const path of COPIED) cpSync(inRoot(path), join(copy, path), { recursive: true });
  symlinkSync(inRoot('node_modules'), join(copy, 'node_modules'));
  return copy;
};

/** @param {string} source @param {Mutant} mutant @returns {string | null} null where it does not stand there once */
const broken = (source, { from, to }) => {
  const [before, after, ...more] = source.split(from);
  return before === undefined || after === undefined || more.length > 0 ? null : before + to + after;
};

/** @param {readonly import('vitest/node').TestModule[]} modules @returns {string[]} titles of what failed */
const failed = (modules) =>
  modules.flatMap((module) => [...module.children.allTests('failed')].map((test) => test.name));

class Bench {
  /** @param {string} copy @param {import('vitest/node').Vitest} vitest @param {import('vitest/node').TestSpecification[]} specs */
  constructor(copy, vitest, specs) {
    this.copy = copy;
    this.vitest = vitest;
    this.specs = specs;
  }

  /** @param {string} copy */
  static async open(copy) {
    const options = { root: copy, config: join(copy, 'vite.config.ts'), project: ['unit'], watch: false, bail: 1 };
    const cacheDir = join(copy, '.vite');
    const vitest = await createVitest(
      'test',
      { ...options, reporters: [{}], testTimeout: 60_000, pool: 'threads' },
      { cacheDir },
    );
    const specs = await vitest.globTestSpecifications([...UNIT, ...SIMULATION]);
    return new Bench(
      copy,
      vitest,
      specs.filter((spec) => !isMeasure(spec.moduleId)),
    );
  }

  /** Stops at the first that fails. @param {(file: string) => boolean} isWanted @returns {Promise<string[]>} */
  async run(isWanted) {
    const specs = this.specs.filter((spec) => isWanted(spec.moduleId.slice(this.copy.length + 1)));
    // What failed before counts for nothing here; left there, it would end this run at its start.
    this.vitest.state.filesMap.clear();
    this.vitest.state.idMap.clear();
    const { testModules, unhandledErrors } = await this.vitest.runTestSpecifications(specs);
    const broke = testModules.filter((module) => module.errors().length > 0).map((module) => module.relativeModuleId);
    return [...failed(testModules), ...broke.map((file) => `${file} could not be run`), ...unhandledErrors.map(String)];
  }

  /** @param {Mutant} mutant @returns {Promise<string>} the test that noticed; empty where none did */
  async try(mutant) {
    const path = join(this.copy, mutant.file);
    const source = readFileSync(path, 'utf8');
    const text = broken(source, mutant);
    if (text === null) return 'it no longer fits the source';
    this.#put(path, text);
    try {
      const stages = [
        (/** @type {string} */ file) => file === mutant.first,
        (/** @type {string} */ file) => file !== mutant.first && isBelow(UNIT, file),
        (/** @type {string} */ file) => isBelow(SIMULATION, file),
      ];
      for (const isWanted of stages) {
        const titles = await this.run(isWanted);
        if (titles.length > 0) return titles.find((title) => RULE.test(title)) ?? titles[0] ?? '';
      }
      return '';
    } finally {
      this.#put(path, source);
    }
  }

  /** @param {string} path @param {string} text */
  #put(path, text) {
    writeFileSync(path, text);
    this.vitest.invalidateFile(path);
  }
}

/** A fault that makes something go round for ever is none that a test can name. Threads end with this program.
 * @param {Mutant} mutant */
const giveUp = ({ fault, file }) => {
  console.log(`${fault} (${file}) | NOBODY: it never ends`);
  rmSync(copy, { recursive: true, force: true });
  process.exit(1);
};

/** @param {Bench} bench @param {readonly Mutant[]} mutants @returns {Promise<number>} how many were not killed as they should */
const tryAll = async (bench, mutants) => {
  let wrong = 0;
  for (const mutant of mutants) {
    const began = performance.now();
    const watch = setTimeout(() => giveUp(mutant), HANG_MS);
    const killer = await bench.try(mutant);
    clearTimeout(watch);
    const isKilled = RULE.test(killer);
    if (!isKilled) wrong += 1;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const by = killer === '' ? 'NOBODY' : isKilled ? killer : `NO RULE: ${killer}`;
    console.log(`${mutant.fault} (${mutant.file}) | ${by} | ${seconds} s`);
  }
  return wrong;
};

const word = process.argv[2] ?? '';
const chosen = [...DOMAIN_MUTANTS, ...ROUTING_MUTANTS].filter(({ fault, file }) => `${fault} ${file}`.includes(word));
const copy = copyTree();
const began = performance.now();
try {
  const bench = await Bench.open(copy);
  const before = await bench.run(() => true);
  if (before.length > 0) throw new Error(`Something fails with no fault put in: ${before[0]}`);
  const wrong = await tryAll(bench, chosen);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(`${chosen.length} faults, ${chosen.length - wrong} noticed by the test of a rule, ${minutes} min`);
  process.exitCode = wrong === 0 && chosen.length > 0 ? 0 : 1;
  await bench.vitest.close();
} finally {
  rmSync(copy, { recursive: true, force: true });
}
