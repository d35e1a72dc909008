// The files of a conversation on the customer's side: what is chosen is judged and kept before it is sent, what the team
// sends is fetched until it is here. Comes with what connects, after the form.

import { judgeFile, whyNotSize, type WhyNotFile } from '../files/kinds.ts';
import { describeFile, type Bytes, type SentFile } from '../files/sent-file.ts';
import type { Timers } from '../knock/timers.ts';
import type { KeptFiles } from './kept-files.ts';

/** How soon what nobody had is asked for again: slowly less often. */
const AGAIN_MS = 3_000;
const SELDOM_MS = 60_000;

export type Chosen =
  | { readonly ok: true; readonly file: SentFile }
  | { readonly ok: false; readonly why: WhyNotFile | 'unreadable' };

export interface TalkFilesOptions {
  readonly kept: KeptFiles;
  readonly timers: Timers;
  /** From whoever of the team is connected. */
  fetch(file: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null>;
}

export class TalkFiles {
  /** How much of a file has come or gone, 0 to 1, by hash; only while it does. */
  shares: Readonly<Record<string, number>> = $state.raw({});
  /** Where an <img> finds those that are pictures and here. */
  pictures: Readonly<Record<string, string>> = $state.raw({});
  /** On this device. */
  here: ReadonlySet<string> = $state.raw(new Set());
  readonly #options: TalkFilesOptions;
  readonly #awaited = new Map<string, SentFile>();
  readonly #sizes = new Map<string, number>();
  #againMs = AGAIN_MS;
  #isFetching = false;

  constructor(options: TalkFilesOptions) {
    this.#options = options;
  }

  /** Judged, and kept on this device. */
  async choose(chosen: File): Promise<Chosen> {
    const wrongSize = whyNotSize(chosen.size);
    if (wrongSize !== null) return { ok: false, why: wrongSize };
    const buffer = await chosen.arrayBuffer().catch(() => null);
    if (buffer === null) return { ok: false, why: 'unreadable' };
    const bytes = new Uint8Array(buffer);
    const judged = judgeFile(chosen.name, bytes);
    if (!judged.ok) return judged;
    const file = await describeFile(chosen.name, bytes);
    this.#sizes.set(file.hash, file.bytes);
    await this.#keep(file, bytes);
    return { ok: true, file };
  }

  read(hash: string): Promise<Bytes | null> {
    return this.#options.kept.read(hash);
  }

  /** It is on the screen. */
  async want(file: SentFile): Promise<void> {
    if (this.#sizes.has(file.hash) && (this.here.has(file.hash) || this.#awaited.has(file.hash))) return;
    this.#sizes.set(file.hash, file.bytes);
    const bytes = await this.read(file.hash);
    if (bytes !== null) return this.#isHere(file, bytes);
    this.#awaited.set(file.hash, file);
    this.#againMs = AGAIN_MS;
    void this.#fetch();
  }

  /** The other side was given it up to here. */
  gave(hash: string, upToBytes: number): void {
    const share = upToBytes / (this.#sizes.get(hash) ?? upToBytes);
    this.#share(hash, share >= 1 ? null : share);
  }

  /** Nobody is connected: nothing comes or goes. */
  stalled(): void {
    this.shares = {};
    this.#againMs = AGAIN_MS;
  }

  async save(file: SentFile): Promise<void> {
    const bytes = await this.read(file.hash);
    if (bytes === null) return;
    const link = document.createElement('a');
    // As bytes that no browser opens by itself.
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    link.download = file.name;
    link.click();
    this.#options.timers.after(60_000, () => URL.revokeObjectURL(link.href));
  }

  async forget(): Promise<void> {
    for (const address of Object.values(this.pictures)) URL.revokeObjectURL(address);
    this.pictures = {};
    await this.#options.kept.forget();
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (const file of this.#awaited.values()) {
      const { hash } = file;
      const told = (receivedBytes: number): void => this.#share(hash, receivedBytes / file.bytes);
      const bytes = await this.#options.fetch(file, told);
      this.#share(hash, null);
      if (bytes !== null) await this.#keep(file, bytes);
    }
    this.#isFetching = false;
    if (this.#awaited.size === 0) return;
    this.#options.timers.after(this.#againMs, () => void this.#fetch());
    this.#againMs = Math.min(SELDOM_MS, this.#againMs * 1.5);
  }

  async #keep(file: SentFile, bytes: Bytes): Promise<void> {
    await this.#options.kept.keep(file.hash, bytes);
    this.#isHere(file, bytes);
  }

  #isHere({ hash, name }: SentFile, bytes: Bytes): void {
    this.#awaited.delete(hash);
    this.here = new Set([...this.here, hash]);
    const judged = judgeFile(name, bytes);
    if (!judged.ok || judged.kind !== 'picture' || this.pictures[hash] !== undefined) return;
    this.pictures = { ...this.pictures, [hash]: URL.createObjectURL(new Blob([bytes], { type: judged.mime })) };
  }

  #share(hash: string, share: number | null): void {
    const { [hash]: _, ...others } = this.shares;
    this.shares = share === null ? others : { ...others, [hash]: share };
  }
}
