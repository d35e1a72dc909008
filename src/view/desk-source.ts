// Where the screen's desk comes from: the log, or until that is read the snapshot of the last time. Decides which of
// the two answers, and who waits for the log. What asks for the mesh or the storage meanwhile gets its answer then.

import type { DeskCommands, DeskReadings, NewConversation } from '../engine/desk-types.ts';
import type { MeshStatus } from '../engine/ports.ts';
import type { SnapshotDesk } from '../engine/snapshot-desk.ts';
import type { TeamSnapshot } from '../domain/team-snapshot.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { LiveDesk, MeshLook, SaveLook } from './desk-view-ports.ts';

const NO_STATUS: MeshStatus = { rendezvous: [], peers: [], refused: [], arriving: null, reachableThrough: 0 };

type Reader = DeskReadings & { readonly team: TeamState };

export class DeskSource {
  readonly #snapshot: SnapshotDesk | null;
  #live: LiveDesk | null = null;
  #resolve: (live: LiveDesk) => void = () => undefined;
  readonly #coming: Promise<LiveDesk> = new Promise((resolve) => (this.#resolve = resolve));

  constructor(snapshot: SnapshotDesk | null) {
    this.#snapshot = snapshot;
  }

  adopt(live: LiveDesk): void {
    this.#live = live;
    this.#resolve(live);
  }

  get desk(): Reader {
    const desk = this.#live?.desk ?? this.#snapshot;
    if (desk === null) throw new Error('A desk is read before there is one.');
    return desk;
  }

  /** Null while there is only the snapshot. */
  get live(): LiveDesk | null {
    return this.#live;
  }

  get commands(): DeskCommands {
    const commands = this.#live?.desk ?? this.#snapshot?.commands;
    if (commands === undefined) throw new Error('An act is asked for before there is a desk.');
    return commands;
  }

  /** What the snapshot counted; null once the log counts. */
  get counts(): TeamSnapshot['counts'] | null {
    return this.#live === null ? (this.#snapshot?.counts ?? null) : null;
  }

  /** What an import writes to (intake/import.ts): one that is begun too early waits for the log. */
  readonly importTarget = {
    ready: async (): Promise<void> => void (await this.#coming),
    importBatch: (conversations: readonly NewConversation[]) => {
      if (this.#live === null) throw new Error('The log is not read yet.');
      return this.#live.desk.importBatch(conversations);
    },
    saved: async (): Promise<boolean> => (await this.#coming).storage.saved(),
  };

  readonly storage: SaveLook = {
    saved: async () => (await this.#coming).storage.saved(),
    onFault: (listener) => this.#subscribe(({ storage }) => storage.onFault(listener)),
  };

  readonly mesh: MeshLook = {
    status: () => this.#live?.mesh.status() ?? NO_STATUS,
    inspect: async () => (await this.#coming).mesh.inspect(),
    subscribe: (listener) => this.#subscribe(({ mesh }) => mesh.subscribe(listener)),
  };

  /** Now, or once there is a live desk. */
  #subscribe(to: (live: LiveDesk) => () => void): () => void {
    if (this.#live !== null) return to(this.#live);
    const ends: (() => void)[] = [];
    let isOver = false;
    void this.#coming.then((live) => {
      if (!isOver) ends.push(to(live));
    });
    return () => {
      isOver = true;
      for (const end of ends) end();
    };
  }
}
