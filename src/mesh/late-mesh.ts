// The `Mesh` port before its program is here: nothing of it is needed for the first list, so it is fetched
// when somebody first connects or looks. Keeps true: what was asked meanwhile is asked of the real mesh, in
// the same order. A fetch that fails (a new version is being put in place) is told once and tried again.

import type { Announcement, Mesh, MeshEvent, MeshPath, MeshStatus } from '../engine/ports.ts';
import { NO_STATUS } from './no-status.ts';

const RETRY_MS = 5_000;

class LateMesh implements Mesh {
  readonly #load: () => Promise<Mesh>;
  readonly #listeners = new Set<(event: MeshEvent) => void>();
  readonly #bells = new Set<() => void>();
  #announcement: Announcement | null = null;
  #findFile: Parameters<Mesh['giveFiles']>[0] | null = null;
  #findFirst: Parameters<Mesh['giveFirst']>[0] | null = null;
  #isWanted = false;
  #hasTold = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #coming: Promise<Mesh | null> | null = null;
  #mesh: Mesh | null = null;

  constructor(load: () => Promise<Mesh>) {
    this.#load = load;
  }

  connect(): void {
    this.#isWanted = true;
    this.#mesh?.connect();
    if (this.#mesh === null) void this.#fetch();
  }

  disconnect(): void {
    this.#isWanted = false;
    clearTimeout(this.#retry);
    this.#mesh?.disconnect();
  }

  announce(announcement: Announcement): void {
    this.#announcement = announcement;
    this.#mesh?.announce(announcement);
  }

  subscribe(listener: (event: MeshEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  status(): MeshStatus {
    return this.#mesh?.status() ?? NO_STATUS;
  }

  onStatus(listener: () => void): () => void {
    this.#bells.add(listener);
    return () => this.#bells.delete(listener);
  }

  async inspect(): Promise<readonly MeshPath[]> {
    const mesh = await this.#fetch();
    return mesh === null ? [] : mesh.inspect();
  }

  async fetchFile(...asked: Parameters<Mesh['fetchFile']>): ReturnType<Mesh['fetchFile']> {
    return (await this.#mesh?.fetchFile(...asked)) ?? null;
  }

  giveFiles(find: Parameters<Mesh['giveFiles']>[0]): void {
    this.#findFile = find;
    this.#mesh?.giveFiles(find);
  }

  giveFirst(find: Parameters<Mesh['giveFirst']>[0]): void {
    this.#findFirst = find;
    this.#mesh?.giveFirst(find);
  }

  #fetch(): Promise<Mesh | null> {
    this.#coming ??= this.#load().then(
      (mesh) => this.#begin(mesh),
      (error: unknown) => this.#fail(error),
    );
    return this.#coming;
  }

  #begin(mesh: Mesh): Mesh {
    this.#mesh = mesh;
    mesh.subscribe((event) => this.#emit(event));
    mesh.onStatus(() => {
      for (const listener of this.#bells) listener();
    });
    if (this.#findFile !== null) mesh.giveFiles(this.#findFile);
    if (this.#findFirst !== null) mesh.giveFirst(this.#findFirst);
    if (this.#announcement !== null) mesh.announce(this.#announcement);
    if (this.#isWanted) mesh.connect();
    return mesh;
  }

  #fail(error: unknown): null {
    this.#coming = null;
    if (!this.#hasTold) this.#emit({ kind: 'fault', fault: { reason: 'notLoaded', detail: String(error) } });
    this.#hasTold = true;
    clearTimeout(this.#retry);
    if (this.#isWanted) this.#retry = setTimeout(() => void this.#fetch(), RETRY_MS);
    return null;
  }

  #emit(event: MeshEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** `load` fetches the program and makes the mesh of it; called again where it failed. */
export const createLateMesh = (load: () => Promise<Mesh>): Mesh => new LateMesh(load);
