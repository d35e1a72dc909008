// What peers give each other beside the changes of the document: files, and what a newcomer needs first. Decides which
// neighbour a file is fetched from: each is asked in turn, in an order of chance, so that a team does not ask one of
// them for everything.

import type { SentFile } from '../domain/entry.ts';
import type { Bytes } from '../files/sent-file.ts';
import type { FileTraffic } from '../files/traffic.ts';
import type { FirstPart } from '../replica/first-part.ts';

export interface Gives {
  file(hash: string): Promise<Bytes | null>;
  /** Null where all of the document goes as well in any order. */
  first(): Promise<FirstPart | null>;
}

/** `told` hears how much is here. */
export type Fetching = readonly [file: SentFile, told: (receivedBytes: number) => void];

export const fetchFromAny = async (
  links: readonly { readonly files: FileTraffic }[],
  ...asked: Fetching
): Promise<Bytes | null> => {
  const inTurn = links.map((link) => ({ link, chance: Math.random() })).sort((a, b) => a.chance - b.chance);
  for (const { link } of inTurn) {
    const bytes = await link.files.fetch(...asked);
    if (bytes !== null) return bytes;
  }
  return null;
};
