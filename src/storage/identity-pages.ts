// What this device needs to enter a team, in one small file with two pages that are written in turn: the one
// that is being written when the power goes was the older. Decides which page stands: the one with the right
// checksum and the higher number.

import { soundPart, withChecksum } from './checksum.ts';

const PAGE_BYTES = 64 * 1024;
const LENGTH_BYTES = 4;
const NUMBER_BYTES = 4;

interface Page {
  readonly number: number;
  readonly identity: Uint8Array;
}

interface PageFile {
  read(into: Uint8Array, where: { readonly at: number }): number;
  write(bytes: Uint8Array, where: { readonly at: number }): number;
  getSize(): number;
  flush(): void;
  close(): void;
}

const pageAt = (file: Uint8Array, at: number): Page | null => {
  const page = file.subarray(at, at + PAGE_BYTES);
  if (page.length < LENGTH_BYTES) return null;
  const length = new DataView(page.buffer, page.byteOffset).getUint32(0, true);
  if (length > page.length - LENGTH_BYTES) return null;
  const sound = soundPart(page.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  if (sound === null || sound.length < NUMBER_BYTES) return null;
  const number = new DataView(sound.buffer, sound.byteOffset).getUint32(0, true);
  return { number, identity: sound.subarray(NUMBER_BYTES) };
};

/** Null where neither is to be believed. */
export const standingPage = (file: Uint8Array): Page | null => {
  const pages = [pageAt(file, 0), pageAt(file, PAGE_BYTES)].filter((page) => page !== null);
  return pages.toSorted((a, b) => b.number - a.number)[0] ?? null;
};

/** The bytes of a page; null where it is too large for one. */
export const pageOf = ({ number, identity }: Page): Uint8Array | null => {
  const numbered = new Uint8Array(NUMBER_BYTES + identity.length);
  new DataView(numbered.buffer).setUint32(0, number, true);
  numbered.set(identity, NUMBER_BYTES);
  const record = withChecksum(numbered);
  const page = new Uint8Array(LENGTH_BYTES + record.length);
  if (page.length > PAGE_BYTES) return null;
  new DataView(page.buffer).setUint32(0, record.length, true);
  page.set(record, LENGTH_BYTES);
  return page;
};

/** Where that page stands. */
export const placeOf = (number: number): number => (number % 2) * PAGE_BYTES;

export class IdentityPages {
  readonly #file: PageFile;
  #number: number;

  constructor(file: PageFile) {
    this.#file = file;
    const bytes = new Uint8Array(Math.min(file.getSize(), 2 * PAGE_BYTES));
    file.read(bytes, { at: 0 });
    this.#number = standingPage(bytes)?.number ?? 0;
  }

  write(identity: Uint8Array): void {
    const number = this.#number + 1;
    const page = pageOf({ number, identity });
    if (page === null) return;
    this.#file.write(page, { at: placeOf(number) });
    this.#file.flush();
    this.#number = number;
  }

  close(): void {
    this.#file.close();
  }
}
