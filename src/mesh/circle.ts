// To whom this peer keeps a connection. To everybody, up to a number; above it to some, so chosen that all
// are reached through others: its neighbours on a ring of all names, which keeps the whole connected, and
// some across, which keep the ways short. Both ends come to the same choice, because it follows from their
// two names and who is there. Names that only announce themselves (W7) stop counting. Leaves out who
// misbehaves (patience.ts).

/** Thirty people in full mesh, and some of them on a second device. */
export const MAX_LINKS = 48;
const RING = 2;
/** Places kept for neighbours on the ring when all others are taken. */
const SPARE = 6;
/** Announcements come every 12 s at most. */
const SEEN_MS = 45_000;
const MAX_MEMBERS = 1_024;

export interface CircleState {
  readonly now: number;
  /** Open and half-open connections. */
  readonly taken: number;
  /** Announced, and twice in a row not reached. */
  isDead(remote: string): boolean;
}

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
};

export class Circle {
  readonly #maxLinks: number;
  readonly #ownId: () => string;
  readonly #seenAt = new Map<string, number>();

  constructor(ownId: () => string, maxLinks = MAX_LINKS) {
    this.#ownId = ownId;
    this.#maxLinks = maxLinks;
  }

  /** It announced itself, or is connected. */
  seen(remote: string, now: number): void {
    this.#seenAt.delete(remote);
    this.#seenAt.set(remote, now);
    const oldest = this.#seenAt.keys().next();
    if (this.#seenAt.size > MAX_MEMBERS && oldest.done !== true) this.#seenAt.delete(oldest.value);
  }

  /** Whether to connect to one who announces itself. */
  isSought(remote: string, state: CircleState): boolean {
    if (state.taken >= this.#maxLinks + SPARE) return false;
    const members = this.#members(state);
    if (members.length <= this.#maxLinks) return state.taken < this.#maxLinks || this.#isNext(remote, members);
    if (this.#isNext(remote, members)) return true;
    return state.taken < this.#maxLinks && this.#isAcross(remote, members.length);
  }

  /** Whether to answer one who connects: it may see others than this peer does. */
  isWelcome(remote: string, state: CircleState): boolean {
    if (state.taken < this.#maxLinks) return true;
    return state.taken < this.#maxLinks + SPARE && this.#isNext(remote, this.#members(state));
  }

  /** Of these open connections one that need not be, where there are too many. */
  surplus(remotes: readonly string[], state: CircleState): string | null {
    const members = this.#members(state);
    if (members.length <= this.#maxLinks || remotes.length <= this.#maxLinks) return null;
    const idle = remotes.filter((remote) => !this.#isNext(remote, members));
    return idle.find((remote) => !this.#isAcross(remote, members.length)) ?? idle[0] ?? null;
  }

  #members({ now, isDead }: CircleState): readonly string[] {
    const members: string[] = [];
    for (const [remote, at] of this.#seenAt) {
      if (now - at > SEEN_MS) this.#seenAt.delete(remote);
      else if (!isDead(remote)) members.push(remote);
    }
    return members;
  }

  #isNext(remote: string, members: readonly string[]): boolean {
    const own = this.#ownId();
    const ring = [...new Set([...members, own, remote])]
      .map((name) => ({ name, place: hash(name) }))
      .sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1));
    const at = ring.findIndex(({ name }) => name === own);
    const gap = Math.abs(ring.findIndex(({ name }) => name === remote) - at);
    return Math.min(gap, ring.length - gap) <= RING;
  }

  /** As many as there are places for, on average, with some left for who sees it otherwise. */
  #isAcross(remote: string, count: number): boolean {
    const own = this.#ownId();
    const pair = own < remote ? `${own} ${remote}` : `${remote} ${own}`;
    const places = Math.max(1, this.#maxLinks - 2 * RING - 2);
    return hash(pair) / 2 ** 32 < places / count;
  }
}
