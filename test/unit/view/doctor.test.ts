// The connection doctor: readings in, steps in words out.

import { describe, expect, test } from 'vitest';
import type { MeshRefusal, RefusedReason } from '../../../src/engine/ports.ts';
import { asDeviceId } from '../../../src/domain/ids.ts';
import { diagnose } from '../../../src/view/doctor.ts';
import { reportOf } from '../../../src/view/doctor-report.ts';
import type { BrowserReadings, DoctorReadings, Step, StepState } from '../../../src/view/doctor-types.ts';
import { formatBytes } from '../../../src/view/doctor-words.ts';
import { meshOf, peerOf, readingsOf } from '../../support/doctor-readings.ts';

const stepOf = (id: Step['id'], more: Partial<DoctorReadings> = {}): Step => {
  const step = diagnose(readingsOf(more)).steps.find((each) => each.id === id);
  if (step === undefined) throw new Error(`There is no step ${id}.`);
  return step;
};

const browser = (more: Partial<BrowserReadings>): Partial<DoctorReadings> => ({
  browser: { ...readingsOf().browser, ...more },
});

const rendezvous = (...states: readonly boolean[]) =>
  states.map((isConnected, n) => ({ url: `ws://10.0.0.${n}:4173/rendezvous`, isConnected }));

const TURN = { url: 'turn:t.example:3478', username: 'team-login', credential: 'very-secret' };
const STUN = { url: 'stun:s.example', username: '', credential: '' };
const HOST = { type: 'host', protocol: 'udp' } as const;

test('a healthy desk has nothing in the way, and every step says so', () => {
  const told = diagnose(readingsOf());
  expect(told).toMatchObject({ state: 'ok', summary: 'Nothing stands in the way.', seen: 'You see 1 of 2 teammates.' });
  expect(told.steps.map(({ id, state }) => `${id} ${state}`)).toEqual(
    ['secure', 'webrtc', 'network', 'rendezvous', 'local', 'paths', 'team'].map((id) => `${id} ok`),
  );
  expect(told.steps.filter(({ todo }) => todo !== null)).toEqual([]);
  expect(told.notInReach).toBe('Not in reach: Priya');
});

describe('a step', () => {
  const cases: readonly (readonly [string, Step['id'], Partial<DoctorReadings>, StepState])[] = [
    ['an insecure page', 'secure', browser({ isSecureContext: false }), 'fail'],
    ['no WebRTC', 'webrtc', browser({ hasWebrtc: false }), 'fail'],
    ['no network', 'network', browser({ isOnline: false }), 'fail'],
    ['no meeting point at all', 'rendezvous', { mesh: meshOf({ rendezvous: [] }) }, 'fail'],
    ['none that answers', 'rendezvous', { mesh: meshOf({ rendezvous: rendezvous(false), peers: [] }) }, 'fail'],
    ['none, but peers are connected', 'rendezvous', { mesh: meshOf({ rendezvous: rendezvous(false) }) }, 'warn'],
    ['one of two that answers', 'rendezvous', { mesh: meshOf({ rendezvous: rendezvous(false, true) }) }, 'ok'],
    ['a refused permission', 'local', browser({ localNetwork: 'denied' }), 'fail'],
    ['a refused one that is not needed', 'local', browser({ localNetwork: 'denied', isLoopback: true }), 'ok'],
    ['a browser without it', 'local', browser({ localNetwork: 'unknown' }), 'unknown'],
    ['one not asked, while connected', 'local', browser({ localNetwork: 'prompt' }), 'unknown'],
    ['one not asked', 'local', { ...browser({ localNetwork: 'prompt' }), mesh: meshOf({ peers: [] }) }, 'warn'],
    ['a look that is under way', 'paths', { paths: null }, 'unknown'],
    ['no way at all', 'paths', { paths: [] }, 'fail'],
    ['TURN servers that give no relay', 'paths', { servers: [TURN] }, 'warn'],
    ['TURN that does', 'paths', { servers: [TURN], paths: [HOST, { type: 'relay', protocol: 'udp' }] }, 'ok'],
    ['STUN servers that do not answer', 'paths', { servers: [STUN] }, 'warn'],
    ['STUN that does', 'paths', { servers: [STUN], paths: [HOST, { type: 'srflx', protocol: 'udp' }] }, 'ok'],
    ['nobody in reach', 'team', { mesh: meshOf({ peers: [] }) }, 'warn'],
    ['nobody in the team', 'team', { mesh: meshOf({ peers: [] }), reach: { reachable: 0, teammates: 0 } }, 'unknown'],
    ['tries alone', 'team', { mesh: meshOf({ peers: [peerOf({ state: 'connecting' })] }) }, 'warn'],
  ];

  test.each(cases)('of %s: %s', (_what, id, more, state) => {
    const step = stepOf(id, more);
    expect(step.state).toBe(state);
    // What fails or is worth a look says what to do, and nothing else does.
    expect(step.todo !== null).toBe(state === 'fail' || state === 'warn');
  });

  test('of the meeting point names each address, without what may be a secret in it', () => {
    const urls = ['ws://10.0.0.1/rendezvous?token=abc', 'wss://b.example/rendezvous'];
    const step = stepOf('rendezvous', {
      mesh: meshOf({ rendezvous: urls.map((url, n) => ({ url, isConnected: n > 0 })) }),
    });
    expect(step.lines).toEqual([
      { isOk: false, label: 'ws://10.0.0.1/rendezvous', text: 'no answer' },
      { isOk: true, label: 'wss://b.example/rendezvous', text: 'connected' },
    ]);
  });

  test('of a ws address on a page by https says that the browser forbids it', () => {
    const mesh = meshOf({ rendezvous: rendezvous(false), peers: [] });
    expect(stepOf('rendezvous', { ...browser({ isHttps: true }), mesh }).todo).toMatch(/^A page opened by https/u);
    expect(stepOf('rendezvous', { mesh }).todo).toMatch(/^See that the computer/u);
  });

  test('that fails counts before one that is worth a look', () => {
    const told = diagnose(readingsOf({ ...browser({ isOnline: false }), mesh: meshOf({ peers: [] }), paths: [] }));
    expect(told).toMatchObject({ state: 'fail', summary: '2 things stand in the way.' });
    expect(diagnose(readingsOf({ paths: [], servers: [] })).summary).toBe('1 thing stands in the way.');
    expect(diagnose(readingsOf({ servers: [STUN] })).summary).toBe('1 thing is worth a look.');
  });
});

