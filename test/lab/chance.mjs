// @ts-check
// Chance that a seed repeats: numbers from 0 up to 1 (mulberry32).

/** @typedef {() => number} Chance */

/** @param {number} seed @returns {Chance} */
export const seeded = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A whole number, both ends included. @param {Chance} chance @param {number} least @param {number} most */
export const between = (chance, least, most) => least + Math.floor(chance() * (most - least + 1));

/** @template T @param {Chance} chance @param {readonly [T, ...T[]]} choices @returns {T} */
export const oneOf = (chance, choices) => choices[Math.floor(chance() * choices.length)] ?? choices[0];
