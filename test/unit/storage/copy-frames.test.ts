// The second copy's file, byte by byte: what was appended is read, and damage costs what was damaged.

import { describe, expect, test } from 'vitest';
import {
  DIVIDER,
  framed,
  headOf,
  lastFrames,
  readFrames,
  wholeBytesOf,
  type Frame,
} from '../../../src/storage/copy-frames.ts';
import { pageOf, placeOf, standingPage } from '../../../src/storage/identity-pages.ts';

const frame = (kind: Frame['kind'], ...bytes: number[]): Frame => ({ kind, bytes: Uint8Array.from(bytes) });
const FRAMES = [frame('update', 1, 2, 3), frame('state', 4), frame('update'), frame('update', 5, 6)];

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const file = joined(headOf(0), framed(FRAMES));

describe('[OF2] a file of the second copy', () => {
  test('gives back what was appended, from the front and from the end', () => {
    expect(readFrames(file)).toEqual(FRAMES);
    expect(lastFrames(file)).toEqual(FRAMES.toReversed());
    expect(lastFrames(file.subarray(30))).toEqual(FRAMES.slice(1).toReversed());
  });

  test('says up to where it holds a whole document', () => {
    expect([wholeBytesOf(headOf(0)), wholeBytesOf(headOf(6e9)), wholeBytesOf(file)]).toEqual([0, 6e9, 0]);
    expect(wholeBytesOf(Uint8Array.from({ length: 40 }, () => 1))).toBeNull();
    expect(wholeBytesOf(new Uint8Array())).toBeNull();
  });

  test('loses with a flipped bit the frame that it is in, and no other', () => {
    const starts = [16, 16 + 20, 16 + 20 + 18, 16 + 20 + 18 + 17];
    for (let at = 16; at < file.length; at += 1) {
      const hit = starts.findLastIndex((start) => start <= at);
      const damaged = file.map((byte, index) => (index === at ? byte ^ 4 : byte));
      expect(readFrames(damaged), `byte ${at}`).toEqual(FRAMES.filter((_, index) => index !== hit));
    }
  });

  test('cut anywhere has the whole frames before the cut, also once more was appended', () => {
    for (let cut = 16; cut < file.length; cut += 1) {
      const torn = file.subarray(0, cut);
      const whole = readFrames(torn);
      expect(whole).toEqual(FRAMES.slice(0, whole.length));
      expect(readFrames(joined(torn, DIVIDER, framed([frame('update', 9)]))).at(-1)).toEqual(frame('update', 9));
    }
  });

  test('reads whatever it is given without an end or a throw', () => {
    for (const bytes of [[], [1], Array.from({ length: 400 }, () => 255), Array.from({ length: 400 }, () => 0)]) {
      expect(readFrames(Uint8Array.from(bytes))).toEqual([]);
      expect(lastFrames(Uint8Array.from(bytes))).toEqual([]);
    }
  });
});

describe('[OF2] the pages of who this device is', () => {
  const written = (numbers: readonly number[]): Uint8Array => {
    const bytes = new Uint8Array(2 * placeOf(1));
    for (const number of numbers) {
      const page = pageOf({ number, identity: Uint8Array.from([number]) });
      if (page !== null) bytes.set(page, placeOf(number));
    }
    return bytes;
  };

  test('the later one stands; torn while it is written, the earlier one does', () => {
    expect(standingPage(written([1, 2]))?.identity).toEqual(Uint8Array.from([2]));
    expect(standingPage(written([3, 2]))?.identity).toEqual(Uint8Array.from([3]));
    const torn = written([2, 3]).map((byte, at) => (at === placeOf(3) + 9 ? byte ^ 1 : byte));
    expect(standingPage(torn)?.identity).toEqual(Uint8Array.from([2]));
  });

  test('none stands where there is none, and one that is too large is not written', () => {
    expect([standingPage(new Uint8Array()), standingPage(new Uint8Array(200_000))]).toEqual([null, null]);
    expect(pageOf({ number: 1, identity: new Uint8Array(70_000) })).toBeNull();
  });
});
