// What the mesh does where the browser has not all it needs: it says so once, and does nothing else.

import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import { createMesh, type MeshOptions } from '../../../src/mesh/mesh.ts';
import type { Surroundings } from '../../../src/mesh/surroundings.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { Station } from '../../support/mesh-station.ts';

const opened: Station[] = [];

const open = (surroundings: Partial<Surroundings>, rendezvous: readonly string[] = []): Station => {
  const doc = new Y.Doc();
  const options: MeshOptions = {
    doc,
    room: `room ${crypto.randomUUID()}`,
    password: 'secret',
    rendezvous,
    tabsKey: 'tabs',
    clock: systemClock,
    surroundings: {
      locks: null,
      isSecureContext: true,
      hasWebrtc: true,
      page: new EventTarget(),
      openChannel: (name) => new BroadcastChannel(name),
      ...surroundings,
    },
  };
  const station = new Station('a', doc, createMesh(options));
  opened.push(station);
  return station;
};

afterEach(() => {
  vi.unstubAllGlobals();
  for (const { mesh } of opened.splice(0)) mesh.disconnect();
});

describe('a browser that cannot', () => {
  test.each([
    [
      '[W10] an insecure page',
      { isSecureContext: false },
      'this page is not a secure context, and has no crypto.subtle',
    ],
    ['no WebRTC', { hasWebrtc: false }, 'this browser has no RTCPeerConnection'],
  ])('%s: a fault, a tab that works alone, and no exception', async (_, surroundings, detail) => {
    const { mesh, events } = open(surroundings);
    mesh.connect();
    await vi.waitFor(() => expect(events.length).toBe(2));
    expect(events).toContainEqual({ kind: 'fault', fault: { reason: 'webrtcAbsent', detail } });
    expect(events).toContainEqual({ kind: 'role', isPeer: true });
    expect(mesh.status()).toEqual({ rendezvous: [], peers: [], refused: [], arriving: null, reachableThrough: 0 });
  });

  test('[W10] an insecure page has no crypto.randomUUID either', async () => {
    const { mesh, events } = open({ isSecureContext: false });
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(() => mesh.connect()).not.toThrow();
    vi.unstubAllGlobals();
    await vi.waitFor(() => expect(events.length).toBe(2));
  });

  test('no rendezvous in the invite: no fault, and no peer', async () => {
    const { mesh, events } = open({});
    mesh.connect();
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'role', isPeer: true }]));
    expect(mesh.status()).toEqual({ rendezvous: [], peers: [], refused: [], arriving: null, reachableThrough: 0 });
  });

  test('[DI3] without locks each tab is a peer', async () => {
    const stations = [open({ isSecureContext: false }), open({ isSecureContext: false })];
    for (const { mesh } of stations) mesh.connect();
    for (const { events } of stations) expect(events[0]).toEqual({ kind: 'role', isPeer: true });
  });

  test('a listener that throws takes nobody else with it', () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const { mesh, events } = open({});
    mesh.subscribe(() => {
      throw new Error('a bug of the listener');
    });
    const kinds: string[] = [];
    mesh.subscribe(({ kind }) => kinds.push(kind));
    mesh.connect();
    expect([events.length, kinds, reported.mock.calls.length]).toEqual([1, ['role'], 1]);
    vi.unstubAllGlobals();
  });
});
