// The view of a desk over a peer of a small world: real engine, fold and view, for pages that are
// rendered by themselves. What would be stored lives in memory.

import { asMonoMs, asWallMs } from '../../src/domain/ids.ts';
import type { Notes } from '../../src/view/app-ports.ts';
import { DeskView } from '../../src/view/desk-view.svelte.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { SmallNetwork } from './small-network.ts';
import { WORLD_START_MS, type Peer, type SmallWorld } from './small-world.ts';

class MemoryNotes implements Notes {
  readonly #kept = new Map<string, string>();

  get(key: string): unknown {
    return JSON.parse(this.#kept.get(key) ?? 'null');
  }

  set(key: string, value: unknown): void {
    this.#kept.set(key, JSON.stringify(value));
  }

  async saved(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {}

  async erase(): Promise<void> {
    this.#kept.clear();
  }
}

export const worldDesk = (world: SmallWorld, peer: Peer): DeskView => {
  const clock = { wall: () => asWallMs(WORLD_START_MS + world.time.now), mono: () => asMonoMs(world.time.now) };
  const { doc } = peer.replica;
  const mesh = new SmallNetwork(world.time).mesh(doc, peer);
  return new DeskView({
    desk: peer.desk,
    storage: createMemoryStorage(doc, 'team'),
    mesh,
    notes: new MemoryNotes(),
    clock,
  });
};
