// Which tab of this profile stands for the device (DI3): the one that holds a Web Lock. The browser
// frees the lock when that tab closes or crashes, and gives it to the next in line.

export interface TabLocks {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    held: (lock: unknown) => Promise<void> | void,
  ): Promise<unknown>;
}

export interface LockEvents {
  held(): void;
  /** Another tab has it; `held` follows when it is gone. */
  waiting(): void;
}

/** Returns what gives the lock up, or the place in the line. */
export const waitForLock = (locks: TabLocks, name: string, events: LockEvents): (() => void) => {
  const given = new AbortController();
  const hold = (): Promise<void> => {
    if (given.signal.aborted) return Promise.resolve();
    events.held();
    return new Promise((release) => given.signal.addEventListener('abort', () => release(), { once: true }));
  };
  const wait = async (): Promise<void> => {
    let isFree = true;
    await locks.request(name, { ifAvailable: true }, (lock) => {
      isFree = lock !== null;
      return isFree ? hold() : undefined;
    });
    if (isFree || given.signal.aborted) return;
    events.waiting();
    await locks.request(name, { signal: given.signal }, hold);
  };
  // Rejects when it is given up before it was held.
  wait().catch(() => undefined);
  return () => given.abort();
};
