// The real dialogues beside the repository, where this machine has them.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface RealDialogue {
  readonly id: string;
  readonly turns: readonly { readonly from: 'customer' | 'agent'; readonly text: string }[];
}

const FILE = fileURLToPath(new URL('../../../shared/data/dialogues.jsonl', import.meta.url));

export const areDialoguesHere = existsSync(FILE);

/** So many, from all over the file, so that all its topics come. */
export const sampleOfDialogues = (count: number): readonly RealDialogue[] => {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  const step = Math.floor(lines.length / count);
  return Array.from({ length: count }, (_, index) => JSON.parse(lines[index * step] ?? '') as RealDialogue);
};