describe('a device', () => {
  test('is named with its path, its times and its bytes', () => {
    expect(diagnose(readingsOf()).devices).toEqual([
      expect.objectContaining({
        name: 'Jonas',
        path: 'direct',
        roundTrip: '12 ms',
        heard: '1 sec ago',
        received: '1.2 MB',
        sent: '640 B',
        pending: 'nothing',
        sync: 'synced',
      }),
    ]);
  });

  test('that is still being tried, never named itself or is mine says so', () => {
    const mine = { id: 'hana', name: 'Hana', status: 'ready', isMe: true } as const;
    const peers = [
      peerOf({ state: 'connecting', device: null }),
      peerOf({ path: 'relayed', isSynced: false, pendingBytes: 9_400 }),
    ];
    const [first, second] = diagnose(readingsOf({ mesh: meshOf({ peers }), ownerOf: () => mine })).devices;
    expect(first).toMatchObject({
      name: 'A device that has not said who it is',
      isConnected: false,
      path: 'connecting',
    });
    expect(second).toMatchObject({ name: 'Your other device', path: 'relayed', pending: '9.4 kB', sync: 'exchanging' });
  });

  test('reached only through others is counted', () => {
    expect(diagnose(readingsOf()).through).toBe('');
    expect(diagnose(readingsOf({ mesh: meshOf({ reachableThrough: 7 }) })).through).toMatch(/^7 devices are reached/u);
  });

  test('that misbehaved is named with the reason and when it is let in again', () => {
    const reasons: readonly RefusedReason[] = [
      'unreadable',
      'tooLarge',
      'tooMany',
      'harmfulChange',
      'noAnswer',
      'manyNames',
    ];
    const refused: readonly MeshRefusal[] = [
      ...reasons.map((reason) => ({ device: asDeviceId('jonas-laptop'), reason, count: 3, backInMs: 40_000 })),
      { device: null, reason: 'newerVersion', count: 1, backInMs: null },
    ];
    const told = diagnose(readingsOf({ mesh: meshOf({ refused }) })).refused;
    expect(told[2]).toEqual({
      name: 'Jonas',
      why: 'sent more messages than any desk has to send',
      count: '3 times',
      until: 'let in again in 40 s',
    });
    expect(new Set(told.map(({ why }) => why)).size).toBe(7);
    expect(told[6]).toMatchObject({ name: 'A device that has not said who it is', until: 'not cut off' });
  });
});

test('bytes are short', () => {
  expect([0, 999, 1000, 9_940, 10_400, 52_000_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '9.9 kB',
    '10 kB',
    '52 MB',
  ]);
});

test('the report says all of it as text, and no login, key or query of an address', () => {
  const mesh = meshOf({
    rendezvous: [{ url: 'ws://10.0.0.1/rendezvous?token=abc', isConnected: true }],
    refused: [{ device: null, reason: 'tooMany', count: 2, backInMs: 5_000 }],
  });
  const report = reportOf(readingsOf({ mesh, servers: [TURN, STUN] }), 'Thursday 19 November 14:31');
  expect(report.split('\n').slice(0, 8)).toEqual([
    'Deskmesh connection report, Thursday 19 November 14:31',
    'You see 1 of 2 teammates. 1 thing is worth a look.',
    'Browser: Test browser 1',
    'STUN and TURN servers: turn:t.example:3478 with a login, stun:s.example',
    '',
    'Step by step',
    'Secure page: works',
    '  The browser gives this page encryption and storage.',
  ]);
  expect(report).toContain('- Jonas: direct, 12 ms, heard 1 sec ago\n  1.2 MB in, 640 B out, nothing to send, synced');
  expect(report).toContain('- A device that has not said who it is: sent more messages');
  expect(report).not.toMatch(/team-login|very-secret|token|abc/u);
  expect(report).not.toMatch(/\{\w+\}|undefined/u);
});
