// docs/spec.md and the titles of the tests hold each other: every rule has a test that names it, and every
// id in a title is a rule.

import { expect, test } from 'vitest';

import { sourceAt, sourcesBelow } from './support/source-files.ts';

/** Rules whose part has not come yet. A rule that a test names must leave this list. */
const PENDING: readonly string[] = ['CO10'];

const rules = [...sourceAt('docs/spec.md').text.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map((match) => match[1] ?? '');

const IDS = /['"`]((?:\[[A-Z]{2}\d+(?:, [A-Z]{2}\d+)*\] ?)+)/g;
const tests = sourcesBelow('test', '.ts').filter((file) => /\.(test|spec)\.ts$|\.contract\.ts$/.test(file.path));
const named = tests.flatMap((file) =>
  [...file.text.matchAll(IDS)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/[A-Z]{2}\d+/g)].map(([id]) => ({ id, path: file.path })),
  ),
);

test('the specification was read, and no id stands there twice', () => {
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
});

test('every rule is named by a test, or its part has not come yet', () => {
  const ids = new Set(named.map(({ id }) => id));
  expect(rules.filter((id) => !ids.has(id) && !PENDING.includes(id))).toEqual([]);
});

test('every id that a test names is a rule', () => {
  expect(named.filter(({ id }) => !rules.includes(id)).map(({ id, path }) => `${path}: ${id}`)).toEqual([]);
});

test('the list of rules that have not come yet only shrinks', () => {
  const ids = new Set(named.map(({ id }) => id));
  expect(PENDING.filter((id) => ids.has(id) || !rules.includes(id))).toEqual([]);
});
