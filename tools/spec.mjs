// Writes what docs/spec.md takes from the code: the table of two crossed acts (CO4). `npm run spec`, after the
// rule changed; a test fails as long as the two differ.

import { readFileSync, writeFileSync } from 'node:fs';

import { runnerImport } from 'vite';

import { inRoot, ROOT } from './tree.mjs';

const SPEC = inRoot('docs/spec.md');

/** @type {{ module: { crossingTable(): string, withTable(text: string, table: string): string } }} */
const { module } = await runnerImport(inRoot('test/support/crossing-table.ts'), { configFile: false, root: ROOT });
const before = readFileSync(SPEC, 'utf8');
const after = module.withTable(before, module.crossingTable());
writeFileSync(SPEC, after);
console.log(after === before ? 'docs/spec.md says what the code does.' : 'docs/spec.md was brought up to the code.');
