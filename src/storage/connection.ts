// The connection to a team's database, which browsers take away: under memory pressure, after a fault
// of the disk, when the person clears what sites have stored. It is opened again where the data is
// still there. Where it is gone it stays gone: somebody wanted the team's words off this device.

import { DatabaseError, faultOf, type Loss } from '../platform/database.ts';
import { TeamDatabase } from './team-database.ts';

const REOPEN_PAUSE_MS = 200;

/** Why there will be no connection any more. */
export type Ending = 'erasedElsewhere' | 'upgradedElsewhere' | 'cleared';

export interface ConnectionEvents {
  onEnd(ending: Ending): void;
  onFailure(error: unknown): void;
}

export class Connection {
  readonly #name: string;
  readonly #events: ConnectionEvents;
  #database: TeamDatabase | null = null;
  #opening: Promise<TeamDatabase> | null = null;
  #isOver = false;
  #hasStored = false;

  constructor(name: string, events: ConnectionEvents) {
    this.#name = name;
    this.#events = events;
  }

  get isOpen(): boolean {
    return this.#database !== null;
  }

  /** Null where it has to be opened first. */
  get present(): TeamDatabase | null {
    return this.#database;
  }

  /** Something of this team is stored: from now on an empty database is a cleared one. */
  markStored(): void {
    this.#hasStored = true;
  }

  async database(): Promise<TeamDatabase> {
    return this.#database ?? this.#connect();
  }

  /** The connection was found to be dead; the next use opens another. */
  drop(): void {
    this.#database?.close();
    this.#database = null;
  }

  close(): void {
    this.#isOver = true;
    this.drop();
  }

  #connect(): Promise<TeamDatabase> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(): Promise<TeamDatabase> {
    if (this.#isOver) throw new DatabaseError('closed', 'This team is closed here.');
    const database = await this.#openPatiently();
    const isCleared = this.#hasStored && (await database.isEmpty());
    if (!this.#isOver && !isCleared) {
      this.#database = database;
      return database;
    }
    database.close();
    if (isCleared) await this.#leaveCleared();
    throw new DatabaseError('closed', 'The stored data of this team is gone.');
  }

  /** While a browser closes a database it also breaks off who opens it. */
  async #openPatiently(attemptsLeft = 5): Promise<TeamDatabase> {
    try {
      return await TeamDatabase.open(this.#name, this.#onLost);
    } catch (error) {
      if (faultOf(error).reason !== 'closed' || attemptsLeft === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, REOPEN_PAUSE_MS));
      return this.#openPatiently(attemptsLeft - 1);
    }
  }

  /** To look was to create it anew. */
  async #leaveCleared(): Promise<void> {
    this.#end('cleared');
    await TeamDatabase.erase(this.#name).catch(() => undefined);
  }

  #end(ending: Ending): void {
    if (this.#isOver) return;
    this.close();
    this.#events.onEnd(ending);
  }

  readonly #onLost = (loss: Loss): void => {
    if (this.#isOver) return;
    this.drop();
    if (loss !== 'closed') return this.#end(loss === 'erased' ? 'erasedElsewhere' : 'upgradedElsewhere');
    this.#connect().catch((error: unknown) => this.#events.onFailure(error));
  };
}
