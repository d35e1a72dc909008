// The links by which customers reach this team, and the customers whom it does not want. Keeps true: a link
// that was taken back stays so, whatever arrives later or twice; of blocks the last in the total order stands.

import type { AskEntry } from './entry.ts';
import { Latest } from './latest.ts';

/** The key pair is the link's own: it derives from nothing of the team (docs/decisions/0016). */
export interface AskLink {
  readonly id: string;
  /** What it is called in the settings, for whoever takes one of several back. */
  readonly name: string;
  /** 16 random bytes: names where customers knock. */
  readonly knockKey: string;
  /** P-256, uncompressed. */
  readonly publicKey: string;
  /** PKCS 8. */
  readonly privateKey: string;
}

export class AskLinks {
  readonly #made = new Map<string, AskLink>();
  readonly #revoked = new Set<string>();
  readonly #blocked = new Map<string, Latest<boolean>>();
  #standing: ReadonlyMap<string, AskLink> = new Map();

  /** Those that customers can use. A new map whenever that changes. */
  get standing(): ReadonlyMap<string, AskLink> {
    return this.#standing;
  }

  isBlocked(customerKey: string): boolean {
    return this.#blocked.get(customerKey)?.value ?? false;
  }

  add(entry: AskEntry): void {
    if (entry.kind === 'customerBlocked') return this.#block(entry.key, entry);
    if (entry.kind === 'askLinkRevoked') this.#revoked.add(entry.link);
    else {
      const { name, knockKey, publicKey, privateKey } = entry;
      this.#made.set(entry.link, { id: entry.link, name, knockKey, publicKey, privateKey });
    }
    this.#standing = new Map([...this.#made].filter(([id]) => !this.#revoked.has(id)));
  }

  #block(key: string, entry: AskEntry & { kind: 'customerBlocked' }): void {
    const choice = this.#blocked.get(key) ?? new Latest(false);
    choice.set(entry.isBlocked, entry);
    this.#blocked.set(key, choice);
  }
}
