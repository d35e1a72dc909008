// What every place for the bytes of files keeps to, whatever it is made of.

import { expect, test } from 'vitest';
import type { FileStore } from '../../src/files/file-store.ts';
import { hashOf, type Bytes } from '../../src/files/sent-file.ts';

export interface FileRig {
  /** Opens the place of this name anew; the same name finds what was kept there. */
  open(name: string): FileStore;
  readonly isLasting: boolean;
}

const bytesOf = (words: string): Bytes => new TextEncoder().encode(words);

export const fileContract = ({ open, isLasting }: FileRig): void => {
  let names = 0;
  const fresh = (): string => `contract ${(names += 1)} ${crypto.randomUUID()}`;

  test('[FI1] what is kept is there, once, whole, and counted', async () => {
    const store = open(fresh());
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const hash = await hashOf(bytes);
    expect(await store.read(hash)).toBeNull();
    expect(await store.keep(hash, bytes)).toBe(true);
    expect(await store.keep(hash, bytes)).toBe(true);
    expect(await store.read(hash)).toEqual(bytes);
    expect([...(await store.hashes())]).toEqual([hash]);
    expect(await store.usedBytes()).toBe(60_000);
    store.close();
  });

  test('[FI1] what was handed in or out can be changed without harm', async () => {
    const store = open(fresh());
    const bytes = bytesOf('as it was');
    const hash = await hashOf(bytes);
    await store.keep(hash, bytes);
    bytes.fill(0);
    (await store.read(hash))?.fill(1);
    expect(await store.read(hash)).toEqual(bytesOf('as it was'));
    store.close();
  });

  test('[FI2] whoever listens hears of each that is kept, until they stop', async () => {
    const store = open(fresh());
    const heard: string[] = [];
    const stop = store.onKept((hash) => heard.push(hash));
    const [one, two] = [await hashOf(bytesOf('one')), await hashOf(bytesOf('two'))];
    await store.keep(one, bytesOf('one'));
    stop();
    await store.keep(two, bytesOf('two'));
    expect(heard).toEqual([one]);
    store.close();
  });

  test('[CO9] what is erased is gone', async () => {
    const name = fresh();
    const store = open(name);
    const hash = await hashOf(bytesOf('gone'));
    await store.keep(hash, bytesOf('gone'));
    await store.erase();
    expect(await open(name).read(hash)).toBeNull();
  });

  test.runIf(isLasting)('[FI1] what was kept is there when the page comes back', async () => {
    const name = fresh();
    const hash = await hashOf(bytesOf('stays'));
    const first = open(name);
    await first.keep(hash, bytesOf('stays'));
    first.close();
    expect(await first.read(hash)).toBeNull();
    const second = open(name);
    expect(await second.read(hash)).toEqual(bytesOf('stays'));
    await second.erase();
  });
};
