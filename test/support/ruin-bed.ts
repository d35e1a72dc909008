// A database in which one ruined store is laid after the other. Only what differs from the one before is written: 500
// records anew for each took half of the time. Keeps true: what the desk has changed meanwhile is written anew.

import { FORMER_KEYS } from '../../src/storage/former-records.ts';
import { done, layOutRaw, openRaw } from './raw-database.ts';
import type { Ruin, Sound } from './storage-ruin.ts';

export class RuinBed {
  readonly #name: string;
  readonly #sound: Sound;
  /** What stood there before the desk opened it. */
  #laid: ReadonlyMap<IDBValidKey, unknown> = new Map();
  #laidFormers = new Set<IDBValidKey>();
  #isLaidOut = false;

  constructor(name: string, sound: Sound) {
    this.#name = name;
    this.#sound = sound;
  }

  async lay({ updates, custom }: Ruin): Promise<void> {
    if (!this.#isLaidOut) await layOutRaw(this.#name);
    this.#isLaidOut = true;
    const db = await openRaw(this.#name);
    const transaction = db.transaction(['updates', 'custom'], 'readwrite', { durability: 'relaxed' });
    const ended = new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    const [store, others] = [transaction.objectStore('updates'), transaction.objectStore('custom')];
    const [present, formers] = await Promise.all([done(store.getAllKeys()), done(others.getAllKeys(FORMER_KEYS()))]);
    const there = new Set(present);
    // The desk merges several records into one, and keeps those: then nothing is known to be as it was.
    const isMerged =
      formers.some((key) => !this.#laidFormers.has(key)) ||
      [...this.#laid].some(([key, value]) => this.#sound.records.has(value) && !there.has(key));
    if (isMerged) this.#laid = new Map();
    const wanted = new Map(updates.map(({ key, value }) => [key, value]));
    for (const key of there) if (!wanted.has(key)) store.delete(key);
    for (const [key, value] of wanted) if (!there.has(key) || this.#laid.get(key) !== value) store.put(value, key);
    others.clear();
    for (const { key, value } of custom) others.put(value, key);
    this.#laid = wanted;
    this.#laidFormers = new Set(custom.map(({ key }) => key));
    await ended;
    db.close();
  }
}
