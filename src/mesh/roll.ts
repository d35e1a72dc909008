// Which peers were ever heard, and what became of them. Decides one thing: that a peer which broke off
// without a word is gone for good once a later peer of its device is heard, since one device is one
// peer (DI3): another tab has taken over. Bounded; the oldest names are forgotten.

import type { DeviceId } from '../domain/ids.ts';
import type { Announcement } from '../engine/ports.ts';

const MAX_PEERS = 512;

interface Listed {
  readonly device: DeviceId;
  readonly peer: string;
  readonly state: 'here' | 'lost' | 'left';
  /** In which order peers were heard first. */
  readonly place: number;
}

export class Roll {
  readonly #listed = new Map<string, Listed>();
  #places = 0;

  /** The peers that are gone now that this one is heard. */
  heard({ device, peer }: Announcement): readonly { readonly device: DeviceId; readonly peer: string }[] {
    const listed = this.#listed.get(peer);
    this.#list({ device, peer, state: 'here', place: listed?.place ?? (this.#places += 1) });
    if (listed !== undefined) return [];
    const gone = [...this.#listed.values()].filter((each) => each.device === device && each.state === 'lost');
    for (const each of gone) this.#list({ ...each, state: 'left' });
    return gone;
  }

  left(peer: string): void {
    const listed = this.#listed.get(peer);
    if (listed !== undefined) this.#list({ ...listed, state: 'left' });
  }

  /** What its broken connection means; null where it had said farewell. */
  lost({ peer }: Announcement): 'lost' | 'farewell' | null {
    const listed = this.#listed.get(peer);
    if (listed === undefined || listed.state === 'left') return null;
    const { device, place } = listed;
    const hasSuccessor = [...this.#listed.values()].some(
      (other) => other.device === device && other.state === 'here' && other.place > place,
    );
    this.#list({ ...listed, state: hasSuccessor ? 'left' : 'lost' });
    return hasSuccessor ? 'farewell' : 'lost';
  }

  #list(entry: Listed): void {
    this.#listed.delete(entry.peer);
    this.#listed.set(entry.peer, entry);
    const oldest = this.#listed.keys().next();
    if (this.#listed.size > MAX_PEERS && oldest.done !== true) this.#listed.delete(oldest.value);
  }
}
