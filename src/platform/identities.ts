// What it takes to enter each team, handed from the register of teams to whoever keeps it a second time. Holds
// the last word on each team; nothing of it is written here.

export interface TeamIdentity {
  /** Null until the register has told. */
  read(): Uint8Array | null;
  onChange(listener: () => void): () => void;
}

export class Identities {
  /** What was kept a second time, of every team. */
  readonly read: () => Promise<readonly Uint8Array[]>;
  readonly #latest = new Map<string, Uint8Array>();
  readonly #listeners = new Set<(teamId: string) => void>();

  constructor(read: () => Promise<readonly Uint8Array[]>) {
    this.read = read;
  }

  keep(teamId: string, record: object): void {
    this.#latest.set(teamId, new TextEncoder().encode(JSON.stringify(record)));
    for (const listener of this.#listeners) listener(teamId);
  }

  of(teamId: string): TeamIdentity {
    return {
      read: () => this.#latest.get(teamId) ?? null,
      onChange: (listener) => {
        const hear = (changed: string): void => {
          if (changed === teamId) listener();
        };
        this.#listeners.add(hear);
        return () => this.#listeners.delete(hear);
      },
    };
  }
}
