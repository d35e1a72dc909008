// What the doctor reads where there is no desk yet: a newcomer who has not met the team knows its mesh, the
// servers that the invite names, and nobody.

import type { IceServer } from '../domain/ice-server.ts';
import type { Mesh, MeshStatus } from '../engine/ports.ts';
import type { DoctorDesk } from './doctor-live.svelte.ts';

/** A team that is being joined. */
export interface Joining {
  readonly mesh: Mesh;
  readonly iceServers: readonly IceServer[];
}

const SECOND_MS = 1000;

export class NewcomerReach implements DoctorDesk {
  readonly agents = [];
  readonly reach = { reachable: 0, teammates: null };
  readonly mesh: Mesh;
  readonly settings: DoctorDesk['settings'];
  meshStatus: MeshStatus = $state.raw({
    rendezvous: [],
    peers: [],
    refused: [],
    arriving: null,
    reachableThrough: 0,
  });
  /** Wall clock, milliseconds. */
  now = $state(0);
  readonly #stop: () => void;

  constructor({ mesh, iceServers }: Joining, wallClock: () => number) {
    this.mesh = mesh;
    this.settings = { iceServers };
    const read = (): void => {
      this.meshStatus = mesh.status();
      this.now = wallClock();
    };
    read();
    const stopHearing = mesh.onStatus(read);
    const timer = setInterval(read, SECOND_MS);
    this.#stop = () => {
      clearInterval(timer);
      stopHearing();
    };
  }

  statusHistory(): readonly [] {
    return [];
  }

  end(): void {
    this.#stop();
  }
}
