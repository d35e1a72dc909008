// From a message to frames on a channel and back, and what the gate in between refuses.

import { describe, expect, test } from 'vitest';

import {
  beatFrame,
  firstFrame,
  FRAGMENT_BYTES,
  MAX_BEAT_BYTES,
  MAX_MESSAGE_BYTES,
  moreFrame,
  parseFrame,
  wholeFrame,
} from '../../../src/mesh/frame.ts';
import { Inbox } from '../../../src/mesh/inbox.ts';
import { Malformed } from '../../../src/mesh/malformed.ts';
import { type ByteChannel, Outbox } from '../../../src/mesh/outbox.ts';

/** A channel whose network takes nothing until it is told to. */
class SlowChannel implements ByteChannel {
  readonly frames: Uint8Array[] = [];
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  onbufferedamountlow: ((event: Event) => void) | null = null;
  isClosed = false;

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.isClosed) throw new Error('closed');
    this.frames.push(bytes);
    this.bufferedAmount += bytes.length;
  }

  drain(): void {
    this.bufferedAmount = 0;
    this.onbufferedamountlow?.(new Event('bufferedamountlow'));
  }
}

const bytesOf = (length: number, seed = 1): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >> 8) + seed) & 0xff;
  return bytes;
};

/** Quick to compare, where element by element takes half a minute. */
const hex = (messages: readonly Uint8Array[]): string[] => messages.map((bytes) => Buffer.from(bytes).toString('hex'));

const receive = (frames: readonly Uint8Array[]): Uint8Array[] => {
  const inbox = new Inbox();
  return frames.flatMap((bytes) => {
    const frame = parseFrame(bytes);
    return 'bytes' in frame && frame.kind !== 'file' ? (inbox.accept(frame) ?? []) : [];
  });
};

describe('messages of any size', () => {
  test.each([1, 100, FRAGMENT_BYTES, FRAGMENT_BYTES + 1, 270_000, 5_000_000])(
    '[W1] %i bytes arrive as they were',
    (size) => {
      const channel = new SlowChannel();
      const outbox = new Outbox(channel, () => undefined);
      outbox.post(bytesOf(size));
      outbox.post(bytesOf(10, 7));
      while (outbox.queuedBytes > 0) channel.drain();
      expect(hex(receive(channel.frames)).join() === hex([bytesOf(size), bytesOf(10, 7)]).join()).toBe(true);
    },
  );

  test('no frame is larger than a fragment and its head', () => {
    const channel = new SlowChannel();
    new Outbox(channel, () => undefined).post(bytesOf(900_000));
    expect(Math.max(...channel.frames.map((frame) => frame.length))).toBeLessThanOrEqual(FRAGMENT_BYTES + 5);
  });

  test('the channel is given 1 MiB ahead and no more, and the poster is told when there is room', () => {
    const channel = new SlowChannel();
    let rooms = 0;
    const outbox = new Outbox(channel, () => (rooms += 1));
    outbox.post(bytesOf(20_000_000));
    expect(channel.bufferedAmount).toBeLessThan(1024 * 1024 + FRAGMENT_BYTES + 8);
    expect(outbox.queuedBytes).toBeGreaterThanOrEqual(20_000_000);
    channel.drain();
    expect(rooms).toBe(1);
    expect(channel.bufferedAmount).toBeGreaterThan(900_000);
  });

  test('a beat passes a large message at its next fragment', () => {
    const channel = new SlowChannel();
    const outbox = new Outbox(channel, () => undefined);
    outbox.post(bytesOf(5_000_000));
    const before = channel.frames.length;
    outbox.postFrame(beatFrame('{}'));
    channel.drain();
    expect(parseFrame(channel.frames[before] ?? new Uint8Array()).kind).toBe('beat');
    while (outbox.queuedBytes > 0) channel.drain();
    expect(hex(receive(channel.frames)).join() === hex([bytesOf(5_000_000)]).join()).toBe(true);
  });

  test('a channel that closes takes what was queued with it, and throws at nobody', () => {
    const channel = new SlowChannel();
    const outbox = new Outbox(channel, () => undefined);
    channel.isClosed = true;
    outbox.post(bytesOf(500_000));
    expect(outbox.queuedBytes).toBe(0);
  });
});

describe('[W8] what no peer of ours sends', () => {
  const first = (total: number, length: number): Uint8Array => firstFrame(total, bytesOf(length));
  const cases: readonly (readonly [string, readonly Uint8Array[]])[] = [
    ['nothing at all', [new Uint8Array()]],
    ['an unknown kind', [Uint8Array.of(99, 1, 2)]],
    ['an empty message', [Uint8Array.of(1)]],
    ['a first part without length', [Uint8Array.of(2, 0, 0)]],
    ['300 MB announced', [first(300_000_000, 10)]],
    ['a byte more than the most', [first(MAX_MESSAGE_BYTES + 1, 10)]],
    ['nothing announced', [first(0, 10)]],
    ['a part of no message', [moreFrame(bytesOf(5))]],
    ['more than announced', [first(12, 10), moreFrame(bytesOf(5))]],
    ['a second beginning', [first(100, 10), first(100, 10)]],
    ['a frame above a fragment', [wholeFrame(bytesOf(FRAGMENT_BYTES + 5))]],
    ['a beat that is no text', [Uint8Array.of(4, 0xff, 0xfe)]],
    ['a beat above the most', [beatFrame('x'.repeat(MAX_BEAT_BYTES + 1))]],
    ['an echo cut short', [Uint8Array.of(5, 1)]],
    ['a parting cut short', [Uint8Array.of(6)]],
  ];

  test.each(cases)('%s is refused', (_, frames) => {
    expect(() => receive(frames)).toThrow(Malformed);
  });

  test('a frame of a later version is passed over', () => {
    expect(parseFrame(Uint8Array.of(0x41, 1, 2, 3))).toEqual({ kind: 'later' });
  });

  test('random bytes are refused or read, and nothing else is thrown', () => {
    let refused = 0;
    for (let round = 0; round < 20_000; round += 1) {
      try {
        receive([crypto.getRandomValues(new Uint8Array(round % 40))]);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(15_000);
  });
});
