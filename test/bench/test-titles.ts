// The tests that hold a rule, by the id in their titles: read from the tests, so that no table grows old.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { inRoot } from '../../tools/tree.mjs';

const TITLE = /['"`](\[[^\]]+\][^'"`\n]*)['"`]/g;

const testFiles = (): readonly string[] =>
  readdirSync(inRoot('test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|contract|lab)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Those whose title carries `[id]`, alone or with others: `[W2, W5]`. */
export const titlesWith = (id: string): readonly string[] =>
  testFiles()
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(TITLE)].map((match) => match[1] ?? ''))
    .filter((title) => (/^\[([^\]]+)\]/.exec(title)?.[1] ?? '').split(', ').includes(id));
