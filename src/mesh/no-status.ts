// What a tab says of the mesh while it has no part in it.

import type { MeshStatus } from '../engine/ports.ts';

export const NO_STATUS: MeshStatus = {
  rendezvous: [],
  peers: [],
  refused: [],
  arriving: null,
  reachableThrough: 0,
};
