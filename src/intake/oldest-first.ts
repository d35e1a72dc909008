// The order in which several files come in: those that say when they were written by that, the others behind them
// as they were handed in.

import { nextTask } from '../platform/next-task.ts';
import type { SourceFile, WayOf } from './file-ways.ts';
import type { ByteSource, Intake } from './intake.ts';

interface Placed {
  readonly file: SourceFile;
  readonly way: Intake<ByteSource> | null;
}

/** Looks between which the browser gets a turn. */
const LOOKS_A_TURN = 20;

export const inOrder = async (files: readonly SourceFile[], wayOf: WayOf): Promise<readonly Placed[]> => {
  const placed: (Placed & { readonly at: number })[] = [];
  for (const file of files) {
    const way = wayOf(file);
    const at = files.length === 1 ? null : await way?.writtenAt?.(file);
    placed.push({ file, way, at: at ?? Number.POSITIVE_INFINITY });
    if (placed.length % LOOKS_A_TURN === 0) await nextTask();
  }
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
};
