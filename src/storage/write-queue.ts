// Group commit: what is written while a transaction is under way goes together into the next one.
// `saved()` is true once everything written before the call is in completed transactions, and false
// once an attempt to write it has failed; nothing is dropped then, the next attempt takes it along.
// Nothing here throws into who writes: Yjs' observers, and behind them the network (I2 of the
// measured faults).

/** Rejects where the records are not in a completed transaction. */
export type Commit = (records: readonly Uint8Array[]) => Promise<void>;

interface Waiter {
  /** How many records, counted from the start, must be in. */
  readonly upTo: number;
  readonly resolve: (isSaved: boolean) => void;
}

const RETRY_FIRST_MS = 2000;
const RETRY_MOST_MS = 60_000;

export class WriteQueue {
  readonly #commit: Commit;
  readonly #onFailure: (error: unknown) => void;
  #pending: Uint8Array[] = [];
  #waiters: Waiter[] = [];
  #committed = 0;
  /** `held`: the database is being opened. `over`: nothing will be written any more. */
  #state: 'held' | 'running' | 'over' = 'held';
  #isBusy = false;
  #isFailing = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #retryMs = RETRY_FIRST_MS;

  constructor(commit: Commit, onFailure: (error: unknown) => void) {
    this.#commit = commit;
    this.#onFailure = onFailure;
  }

  add(record: Uint8Array): void {
    if (this.#state === 'over') return;
    this.#pending.push(record);
    // After a failure all of it is tried again only at intervals, or when somebody asks.
    if (!this.#isFailing) this.#wake();
  }

  saved(): Promise<boolean> {
    if (this.#state === 'over') return Promise.resolve(false);
    if (this.#pending.length === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#waiters.push({ upTo: this.#committed + this.#pending.length, resolve });
      this.#wake();
    });
  }

  /** The database is open. */
  start(): void {
    if (this.#state !== 'held') return;
    this.#state = 'running';
    this.#wake();
  }

  /** Writes nothing any more; whoever waits is told that it did not succeed. */
  end(): void {
    this.#state = 'over';
    clearTimeout(this.#retry);
    this.#pending = [];
    this.#settle(Infinity, false);
  }

  #wake(): void {
    if (this.#state !== 'running' || this.#isBusy || this.#pending.length === 0) return;
    this.#isBusy = true;
    clearTimeout(this.#retry);
    // What one task writes goes into one transaction.
    queueMicrotask(() => void this.#run());
  }

  async #run(): Promise<void> {
    let hasWork = true;
    while (hasWork) {
      const isIn = await this.#attempt(this.#pending.slice());
      const isWanted = isIn ? this.#pending.length > 0 : this.#waiters.length > 0;
      hasWork = this.#state === 'running' && isWanted;
    }
    this.#isBusy = false;
    if (this.#state === 'running' && this.#pending.length > 0) this.#tryLater();
  }

  async #attempt(batch: readonly Uint8Array[]): Promise<boolean> {
    const upTo = this.#committed + batch.length;
    try {
      await this.#commit(batch);
    } catch (error) {
      this.#isFailing = true;
      if (this.#state === 'running') this.#onFailure(error);
      this.#settle(upTo, false);
      return false;
    }
    if (this.#state === 'over') return true;
    this.#isFailing = false;
    this.#pending.splice(0, batch.length);
    this.#committed = upTo;
    this.#retryMs = RETRY_FIRST_MS;
    this.#settle(upTo, true);
    return true;
  }

  #settle(upTo: number, isSaved: boolean): void {
    const waiters = this.#waiters;
    this.#waiters = waiters.filter((waiter) => waiter.upTo > upTo);
    for (const waiter of waiters) if (waiter.upTo <= upTo) waiter.resolve(isSaved);
  }

  #tryLater(): void {
    this.#retry = setTimeout(() => this.#wake(), this.#retryMs);
    this.#retryMs = Math.min(RETRY_MOST_MS, this.#retryMs * 2);
  }
}
