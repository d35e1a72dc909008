// Two stations that reach each other, and what travels between them: beats, questions for what is
// missing, answers, changes, farewells. Changes are gathered for a moment and go in one message.

import type { Announcement, MeshEvent } from '../../src/engine/ports.ts';
import type { Truth } from './ledger.ts';
import type { Station } from './station.ts';
import type { Wire } from './wire.ts';

export type Message =
  | {
      readonly kind: 'beat';
      readonly about: Announcement | null;
      readonly sees: ReadonlySet<string>;
      readonly mark: number;
    }
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  | { readonly kind: 'answer'; readonly update: Uint8Array }
  | { readonly kind: 'changes'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'event'; readonly event: MeshEvent }
  | { readonly kind: 'parting'; readonly isLeaving: boolean };

/** One side of a link: what its station knows of the other. */
export class End {
  readonly link: Link;
  readonly self: Station;
  readonly other: Station;
  readonly #wire: Wire;
  announcement: Announcement | null = null;
  sees: ReadonlySet<string> = new Set();
  heardAt: number;
  /** What its last beat said. */
  lastBeat: Message | null = null;
  askedAt = 0;
  movedAt = 0;
  isWaiting = false;
  hasCaughtUp = false;
  /** What the other had of its agent's choices when the link opened. */
  had: readonly Truth[] = [];
  /** The other has asked: it gets every change from then on. */
  isLevel = false;
  /** Beats in a row that showed another state than ours. */
  differing = 0;
  #changes: Uint8Array[] = [];

  constructor(link: Link, self: Station, other: Station, wire: Wire) {
    this.link = link;
    this.self = self;
    this.other = other;
    this.#wire = wire;
    this.heardAt = self.machine.mono();
  }

  get peer(): string | null {
    return this.announcement?.peer ?? null;
  }

  send(message: Message): void {
    this.#wire.carry(() => this.other.arrive(this.link, message));
  }

  pass(update: Uint8Array): void {
    if (!this.isLevel) return;
    // A BroadcastChannel takes it in the same task: a tab that crashes has said what it has stored.
    if (this.link.isLocal) return this.send({ kind: 'changes', updates: [update] });
    this.#changes.push(update);
    if (this.#changes.length > 1) return;
    this.self.machine.later(this.#wire.quality.windowMs, () => this.#flush());
  }

  /** What an answer holds already need not follow it. */
  forgetChanges(): void {
    this.#changes.length = 0;
  }

  #flush(): void {
    if (!this.self.isRunning || this.#changes.length === 0) return;
    this.send({ kind: 'changes', updates: this.#changes.splice(0) });
  }
}

export class Link {
  readonly isLocal: boolean;
  readonly openedAt: number;
  readonly ends: readonly [End, End];

  constructor(a: Station, b: Station, wires: readonly [Wire, Wire], isLocal: boolean, openedAt: number) {
    this.isLocal = isLocal;
    this.openedAt = openedAt;
    this.ends = [new End(this, a, b, wires[0]), new End(this, b, a, wires[1])];
  }

  endOf(station: Station): End {
    return this.ends[0].self === station ? this.ends[0] : this.ends[1];
  }
}
