// One file of the second copy, open for writing: appends frames, and says once it holds a whole document. Only
// in a worker.

import { DIVIDER, framed, HEAD_BYTES, headOf, lastFrames, wholeBytesOf, type Frame } from './copy-frames.ts';

/** A handle that reads and writes in step; TypeScript knows it in workers alone. */
export interface SyncFile {
  read(into: Uint8Array, where: { readonly at: number }): number;
  write(bytes: Uint8Array, where: { readonly at: number }): number;
  getSize(): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

export const openFile = async (folder: FileSystemDirectoryHandle, name: string): Promise<SyncFile> => {
  const handle = await folder.getFileHandle(name, { create: true });
  return (handle as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncFile> }).createSyncAccessHandle();
};

export class Generation {
  readonly #file: SyncFile;
  readonly number: number;
  bytes: number;
  wholeBytes = 0;

  constructor(file: SyncFile, number: number) {
    this.#file = file;
    this.number = number;
    this.bytes = file.getSize();
    const head = new Uint8Array(HEAD_BYTES);
    if (this.bytes >= HEAD_BYTES) file.read(head, { at: 0 });
    const wholeBytes = wholeBytesOf(head);
    if (wholeBytes === null) this.#put(headOf(0), 0);
    this.wholeBytes = wholeBytes ?? 0;
    if (this.bytes > HEAD_BYTES && !this.#endsWithFrame()) this.#put(DIVIDER, this.bytes);
  }

  #endsWithFrame(): boolean {
    const last = new Uint8Array(4);
    this.#file.read(last, { at: this.bytes - last.length });
    const frameBytes = new DataView(last.buffer).getUint32(0, true) + 2 * last.length;
    if (frameBytes > this.bytes) return false;
    const frame = new Uint8Array(frameBytes);
    this.#file.read(frame, { at: this.bytes - frameBytes });
    return lastFrames(frame).length === 1;
  }

  #put(bytes: Uint8Array, at: number): void {
    // A disk that is full takes less. The half of a frame would hide those before it from who reads from the end.
    if (this.#file.write(bytes, { at }) < bytes.length) {
      this.#file.truncate(this.bytes);
      throw new DOMException('No room.', 'QuotaExceededError');
    }
    this.bytes = Math.max(this.bytes, at + bytes.length);
  }

  append(frames: readonly Frame[]): void {
    this.#put(framed(frames), this.bytes);
  }

  flush(): void {
    this.#file.flush();
  }

  /** All of the document is in it now, and on the disk. */
  markWhole(): void {
    this.#file.flush();
    this.#put(headOf(this.bytes), 0);
    this.#file.flush();
    this.wholeBytes = this.bytes;
  }

  close(): void {
    this.#file.close();
  }
}
