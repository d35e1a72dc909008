import { expect, test } from 'vitest';

import { Topics } from '../../../src/rendezvous/topics.ts';

test('a topic reaches those who listen to it and nobody else', () => {
  const topics = new Topics<string>(3);
  topics.subscribe('a', 'tea');
  topics.subscribe('b', 'tea');
  topics.subscribe('c', 'milk');
  topics.unsubscribe('b', 'tea');
  expect(topics.listeners('tea')).toEqual(['a']);
  expect(topics.listeners('none')).toEqual([]);
});

test('a listener has no more topics than allowed, and the same one again costs nothing', () => {
  const topics = new Topics<string>(2);
  expect(['one', 'two', 'one', 'three'].map((topic) => topics.subscribe('a', topic))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  topics.unsubscribe('a', 'one');
  expect(topics.subscribe('a', 'three')).toBe(true);
});

test('nothing is left of a listener who leaves', () => {
  const topics = new Topics<string>(3);
  topics.subscribe('a', 'one');
  topics.subscribe('a', 'two');
  topics.subscribe('b', 'two');
  topics.leave('a');
  expect(topics.size).toBe(1);
  expect(topics.listeners('two')).toEqual(['b']);
  topics.leave('b');
  expect(topics.size).toBe(0);
});
