// One act on many conversations: each an ordinary act with its ordinary entries, in short tasks with the way it has
// come. Keeps true: what is refused stops nothing, and is told with its reason; the undo takes back what was done.

import type { ConversationId } from '../domain/ids.ts';
import type { Refusal, Result } from '../engine/desk-types.ts';

/** One conversation's part: the act, and its way back, made before it is done. */
export interface BulkStep {
  readonly id: ConversationId;
  readonly act: () => Result;
  /** Asked for right after the act. */
  readonly wayBack: () => () => Result;
}

export interface BulkReport {
  readonly done: readonly ConversationId[];
  /** By reason, the most frequent first. */
  readonly refused: readonly { readonly reason: Refusal; readonly n: number }[];
  /** The steps that undo what was done. */
  readonly undo: readonly BulkStep[];
}

/** As long as a frame leaves room for. */
const SLICE_MS = 8;

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const counted = (refused: readonly Refusal[]): BulkReport['refused'] =>
  [...new Set(refused)]
    .map((reason) => ({ reason, n: refused.filter((each) => each === reason).length }))
    .sort((a, b) => b.n - a.n);

export class BulkRun {
  /** Null while nothing is under way. */
  progress: { readonly done: number; readonly total: number } | null = $state.raw(null);
  readonly #clock: { now(): number };

  constructor(clock: { now(): number } = performance) {
    this.#clock = clock;
  }

  async run(steps: readonly BulkStep[]): Promise<BulkReport> {
    const done: ConversationId[] = [];
    const refused: Refusal[] = [];
    const undo: BulkStep[] = [];
    this.progress = { done: 0, total: steps.length };
    let until = this.#clock.now() + SLICE_MS;
    for (const [at, { id, act, wayBack }] of steps.entries()) {
      const result = act();
      if (result.ok) {
        done.push(id);
        undo.push({ id, act: wayBack(), wayBack: () => act });
      } else refused.push(result.reason);
      if (this.#clock.now() < until) continue;
      this.progress = { done: at + 1, total: steps.length };
      await breath();
      until = this.#clock.now() + SLICE_MS;
    }
    this.progress = null;
    return { done, refused: counted(refused), undo };
  }
}
