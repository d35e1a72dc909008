// The world's own record of what was written: every entry once, by whom, with what its writer knew of
// the conversation then, and whether it was acknowledged as saved. Checkers hold the desk's state
// against this, never against what the desk says of itself.

import type { ConversationEntry, Entry } from '../../src/domain/entry.ts';
import type { DeviceId } from '../../src/domain/ids.ts';
import { parseEntry } from '../../src/replica/wire.ts';
import { Chance } from './chance.ts';

export interface Truth {
  readonly entry: Entry;
  /** Two random numbers: a set of entries is known by their exclusive or. */
  readonly a: number;
  readonly b: number;
  /** False for what a peer wrote that writes nonsense. */
  readonly isHonest: boolean;
  /** Simulated time of writing. */
  readonly at: number;
  /** What its writer had of the conversation, for entries that a conversation holds. */
  readonly past: ReadonlySet<Truth>;
  isSaved: boolean;
  /** Its only copy on a disk was overwritten by a backup: nobody can have it any more. */
  isGivenUp: boolean;
}

const NOTHING: ReadonlySet<Truth> = new Set();

interface WireHeader {
  readonly i?: unknown;
  readonly l?: unknown;
  readonly t?: unknown;
}

export class Ledger {
  readonly all: Truth[] = [];
  readonly #byId = new Map<string, Truth[]>();
  readonly #foreign = new Map<string, Truth>();
  readonly #chance = new Chance(77);

  write(entry: Entry, at: number, past: ReadonlySet<Truth>): Truth {
    const truth = this.#truth(entry, true, at, past);
    const same = this.#byId.get(entry.id);
    if (same === undefined) this.#byId.set(entry.id, [truth]);
    else same.push(truth);
    return truth;
  }

  /** The entry behind what lies in a log; null where it is none. */
  find(device: DeviceId, wire: unknown): Truth | null {
    const { i, l, t } = (typeof wire === 'object' && wire !== null ? wire : {}) as WireHeader;
    const known = typeof i === 'string' ? this.#byId.get(i) : undefined;
    // The time, too: a device and its copy may write two entries at one place.
    const written = known?.find(({ entry }) => entry.lamport === l && entry.at === t && entry.device === device);
    return written ?? this.#foreignTruth(device, wire);
  }

  #foreignTruth(device: DeviceId, wire: unknown): Truth | null {
    const parsed = parseEntry(wire, device);
    if (!parsed.ok) return null;
    // By what was parsed: two that differ only in what no field takes are one entry.
    const name = JSON.stringify(parsed.entry);
    const truth = this.#foreign.get(name) ?? this.#truth(parsed.entry, false, 0, NOTHING);
    this.#foreign.set(name, truth);
    return truth;
  }

  #truth(entry: Entry, isHonest: boolean, at: number, past: ReadonlySet<Truth>): Truth {
    const [a, b] = [this.#chance.below(2 ** 32), this.#chance.below(2 ** 32)];
    const truth = { entry, a, b, isHonest, at, past, isSaved: false, isGivenUp: false };
    this.all.push(truth);
    return truth;
  }
}

export const isOfConversation = (entry: Entry): entry is ConversationEntry => 'conversation' in entry;
