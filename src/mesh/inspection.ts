// Which network paths this browser finds with given STUN and TURN servers: it is asked for its
// candidates over a connection to nobody. A page may see less than it has (local addresses hidden behind
// names count as `host` all the same).

import type { MeshPath } from '../engine/ports.ts';

const LONGEST_MS = 3_000;

const isPathType = (type: string | null): type is MeshPath['type'] =>
  type === 'host' || type === 'srflx' || type === 'prflx' || type === 'relay';

/** Ends when the browser says that it has all, or after 3 s; nothing where it cannot look at all. */
export const inspectPaths = async (iceServers: readonly RTCIceServer[]): Promise<readonly MeshPath[]> => {
  const found = new Map<string, MeshPath>();
  let connection: RTCPeerConnection | null = null;
  try {
    const pc = new RTCPeerConnection({ iceServers: [...iceServers] });
    connection = pc;
    const isDone = new Promise<void>((resolve) => {
      setTimeout(resolve, LONGEST_MS);
      pc.onicecandidate = ({ candidate }) => {
        if (candidate === null) return resolve();
        const { type, protocol } = candidate;
        if (isPathType(type)) found.set(`${type} ${protocol}`, { type, protocol: protocol ?? '' });
      };
    });
    pc.createDataChannel('inspection');
    await pc.setLocalDescription();
    await isDone;
  } catch {
    // No WebRTC here, or servers that are none: what was found is the answer.
  }
  connection?.close();
  return [...found.values()];
};
