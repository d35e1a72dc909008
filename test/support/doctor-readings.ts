// What a healthy desk of three reads of its connection; a test changes what it is about.

import { asDeviceId } from '../../src/domain/ids.ts';
import type { MeshPeer, MeshStatus } from '../../src/engine/ports.ts';
import type { DoctorReadings, Person } from '../../src/view/doctor-types.ts';

export const JONAS: Person = { id: 'jonas', name: 'Jonas', status: 'ready', isMe: false };
export const PRIYA: Person = { id: 'priya', name: 'Priya', status: 'out', isMe: false };

export const peerOf = (more: Partial<MeshPeer> = {}): MeshPeer => ({
  device: asDeviceId('jonas-laptop'),
  state: 'connected',
  path: 'direct',
  roundTripMs: 11.6,
  lastHeardMs: 1200,
  sentBytes: 640,
  receivedBytes: 1_240_000,
  pendingBytes: 0,
  isSynced: true,
  ...more,
});

export const meshOf = (more: Partial<MeshStatus> = {}): MeshStatus => ({
  rendezvous: [{ url: 'ws://192.168.1.7:4173/rendezvous', isConnected: true }],
  peers: [peerOf()],
  refused: [],
  arriving: null,
  reachableThrough: 0,
  ...more,
});

export const readingsOf = (more: Partial<DoctorReadings> = {}): DoctorReadings => ({
  browser: {
    isSecureContext: true,
    hasWebrtc: true,
    isOnline: true,
    localNetwork: 'granted',
    isLoopback: false,
    isHttps: false,
    agent: 'Test browser 1',
  },
  mesh: meshOf(),
  paths: [{ type: 'host', protocol: 'udp' }],
  servers: [],
  reach: { reachable: 1, teammates: 2 },
  missing: [PRIYA],
  ownerOf: (device) => (device === 'jonas-laptop' ? JONAS : null),
  ...more,
});
