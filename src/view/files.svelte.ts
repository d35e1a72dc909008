// The files of a team as the screen reads them: which are here, how far one has come, pictures to look at, and what
// an agent attaches. Decides when the keeper of the bytes is loaded: once the team has a file, or somebody attaches
// one. Keeps true: only what judgeFile calls a picture gets an address that an <img> can show; all else is handed
// over as bytes that no browser opens (FI3).

import type { SentFile } from '../domain/entry.ts';
import { judgeFile, whyNotSize, type WhyNotFile } from '../files/kinds.ts';
import type { Bytes } from '../files/sent-file.ts';
import type { AppPorts, OpenTeam } from './app-ports.ts';
import type { FilesPort, FileState, OpenFiles } from './files-port.ts';

/** After the desk is drawn. */
const SOON_MS = 1_000;
/** Pictures held for the screen at once: a few screens of a thread. */
const MOST_PICTURES = 60;

export type WhyNotAttached = WhyNotFile | 'notKept' | 'notLoaded';
export type AttachedFile =
  | { readonly ok: true; readonly file: SentFile }
  | { readonly ok: false; readonly why: WhyNotAttached };

export class Files {
  #version = $state(0);
  readonly #open: OpenTeam;
  readonly #port: FilesPort;
  readonly #pictures = new Map<string, Promise<string | null>>();
  #keeper: OpenFiles | null = null;
  #opening: Promise<OpenFiles | null> | null = null;
  #isOver = false;

  constructor(open: OpenTeam, port: FilesPort) {
    this.#open = open;
    this.#port = port;
    const look = (): void => {
      if (this.#all.size > 0) void this.#opened();
    };
    const timer = setTimeout(look, SOON_MS);
    open.ends.push(
      open.session.replica.subscribe(look),
      () => clearTimeout(timer),
      () => this.#end(),
    );
  }

  stateOf({ hash }: SentFile): FileState {
    void this.#version;
    return this.#keeper?.stateOf(hash) ?? 'awaited';
  }

  /** How much of it is here, 0 to 1. */
  shareOf({ hash, bytes }: SentFile): number {
    void this.#version;
    return Math.min(1, (this.#keeper?.receivedBytes(hash) ?? 0) / bytes);
  }

  /** Somebody looks at it. */
  want({ hash }: SentFile): void {
    void this.#opened().then((keeper) => keeper?.want(hash));
  }

  /** Where an <img> finds it; null where it is no picture, or not here. */
  picture(file: SentFile): Promise<string | null> {
    const known = this.#pictures.get(file.hash);
    if (known !== undefined) return known;
    const made = this.#makePicture(file);
    this.#pictures.set(file.hash, made);
    void made.then((address) => address === null && this.#pictures.delete(file.hash));
    for (const [hash, oldest] of this.#pictures) {
      if (this.#pictures.size <= MOST_PICTURES) break;
      this.#pictures.delete(hash);
      void oldest.then(free);
    }
    return made;
  }

  /** To be saved: as bytes that nothing opens by itself. Null where they are not here. */
  async toSave(file: SentFile): Promise<Blob | null> {
    const bytes = await this.read(file.hash);
    return bytes === null ? null : new Blob([bytes], { type: 'application/octet-stream' });
  }

  /** Judged, and kept on this device until it is sent, and after. */
  async attach(chosen: File): Promise<AttachedFile> {
    const why = whyNotSize(chosen.size);
    if (why !== null) return { ok: false, why };
    const bytes = await chosen.arrayBuffer().catch(() => null);
    if (bytes === null) return { ok: false, why: 'notLoaded' };
    const keeper = await this.#opened();
    return keeper === null ? { ok: false, why: 'notKept' } : keeper.add(chosen.name, new Uint8Array(bytes));
  }

  async read(hash: string): Promise<Bytes | null> {
    return (await this.#opened())?.read(hash) ?? null;
  }

  /** What a customer sent: judged where it came in. */
  async keep(file: SentFile, bytes: Bytes): Promise<boolean> {
    return (await this.#opened())?.keep(file, bytes) ?? false;
  }

  /** How many the log names, how many of them are here, and what is kept here in all, bytes. */
  async inventory(): Promise<{ readonly all: number; readonly here: number; readonly bytes: number }> {
    const all = [...this.#all.values()];
    const keeper = all.length === 0 ? null : await this.#opened();
    const here = all.filter(({ hash }) => keeper?.stateOf(hash) === 'here').length;
    return { all: all.length, here, bytes: (await keeper?.usedBytes()) ?? 0 };
  }

  get #all(): ReadonlyMap<string, SentFile> {
    return this.#open.session.replica.team.files;
  }

  #opened(): Promise<OpenFiles | null> {
    if (this.#isOver) return Promise.resolve(null);
    this.#opening ??= this.#openNow().catch(() => {
      // Without a network the program for it may not come: the next wish tries again.
      this.#opening = null;
      return null;
    });
    return this.#opening;
  }

  async #openNow(): Promise<OpenFiles | null> {
    const { openFiles } = await this.#port.load();
    if (this.#isOver) return null;
    const { session, record } = this.#open;
    const keeper = openFiles({
      teamId: record.teamId,
      carrier: session.mesh,
      files: () => this.#all,
      onFiles: (listener) => session.replica.subscribe(listener),
    });
    keeper.subscribe(() => (this.#version += 1));
    await keeper.start();
    this.#keeper = keeper;
    this.#version += 1;
    if (this.#isOver) keeper.close();
    return keeper;
  }

  async #makePicture(file: SentFile): Promise<string | null> {
    const bytes = await this.read(file.hash);
    const judged = bytes === null ? null : judgeFile(file.name, bytes);
    if (bytes === null || judged?.ok !== true || judged.kind !== 'picture') return null;
    return URL.createObjectURL(new Blob([bytes], { type: judged.mime }));
  }

  #end(): void {
    this.#isOver = true;
    this.#keeper?.close();
    for (const address of this.#pictures.values()) void address.then(free);
    this.#pictures.clear();
  }
}

const free = (address: string | null): void => {
  if (address !== null) URL.revokeObjectURL(address);
};

/** Ends with the team. */
export const followFiles = (open: OpenTeam, { files }: AppPorts): Files => new Files(open, files);
