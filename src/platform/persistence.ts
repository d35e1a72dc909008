// How safe what this browser keeps is from the browser itself: whether it may be evicted when room gets
// scarce, and how much room there is. To ask may be answered no, so it is asked again (I6 of the
// measured faults): a browser that knows the page better, or has it installed, says yes.

export interface Room {
  /** Null where the browser does not tell. */
  readonly isPersistent: boolean | null;
  readonly usedBytes: number | null;
  readonly totalBytes: number | null;
}

const UNKNOWN: Room = { isPersistent: null, usedBytes: null, totalBytes: null };

const storageOf = (): StorageManager | undefined => globalThis.navigator?.storage;

export const readRoom = async (): Promise<Room> => {
  const storage = storageOf();
  if (storage === undefined) return UNKNOWN;
  const isPersistent = await storage.persisted().catch(() => null);
  const { usage, quota } = await storage.estimate().catch((): StorageEstimate => ({}));
  return { isPersistent, usedBytes: usage ?? null, totalBytes: quota ?? null };
};

/** The browser's answer; it may ask the person first. */
export const askToPersist = async (): Promise<boolean> =>
  (await storageOf()
    ?.persist()
    .catch(() => false)) ?? false;

/** An installed page is one that the person means to keep. */
export const onInstalled = (listener: () => void): (() => void) => {
  addEventListener('appinstalled', listener);
  return () => removeEventListener('appinstalled', listener);
};
