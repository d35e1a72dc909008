// docs/conventions.md says of each convention where it is and which test fails without it: both must be there.

import { describe, expect, test } from 'vitest';

import { sourceAt, sourcesBelow } from './support/source-files.ts';

const rows = sourceAt('docs/conventions.md')
  .text.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| convention '))
  .map((line) => line.slice(2, -2).split(' | '));

const paths = new Set(['.ts', '.svelte', '.css'].flatMap((end) => sourcesBelow('src', end).map(({ path }) => path)));
const tests = sourcesBelow('test', '.ts').filter(
  ({ path }) => path.endsWith('.test.ts') && !path.startsWith('test/conventions'),
);

describe('the table of conventions', () => {
  test('was read whole: each line says what, where and which test', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => row.length !== 3 || row.some((cell) => cell.trim() === ''))).toEqual([]);
  });

  test('names files that are there', () => {
    const named = rows.map(([, where = '']) => where.replaceAll('`', ''));
    expect(named.filter((path) => !paths.has(path))).toEqual([]);
  });

  test('names tests that are there', () => {
    const titles = rows.map(([, , title = '']) => title.trim());
    expect(titles.filter((title) => !tests.some(({ text }) => text.includes(title)))).toEqual([]);
  });
});
