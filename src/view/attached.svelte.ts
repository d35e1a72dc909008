// What goes with a reply that is not sent yet. Kept with the draft on this device: a reload takes nothing from
// anybody. Decides what is refused, and tells why.

import type { SentFile } from '../domain/entry.ts';
import { MAX_FILES } from '../domain/limits.ts';
import { isSentFile } from '../files/sent-file.ts';
import type { Drafts } from './drafts.svelte.ts';
import type { Files, WhyNotAttached } from './files.svelte.ts';

export interface AttachedItem {
  readonly key: number;
  readonly name: string;
  /** Null while it is being read. */
  readonly file: SentFile | null;
}

export type WhyNotTaken = WhyNotAttached | 'tooMany';

const parse = (text: string): readonly SentFile[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isSentFile).slice(0, MAX_FILES) : [];
  } catch {
    return [];
  }
};

export class Attached {
  items: readonly AttachedItem[] = $state.raw([]);
  readonly #files: Pick<Files, 'attach'>;
  readonly #drafts: Pick<Drafts, 'read' | 'keep'>;
  readonly #id: string;
  readonly #refused: (why: WhyNotTaken, name: string) => void;
  #keys = 0;

  constructor(
    files: Pick<Files, 'attach'>,
    drafts: Pick<Drafts, 'read' | 'keep'>,
    id: string,
    refused: (why: WhyNotTaken, name: string) => void,
  ) {
    this.#files = files;
    this.#drafts = drafts;
    this.#id = id;
    this.#refused = refused;
    this.items = parse(drafts.read('files', id)).map((file) => ({ key: this.#nextKey(), name: file.name, file }));
  }

  get isReading(): boolean {
    return this.items.some(({ file }) => file === null);
  }

  get ready(): readonly SentFile[] {
    return this.items.flatMap(({ file }) => file ?? []);
  }

  async add(chosen: Iterable<File>): Promise<void> {
    await Promise.all([...chosen].map((file) => this.#add(file)));
  }

  remove(key: number): void {
    this.#set(this.items.filter((item) => item.key !== key));
  }

  clear(): void {
    this.#set([]);
  }

  async #add(chosen: File): Promise<void> {
    if (this.items.length >= MAX_FILES) return this.#refused('tooMany', chosen.name);
    const key = this.#nextKey();
    this.items = [...this.items, { key, name: chosen.name, file: null }];
    const attached = await this.#files.attach(chosen);
    // Taken away meanwhile.
    if (!this.items.some((item) => item.key === key)) return;
    if (!attached.ok) {
      this.remove(key);
      return this.#refused(attached.why, chosen.name);
    }
    const { file } = attached;
    const isTwice = this.items.some((item) => item.key !== key && item.file?.hash === file.hash);
    if (isTwice) return this.remove(key);
    this.#set(this.items.map((item) => (item.key === key ? { key, name: file.name, file } : item)));
  }

  #set(items: readonly AttachedItem[]): void {
    this.items = items;
    const { ready } = this;
    this.#drafts.keep('files', this.#id, ready.length === 0 ? '' : JSON.stringify(ready));
  }

  #nextKey(): number {
    this.#keys += 1;
    return this.#keys;
  }
}
