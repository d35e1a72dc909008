// What a knock costs: a number found by trial, so that its hash begins with so many zero bits. Checked with
// one hash; found with 2^bits of them. Little for a person (about 20 ms), and it rises with what comes in.

import { digest } from 'lib0/hash/sha256';

export const LEAST_BITS = 12;
/** A million hashes: some seconds on a phone. More is asked of nobody, whoever asks. */
export const MOST_BITS = 20;
const TRIES_A_SLICE = 2_000;

const hashOf = (text: string): Uint8Array => digest(new TextEncoder().encode(text));

const zeroBits = (hash: Uint8Array): number => {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
};

export const isPaid = (subject: string, nonce: number, bits: number): boolean =>
  zeroBits(hashOf(`${subject}.${nonce}`)) >= bits;

/** `pause` gives the page a turn now and then, so that it answers meanwhile. */
export const pay = async (subject: string, bits: number, pause: () => Promise<void>): Promise<number> => {
  const asked = Math.min(bits, MOST_BITS);
  for (let nonce = 0; ; nonce += 1) {
    if (isPaid(subject, nonce, asked)) return nonce;
    if (nonce % TRIES_A_SLICE === TRIES_A_SLICE - 1) await pause();
  }
};
