import { describe, expect, test } from 'vitest';

import { parseFrame } from '../../../src/rendezvous/frame.ts';

const BOUNDS = { topicLength: 8, topicsPerConnection: 2 };
const parse = (message: unknown): unknown => parseFrame(JSON.stringify(message), BOUNDS);

test('the four kinds of y-webrtc are understood', () => {
  expect(parse({ type: 'subscribe', topics: ['a', 'b'] })).toEqual({
    frame: { type: 'subscribe', topics: ['a', 'b'], perSecond: null },
  });
  expect(parse({ type: 'subscribe', topics: ['a'], perSecond: 400 })).toEqual({
    frame: { type: 'subscribe', topics: ['a'], perSecond: 400 },
  });
  expect(parse({ type: 'unsubscribe', topics: [] })).toEqual({ frame: { type: 'unsubscribe', topics: [] } });
  expect(parse({ type: 'publish', topic: 'a', data: { x: [1] }, extra: 1 })).toEqual({
    frame: { type: 'publish', topic: 'a', data: '{"x":[1]}' },
  });
  expect(parse({ type: 'ping' })).toEqual({ frame: { type: 'ping' } });
});

test('a kind of a later version does no harm', () => {
  expect(parse({ type: 'whisper', topic: 7 })).toEqual({ frame: { type: 'unknown' } });
});

describe('what is not understood is refused with a code', () => {
  test.each([
    ['no JSON', '{bad', 1007],
    ['nothing', '', 1007],
    ['a list', '[]', 1007],
    ['null', 'null', 1007],
    ['no type', '{}', 1007],
    ['a type that is no text', '{"type":{}}', 1007],
    ['no topics', '{"type":"subscribe"}', 1007],
    ['a topic that is no text', '{"type":"subscribe","topics":[1]}', 1007],
    ['an empty topic', '{"type":"subscribe","topics":[""]}', 1007],
    ['a topic too long', '{"type":"subscribe","topics":["123456789"]}', 1007],
    ['too many topics', '{"type":"subscribe","topics":["a","b","c"]}', 1008],
    ['a pace of nothing', '{"type":"subscribe","topics":["a"],"perSecond":0}', 1007],
    ['a pace that is no number', '{"type":"subscribe","topics":["a"],"perSecond":"1"}', 1007],
    ['a publish without a topic', '{"type":"publish","data":1}', 1007],
    [
      'data nested too deeply to be passed on',
      `{"type":"publish","topic":"a","data":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      1007,
    ],
  ])('%s', (_, text, code) => {
    expect(parseFrame(text, BOUNDS)).toEqual({ refusal: { code, reason: expect.any(String) } });
  });
});
