// The free agents in the order of choice (AS3): fewest open, then the one whose last turn is longest
// ago, then id. A binary heap, because draining a long queue chooses and re-places thousands of
// times; each candidate knows its place in it.

import type { AgentId } from './ids.ts';
import type { Agent } from './team-state.ts';

export interface Candidate {
  readonly agent: Agent;
  open: number;
  offers: number;
  /** Rank of the last turn among the team; grows past all others with each assignment. */
  turn: number;
  /** Where it is in the heap, kept by the heap; below 0 while it is in none. */
  place: number;
}

/** Before it enters a heap. */
export const OUTSIDE = -1;

export const compareCandidates = (a: Candidate, b: Candidate): number =>
  a.open - b.open || a.turn - b.turn || compareIds(a.agent.id, b.agent.id);

const compareIds = (a: AgentId, b: AgentId): number => (a < b ? -1 : a > b ? 1 : 0);

export class CandidateHeap {
  readonly #heap: Candidate[] = [];

  get size(): number {
    return this.#heap.length;
  }

  best(): Candidate | undefined {
    return this.#heap[0];
  }

  /** The next after the best: one of its two children. */
  second(): Candidate | undefined {
    const [, left, right] = this.#heap;
    if (left === undefined || right === undefined) return left;
    return compareCandidates(left, right) <= 0 ? left : right;
  }

  /** In no particular order. */
  all(): readonly Candidate[] {
    return this.#heap;
  }

  push(candidate: Candidate): void {
    candidate.place = this.#heap.push(candidate) - 1;
    this.#rise(candidate.place);
  }

  remove(candidate: Candidate): void {
    const { place } = candidate;
    if (this.#heap[place] !== candidate) return;
    candidate.place = OUTSIDE;
    const last = this.#heap.pop();
    if (last === undefined || last === candidate) return;
    this.#heap[place] = last;
    last.place = place;
    this.#rise(place);
    this.#sink(last.place);
  }

  /** Puts a candidate where it belongs after it was given more. */
  lower(candidate: Candidate): void {
    this.#sink(candidate.place);
  }

  #rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  #sink(from: number): void {
    let index = from;
    for (;;) {
      const left = index * 2 + 1;
      const right = left + 1;
      const child = this.#isBefore(right, left) ? right : left;
      if (!this.#swapIfBefore(child, index)) return;
      index = child;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const one = this.#heap[a];
    const other = this.#heap[b];
    return one !== undefined && other !== undefined && compareCandidates(one, other) < 0;
  }

  #swapIfBefore(a: number, b: number): boolean {
    const one = this.#heap[a];
    const other = this.#heap[b];
    if (one === undefined || other === undefined || compareCandidates(one, other) >= 0) return false;
    this.#heap[a] = other;
    this.#heap[b] = one;
    other.place = a;
    one.place = b;
    return true;
  }
}
