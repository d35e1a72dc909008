// The team's STUN and TURN servers as this browser takes them. Keeps true: one that this browser does
// not take costs itself alone, never the connections to come.

import type { IceServer } from '../domain/ice-server.ts';

const isTaken = (server: RTCIceServer): boolean => {
  try {
    new RTCPeerConnection({ iceServers: [server] }).close();
    return true;
  } catch {
    return false;
  }
};

const forBrowser = ({ url, username, credential }: IceServer): RTCIceServer =>
  username === '' ? { urls: url } : { urls: url, username, credential };

/** To be read at each new connection; tried out only where the team's list has changed. */
export const usableIceServers = (read: () => readonly IceServer[]): (() => readonly RTCIceServer[]) => {
  let before: readonly IceServer[] = [];
  let usable: readonly RTCIceServer[] = [];
  return () => {
    const servers = read();
    if (servers !== before) usable = servers.map(forBrowser).filter(isTaken);
    before = servers;
    return usable;
  };
};
