// Whether what this person did is kept: said in words, only once it is true (OF2). An act asks the
// storage when its transaction has completed; what teammates lack is what the connections still hold.

import type { MeshLook, SaveLook } from './desk-view-ports.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

export class Saved {
  /** Of everything written so far in this tab. */
  state: SaveState = $state('saved');
  /** Writes that are not in a completed transaction yet. */
  #pending = 0;
  readonly #storage: SaveLook;
  readonly #mesh: Pick<MeshLook, 'status'>;

  constructor(storage: SaveLook, mesh: Pick<MeshLook, 'status'>) {
    this.#storage = storage;
    this.#mesh = mesh;
    storage.onFault(({ reason }) => {
      if (reason === 'mended') void this.follow();
    });
    // Where nothing can be stored, nothing was: found out before anything is said.
    void this.follow();
  }

  /** Call after an act. */
  async follow(): Promise<void> {
    this.#pending += 1;
    this.state = 'saving';
    const isSaved = await this.#storage.saved().catch(() => false);
    this.#pending -= 1;
    if (!isSaved) this.state = 'failed';
    else if (this.#pending === 0) this.state = 'saved';
  }

  /** Connected teammates' devices that do not have everything yet. */
  behind(): number {
    return this.#mesh.status().peers.filter((peer) => peer.state === 'connected' && !peer.isSynced).length;
  }

  /** Devices that hold all of it, this one included where it is saved. */
  copies(): number {
    const { peers } = this.#mesh.status();
    const devices = peers.filter((peer) => peer.state === 'connected' && peer.isSynced).map((peer) => peer.device);
    return new Set(devices).size + (this.state === 'saved' ? 1 : 0);
  }
}
