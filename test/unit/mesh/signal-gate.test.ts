// What comes through from the rendezvous: sealed with the team's key, in the right shape, and about an
// attempt that still lives.

import { beforeEach, describe, expect, test } from 'vitest';

import type { Peer } from '../../../src/mesh/peer.ts';
import { seal } from '../../../src/mesh/seal.ts';
import { isLaterSession, nextSession, type SignalBody, writeSignal } from '../../../src/mesh/signal.ts';
import { SignalGate } from '../../../src/mesh/signal-gate.ts';

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

const OFFER: SignalBody = { kind: 'description', description: { type: 'offer', sdp: 'v=0' } };
const ANSWER: SignalBody = { kind: 'description', description: { type: 'answer', sdp: 'v=0' } };
const CANDIDATES: SignalBody = { kind: 'candidates', candidates: [{ candidate: 'candidate:1', sdpMid: '0' }] };
const OVER: SignalBody = { kind: 'over' };

/** The parts of an attempt that the gate reads. */
const attempt = (remote: string | null): Peer & { isClosed: boolean; repeats: number } => {
  const session = nextSession();
  const peer = {
    session,
    remote,
    isClosed: false,
    repeats: 0,
    repeat: () => (peer.repeats += 1),
    isAddressed: (signal: { to: string | null; session: string }) =>
      (signal.to === null || signal.to === session) && (remote === null || remote === signal.session),
    isOutdatedBy: (signal: { session: string }) => remote !== null && isLaterSession(signal.session, remote),
    close: () => (peer.isClosed = true),
  };
  return peer as unknown as Peer & { isClosed: boolean; repeats: number };
};

let key: CryptoKey;
let peers: Map<string, Peer>;
let shunned: Set<string>;
let parted: { readonly peer: Peer; readonly isLeaving: boolean }[];
let gate: SignalGate;

beforeEach(async () => {
  key = await newKey();
  peers = new Map();
  shunned = new Set();
  parted = [];
  gate = new SignalGate({
    key,
    ownId: 'me',
    peerOf: (remote) => peers.get(remote) ?? null,
    isShunned: (remote) => shunned.has(remote),
    isSought: (remote) => remote !== 'unsought',
    isWelcome: (remote) => remote !== 'unsought',
    parted: (peer, isLeaving) => parted.push({ peer, isLeaving }),
  });
});

const admits = async (content: unknown): Promise<boolean> =>
  gate.admits(await seal(content as Parameters<typeof seal>[0], key));
const signalOf = (session: string, to: string | null, body: SignalBody): unknown => ({
  type: 'signal',
  from: 'other',
  to: 'me',
  token: 1.5,
  signal: writeSignal(session, to, body),
});

describe('[W8] the gate before y-webrtc', () => {
  test('lets an announcement and an offer in', async () => {
    expect(await admits({ type: 'announce', from: 'other' })).toBe(true);
    expect(await admits(signalOf(nextSession(), null, OFFER))).toBe(true);
  });

  test.each([
    ['no text', { type: 'announce', from: 'other' }],
    ['no base64', '*** not base64 ***'],
    ['garbage', 'AAAA'],
    ['nothing', ''],
    ['too much', 'A'.repeat(70_000)],
  ])('refuses %s', async (_, data) => {
    expect(await gate.admits(data)).toBe(false);
  });

  test('refuses what another key has sealed', async () => {
    expect(await gate.admits(await seal({ type: 'announce', from: 'other' }, await newKey()))).toBe(false);
  });

  test.each([
    ['no content', null],
    ['an unknown type', { type: 'hello', from: 'other' }],
    ['no sender', { type: 'announce' }],
    ['an endless sender', { type: 'announce', from: 'x'.repeat(1_000) }],
    ['its own echo', { type: 'announce', from: 'me' }],
    [
      'a signal to somebody else',
      { type: 'signal', from: 'other', to: 'third', signal: writeSignal(nextSession(), null, OFFER) },
    ],
    ['a signal without content', { type: 'signal', from: 'other', to: 'me' }],
    [
      'an answer that y-webrtc would trip over',
      { type: 'signal', from: 'other', to: 'me', signal: { type: 'answer', sdp: '' } },
    ],
    [
      'an SDP of 1 MB',
      signalOf(nextSession(), null, { kind: 'description', description: { type: 'offer', sdp: 'x'.repeat(30_000) } }),
    ],
  ])('refuses %s', async (_, content) => {
    expect(await admits(content)).toBe(false);
  });

  test('has an attempt speak again to one who announces itself', async () => {
    const [peer, third] = [attempt(null), attempt(null)];
    peers.set('other', peer).set('third', third);
    expect(await admits({ type: 'announce', from: 'other' })).toBe(true);
    expect([peer.repeats, third.repeats]).toEqual([1, 0]);
  });

  test('refuses one to whom this page does not connect', async () => {
    expect(await admits({ type: 'announce', from: 'unsought' })).toBe(false);
    const call = { type: 'signal', from: 'unsought', to: 'me', signal: writeSignal(nextSession(), null, OFFER) };
    expect(await admits(call)).toBe(false);
  });

  test('refuses one who misbehaved, for a time', async () => {
    shunned.add('other');
    expect(await admits({ type: 'announce', from: 'other' })).toBe(false);
  });
});

describe('attempts', () => {
  test('candidates come in after their offer, and those of nobody do not', async () => {
    const session = nextSession();
    expect(await admits(signalOf(session, null, CANDIDATES))).toBe(false);
    await admits(signalOf(session, null, OFFER));
    expect(await admits(signalOf(session, null, CANDIDATES))).toBe(true);
  });

  test('a call begins an attempt as an offer does', async () => {
    expect(await admits(signalOf(nextSession(), null, { kind: 'call' }))).toBe(true);
  });

  test('an answer to no attempt is refused', async () => {
    expect(await admits(signalOf(nextSession(), nextSession(), ANSWER))).toBe(false);
  });

  test('[W3] who begins anew ends the dead attempt here, and the new offer comes in', async () => {
    const old = attempt(nextSession());
    peers.set('other', old);
    expect(await admits(signalOf(nextSession(), null, OFFER))).toBe(true);
    expect(old.isClosed).toBe(true);
  });

  test('a signal of an earlier attempt changes nothing', async () => {
    const earlier = nextSession();
    const present = attempt(nextSession());
    peers.set('other', present);
    expect(await admits(signalOf(earlier, null, OFFER))).toBe(false);
    expect(present.isClosed).toBe(false);
  });

  test('a signal to an earlier attempt of ours is refused', async () => {
    peers.set('other', attempt(null));
    expect(await admits(signalOf(nextSession(), nextSession(), ANSWER))).toBe(false);
  });

  test('[W3] the other side says that it is over: so it is here', async () => {
    const remote = nextSession();
    const present = attempt(remote);
    peers.set('other', present);
    expect(await admits(signalOf(nextSession(), nextSession(), OVER))).toBe(false);
    expect(present.isClosed).toBe(false);
    expect(await admits(signalOf(remote, present.session, OVER))).toBe(false);
    expect(present.isClosed).toBe(true);
  });

  test('[ST7] a farewell ends the attempt that it is about, and y-webrtc does not hear of it', async () => {
    const present = attempt(nextSession());
    peers.set('other', present);
    expect(await admits({ type: 'farewell', from: 'third', isLeaving: true })).toBe(false);
    expect(parted).toEqual([]);
    expect(await admits({ type: 'farewell', from: 'other', isLeaving: true })).toBe(false);
    expect(parted).toEqual([{ peer: present, isLeaving: true }]);
  });
});
