// The second copy of a team on this device, in files of the origin's private file system: browsers were seen to
// lose their whole database (docs/decisions/0020-second-copy.md). Decides when the copy is ahead of the document
// and when behind, and when it is written anew. It says itself what it holds (a state vector now and then, and the
// updates behind it), so that each start brings the two to the same. Where the browser has no such files, or they
// fail, the desk works as without.

import { encodeStateVector, type Doc } from 'yjs';
import type { SecondCopyCondition } from '../engine/ports.ts';
import type { TeamIdentity } from '../platform/identities.ts';
import { spareTask } from '../platform/next-task.ts';
import { clocksBeyond, slicesBeyond, type Cursor } from '../mesh/slices.ts';
import { eraseCopy, readTails, readUpdates } from './copy-files.ts';
import type { Frame } from './copy-frames.ts';
import { folderName, type CopyAnswer, type CopyRequest, type CopySize } from './copy-requests.ts';
import { heldBy, isBeyond, type Held } from './copy-state.ts';
import { CopyWriter } from './copy-writer.ts';

/** What the copy has beyond the document. */
export interface Rescue {
  readonly updates: readonly Uint8Array[];
  /** The database had lost what it had kept; else it was only the last moment's. */
  readonly isLoss: boolean;
}

/** The first list and the first acts come first. */
const RENEW_AFTER_MS = 10_000;
const RETRY_MS = 60_000;
/** So many bytes are added before the copy says again what it holds. */
const STATE_EVERY_BYTES = 64 * 1024;
/** So many may be added, or half of what is there, before the file is written anew. */
const LOOSE_BYTES = 4 * 1024 * 1024;
/** What is missing in the copy at the start is added at once where it is no more. */
const MOST_ADDED_CLOCKS = 2000;

const NOTHING: Rescue = { updates: [], isLoss: false };
const asFrame = (bytes: Uint8Array): Frame => ({ kind: 'update', bytes });
const sizeOf = (frames: readonly Frame[]): number => frames.reduce((sum, { bytes }) => sum + bytes.length, 0);

export class SecondCopy {
  readonly #teamId: string;
  readonly #doc: Doc;
  readonly #identity: TeamIdentity | null;
  #looking: Promise<Held> | null = null;
  #writer: CopyWriter | null = null;
  #begin: () => void = () => undefined;
  /** Resolves once the copy is written, or there is none. */
  readonly #ready: Promise<void>;
  /** Updates that were sent: one that the database is sent again is not written twice. */
  readonly #sent = new WeakSet<Uint8Array>();
  #size: CopySize = { bytes: 0, wholeBytes: 0, isWhole: false };
  #state: SecondCopyCondition['state'] = 'opening';
  #unsaidBytes = Infinity;
  #renewing: Promise<boolean> | null = null;
  #canRenew = false;
  #isOver = false;
  #closing: Promise<void> | null = null;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #unfollow: () => void = () => undefined;

  constructor(doc: Doc, teamId: string, identity: TeamIdentity | null) {
    this.#doc = doc;
    this.#teamId = teamId;
    this.#identity = identity;
    this.#ready = new Promise<void>((resolve) => (this.#begin = resolve)).then(() => this.#open());
  }

