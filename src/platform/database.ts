// IndexedDB without its traps, for every store of this device: opening never hangs and never throws
// beside its promise, a lost connection is told, and every failure has one of a few reasons.

import type { StorageFault } from '../engine/ports.ts';

const OPEN_TIMEOUT_MS = 8000;
const DELETE_TIMEOUT_MS = 5000;

export type FaultReason = StorageFault['reason'];

/** A failure that says nothing of itself gets its reason where it is thrown. */
export class DatabaseError extends Error {
  readonly reason: FaultReason;

  constructor(reason: FaultReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

const REASONS: Readonly<Record<string, FaultReason>> = {
  QuotaExceededError: 'full',
  InvalidStateError: 'closed',
  AbortError: 'closed',
  NotFoundError: 'closed',
  SecurityError: 'blocked',
  InvalidAccessError: 'blocked',
};

export const faultOf = (error: unknown, otherwise: FaultReason = 'unknown'): StorageFault => {
  if (error instanceof DatabaseError) return { reason: error.reason, detail: error.message };
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return { reason: REASONS[name] ?? otherwise, detail: `${name}: ${message}` };
};

/** `erased`: another tab deletes the database. `upgraded`: a newer version of the desk lays it out anew.
 * `closed`: the browser took the connection away. */
export type Loss = 'erased' | 'upgraded' | 'closed';

/** Of every database of the desk. One that is higher was laid out by a newer desk: it is not touched. */
const LAYOUT_VERSION = 1;
const OUTDATED = 'A newer version of the desk has laid out what is stored here.';

export interface Layout {
  readonly name: string;
  readonly stores: readonly { readonly name: string; readonly options?: IDBObjectStoreParameters }[];
}

const layOut = (db: IDBDatabase, layout: Layout): void => {
  for (const { name, options } of layout.stores) {
    if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, options);
  }
};

const guard = (db: IDBDatabase, onLost: (loss: Loss) => void): void => {
  // Not to let go would block the tab in which this team is being left, or the newer desk.
  db.addEventListener('versionchange', ({ newVersion }) => {
    db.close();
    onLost(newVersion === null ? 'erased' : 'upgraded');
  });
  db.addEventListener('close', () => onLost('closed'));
};

/** Rejects with a reason within OPEN_TIMEOUT_MS where no database is to be had. */
export const openDatabase = (layout: Layout, onLost: (loss: Loss) => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') throw new DatabaseError('blocked', 'This browser has no IndexedDB.');
    const request = indexedDB.open(layout.name);
    let isTooLate = false;
    const timer = setTimeout(() => {
      isTooLate = true;
      reject(new DatabaseError('blocked', 'The database did not open in time.'));
    }, OPEN_TIMEOUT_MS);
    request.addEventListener('upgradeneeded', () => layOut(request.result, layout));
    request.addEventListener('error', () => {
      clearTimeout(timer);
      const { reason, detail } = faultOf(request.error, 'blocked');
      reject(new DatabaseError(reason, detail));
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      const isNewer = request.result.version > LAYOUT_VERSION;
      if (isNewer) reject(new DatabaseError('outdated', OUTDATED));
      if (isTooLate || isNewer) return request.result.close();
      guard(request.result, onLost);
      resolve(request.result);
    });
  });

/** Rejects as `blocked` after `ms`. */
export const inTime = <T>(promise: Promise<T>, ms: number, message: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DatabaseError('blocked', message)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Resolves with the work, or once there was no sign of it for `ms`; `onStall` is told then, and the
 * work goes on. */
export const unlessStalled = (
  work: (sign: () => void) => Promise<void>,
  ms: number,
  onStall: () => void,
): Promise<void> =>
  new Promise((resolve) => {
    const giveUp = (): void => {
      onStall();
      resolve();
    };
    let timer = setTimeout(giveUp, ms);
    const sign = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    };
    void work(sign).finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Rejects where another tab holds on to it; the browser then deletes it when that tab lets go. */
export const deletedInTime = (deletion: Promise<unknown>): Promise<unknown> =>
  inTime(deletion, DELETE_TIMEOUT_MS, 'The database is deleted once the other tabs of this desk are closed.');

export const deleteDatabase = (name: string): Promise<unknown> =>
  deletedInTime(
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.addEventListener('success', resolve);
      request.addEventListener('error', () => reject(request.error ?? new DatabaseError('unknown', 'Not deleted.')));
    }),
  );
