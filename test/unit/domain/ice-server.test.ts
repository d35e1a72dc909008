// What counts as a STUN or TURN server, and what becomes of a settings entry that holds something else.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isIceServers,
  MAX_ICE_LOGIN,
  tidiedIceServer,
  whyNotAdded,
  whyNotIceServer,
  type IceServer,
} from '../../../src/domain/ice-server.ts';
import { asAgentId, asDeviceId, asEntryId, type WallMs } from '../../../src/domain/ids.ts';
import { DEFAULT_SETTINGS, hasSetIceServers } from '../../../src/domain/settings.ts';
import { TeamFold } from '../../../src/domain/team-fold.ts';
import { parseEntry } from '../../../src/replica/wire.ts';

const stun = (url: string): IceServer => ({ url, username: '', credential: '' });
const turn = (url: string, username = 'u', credential = 'c'): IceServer => ({ url, username, credential });

describe('a server', () => {
  test.each(['stun:stun.example', 'stuns:a.b.example:5349', 'STUN:10.0.0.7:3478', 'stun:[2001:db8::1]:1'])(
    'may be %s',
    (url) => expect(whyNotIceServer(stun(url))).toBeNull(),
  );

  test.each(['turn:t.example', 'turns:t.example:443?transport=tcp', 'turn:[::1]:3478?transport=udp'])(
    'may be %s, with a login',
    (url) => expect(whyNotIceServer(turn(url))).toBeNull(),
  );

  test.each([
    ['', 'serverEmpty'],
    ['http://stun.example', 'serverKind'],
    ['stun.example:3478', 'serverKind'],
    ['stun:', 'serverAddress'],
    ['stun://stun.example', 'serverAddress'],
    ['stun:two words', 'serverAddress'],
    ['stun:a..b', 'serverAddress'],
    ['stun:-a', 'serverAddress'],
    ['stun:me@stun.example', 'serverAddress'],
    ['stun:a.example\nstun:b.example', 'serverAddress'],
    ['stun:a:0', 'serverPort'],
    ['stun:a:65536', 'serverPort'],
    ['stun:a:', 'serverPort'],
    ['stun:a?transport=udp', 'serverTransport'],
    [`stun:${'x'.repeat(200)}`, 'serverTooLong'],
  ])('is not %j: %s', (url, reason) => expect(whyNotIceServer(stun(url))).toBe(reason));

  test('of TURN needs a login, one of STUN takes none, and a login has an end', () => {
    expect(whyNotIceServer(stun('turn:t.example'))).toBe('serverNeedsLogin');
    expect(whyNotIceServer(turn('turn:t.example', 'u', ''))).toBe('serverNeedsLogin');
    expect(whyNotIceServer(turn('stun:s.example'))).toBe('serverTakesNoLogin');
    expect(whyNotIceServer(turn('turn:t.example', 'x'.repeat(MAX_ICE_LOGIN)))).toBeNull();
    expect(whyNotIceServer(turn('turn:t.example', 'x'.repeat(MAX_ICE_LOGIN + 1)))).toBe('serverLoginTooLong');
    expect(whyNotIceServer(turn('turn:t.example', 'u', '偉'.repeat(MAX_ICE_LOGIN)))).toBe('serverLoginTooLong');
    expect(whyNotIceServer(turn('turn:t.example?transport=sctp'))).toBe('serverTransport');
    expect(whyNotIceServer(turn('turn:t.example?transport=udp?transport=udp'))).toBe('serverTransport');
  });

  test('is added once, and eight are enough', () => {
    const eight = Array.from({ length: 8 }, (_, n) => stun(`stun:${n}.example`));
    expect(whyNotAdded(eight.slice(1), stun('stun:0.example'))).toBeNull();
    expect(whyNotAdded(eight, stun('stun:9.example'))).toBe('serversTooMany');
    expect(whyNotAdded(eight, stun('stun:3.example'))).toBe('serverTwice');
    expect(tidiedIceServer(turn(' TURN:T.Example ', ' u', 'C '))).toEqual(turn('turn:t.example', 'u', 'C'));
  });

  test('is never anything else, and nothing throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => !isIceServers(value) || Array.isArray(value)));
    expect(isIceServers([stun('stun:a')])).toBe(true);
    for (const value of [null, {}, [null], ['stun:a'], [{ url: 'stun:a' }], [{ ...stun('stun:a'), username: 1 }]]) {
      expect(isIceServers(value)).toBe(false);
    }
    expect(isIceServers(Array.from({ length: 9 }, () => stun('stun:a')))).toBe(false);
  });
});

describe('[CO7] the servers in a settings entry', () => {
  const device = asDeviceId('d1');
  const wire = (iceServers: unknown, lamport = 1, more: object = {}): unknown => {
    return { k: 'settings', i: `e${lamport}`, a: 'hana', l: lamport, t: 1000, p: { iceServers, ...more } };
  };
  const fold = (...wires: readonly unknown[]): TeamFold => {
    const team = new TeamFold();
    for (const each of wires) {
      const parsed = parseEntry(each, device);
      if (parsed.ok) team.apply([parsed.entry]);
    }
    return team;
  };

  test('[CO7] nonsense is skipped whole, and what stood before stands', () => {
    const odd = [1, 'stun:a', {}, [7], [stun('http://a')], Array.from({ length: 9 }, (_, n) => stun(`stun:${n}`))];
    for (const value of odd) {
      expect(parseEntry(wire(value), device)).toMatchObject({ ok: false, reason: 'settings.patch' });
      const team = fold(wire([stun('stun:a')]), wire(value, 2, { capacity: 9 }));
      expect(team.settings).toEqual({ ...DEFAULT_SETTINGS, iceServers: [stun('stun:a')] });
    }
  });

  test('[CO7] none by default; the last list stands, and one of none is told from none set', () => {
    expect(hasSetIceServers(fold().settings)).toBe(false);
    expect(fold().settings.iceServers).toEqual([]);
    const emptied = fold(wire([], 2), wire([turn('turn:t')], 1));
    expect(emptied.settings.iceServers).toEqual([]);
    expect(hasSetIceServers(emptied.settings)).toBe(true);
    const kept = new TeamFold();
    const at = 1 as WallMs;
    const by = { agent: asAgentId('a'), device, at };
    kept.apply([{ kind: 'settings', id: asEntryId('x'), lamport: 1, ...by, patch: { capacity: 3 } }]);
    expect(hasSetIceServers(kept.settings)).toBe(false);
  });
});