  get condition(): SecondCopyCondition {
    return { state: this.#state, bytes: this.#size.bytes };
  }

  /** Begins to find out what the copy holds. */
  look(): Promise<Held> {
    this.#looking ??= readTails(this.#teamId)
      .then(heldBy)
      .catch(() => heldBy([]));
    return this.#looking;
  }

  /** What is to be taken in; `isDamaged`: the database was empty, or something in it was lost. */
  async rescue(isDamaged: boolean, onPiece: () => void): Promise<Rescue> {
    const held = await this.look();
    if (!isDamaged && !isBeyond(this.#doc, held.cursor)) return NOTHING;
    if (!isDamaged && !isBeyond(this.#doc, held.said)) return { updates: held.recent, isLoss: false };
    return { updates: await readUpdates(this.#teamId, onPiece).catch(() => []), isLoss: true };
  }

  /** The document has all that is kept: from now on both are written. */
  start(): void {
    this.#begin();
  }

  async #open(): Promise<void> {
    const isOffered = typeof navigator.storage?.getDirectory === 'function' && 'locks' in navigator;
    if (!isOffered || this.#isOver) return this.#giveUp();
    const held = await this.look();
    this.#writer = new CopyWriter();
    if (!(await this.#ask({ kind: 'open', folder: folderName(this.#teamId) }))) return;
    this.#keepIdentity();
    this.#unfollow = this.#identity?.onChange(() => this.#keepIdentity()) ?? this.#unfollow;
    await this.#catchUp(held.cursor);
    this.#after(RENEW_AFTER_MS, () => this.#allowRenewal());
  }

  #giveUp(): void {
    this.#state = 'none';
  }

  #keepIdentity(): void {
    const identity = this.#identity?.read() ?? null;
    if (identity !== null) void this.#ask({ kind: 'identity', identity });
  }

  /** Adds what the document has beyond it, where that is little; much becomes a new generation. */
  async #catchUp(cursor: Cursor): Promise<void> {
    if (clocksBeyond(this.#doc, cursor) > MOST_ADDED_CLOCKS) return;
    const frames = [...slicesBeyond(this.#doc, new Map(cursor))].map(asFrame);
    await this.#append([...frames, this.#said()]);
  }

  #said(): Frame {
    this.#unsaidBytes = 0;
    return { kind: 'state', bytes: encodeStateVector(this.#doc) };
  }

  /** These came from the copy. */
  know(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.#sent.add(update);
  }

  /** Resolves once they are on the disk, or the copy is none any more. The document holds them, and nothing that
   * was not handed in here, or found at the start. */
  append(updates: readonly Uint8Array[]): Promise<unknown> {
    const fresh = updates.filter((update) => !this.#sent.has(update));
    for (const update of fresh) this.#sent.add(update);
    if (fresh.length === 0 || this.#isOver) return Promise.resolve();
    const frames = fresh.map(asFrame);
    if (this.#state === 'kept') return this.#append(frames);
    // What the copy missed comes with what it is missing.
    if (this.#state === 'full') return Promise.resolve();
    return this.#ready.then(() => (this.#state === 'kept' ? this.#append(frames) : undefined));
  }

  #append(frames: readonly Frame[]): Promise<boolean> {
    const bytes = sizeOf(frames);
    const everyBytes = Math.max(STATE_EVERY_BYTES, 2 * this.#doc.store.clients.size * 8);
    this.#unsaidBytes += bytes;
    const isDue = this.#unsaidBytes >= everyBytes && this.#unsaidBytes !== Infinity;
    return this.#ask({ kind: 'append', frames: isDue ? [...frames, this.#said()] : frames });
  }

  async #ask(request: CopyRequest): Promise<boolean> {
    const answer = await this.#answerTo(request);
    if (!answer.isDone) {
      if (answer.reason === 'full') this.#after(RETRY_MS, () => void this.#retry());
      this.#state = answer.reason;
      return false;
    }
    this.#size = answer;
    this.#state = 'kept';
    this.#renewIfDue();
    return true;
  }

  async #answerTo(request: CopyRequest): Promise<CopyAnswer> {
    return (await this.#writer?.ask(request)) ?? { isDone: false, reason: 'none' };
  }

  /** What was not written for want of room. */
  async #retry(): Promise<void> {
    const { cursor } = heldBy(await readTails(this.#teamId).catch(() => []));
    if (this.#state === 'full') await this.#catchUp(cursor);
  }

  #allowRenewal(): void {
    this.#canRenew = true;
    this.#renewIfDue();
  }

  #renewIfDue(): void {
    const { bytes, wholeBytes, isWhole } = this.#size;
    const isLoose = bytes - wholeBytes > Math.max(LOOSE_BYTES, wholeBytes / 2);
    if (this.#canRenew && (!isWhole || isLoose)) void this.renew();
  }

  /** Writes the document as a new generation. `forgets`: what is older goes at once, words that were erased with
   * it. True once it is done; what fails leaves the present one as it is. */
  async renew(forgets = false): Promise<boolean> {
    await this.#renewing;
    if (this.#isOver || this.#state !== 'kept') return false;
    this.#canRenew = false;
    this.#renewing = this.#renew(forgets).catch(() => false);
    const isDone = await this.#renewing;
    this.#after(RETRY_MS, () => this.#allowRenewal());
    return isDone;
  }

  async #renew(forgets: boolean): Promise<boolean> {
    const isDone = async (request: CopyRequest): Promise<boolean> => (await this.#answerTo(request)).isDone;
    if (!(await isDone({ kind: 'renew' }))) return false;
    for (const slice of slicesBeyond(this.#doc, new Map())) {
      if (!(await isDone({ kind: 'whole', frames: [asFrame(slice)] }))) return false;
      await spareTask();
    }
    return (await isDone({ kind: 'whole', frames: [this.#said()] })) && this.#ask({ kind: 'finish', forgets });
  }

  #after(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#isOver) work();
    }, ms);
    this.#timers.add(timer);
  }

  /** What is there stays. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#isOver = true;
    this.#begin();
    this.#unfollow();
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#writer?.ask({ kind: 'close' });
    this.#writer?.end();
    this.#state = 'none';
  }

  /** False where another tab holds on to it. */
  async erase(): Promise<boolean> {
    await this.close();
    return eraseCopy(this.#teamId);
  }
}
