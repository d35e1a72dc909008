// Which fault of a port a person is told of on every screen.

import type { MeshFault, StorageFault } from '../engine/ports.ts';
import type { Hindrance } from './app-types.ts';

export type Fault = StorageFault | MeshFault;

/** Null where it stays in the diagnostics. */
export const hindranceOf = ({ reason }: Fault): Hindrance | null => {
  switch (reason) {
    case 'blocked':
      return 'storageBlocked';
    case 'full':
      return 'storageFull';
    case 'closed':
      return 'storageClosed';
    case 'outdated':
      return 'storageOutdated';
    case 'unknown':
      return 'storageFailing';
    case 'rescued':
      return 'storageRescued';
    case 'webrtcAbsent':
      return 'webrtcAbsent';
    case 'notLoaded':
      return 'meshNotLoaded';
    case 'rendezvousUnreachable':
    case 'peerMisbehaved':
    case 'corrupt':
    case 'mended':
      return null;
  }
};
