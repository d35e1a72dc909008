// The contract on a mesh whose program comes later, and what happens where it does not come.

import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';

import type { Mesh, MeshEvent } from '../../src/engine/ports.ts';
import { createLateMesh } from '../../src/mesh/late-mesh.ts';
import { LocalHub, LocalMesh } from '../../src/practice/local-mesh.ts';
import { announcementOf, Station } from '../support/mesh-station.ts';
import { meshContract } from './mesh.contract.ts';

const LATE_MS = 20;

meshContract(
  () => {
    const hub = new LocalHub();
    const meshes = new Map<Station, LocalMesh>();
    const of = (station: Station): LocalMesh => meshes.get(station) ?? new LocalMesh(station.doc, hub);
    return Promise.resolve({
      join: (name) => {
        const doc = new Y.Doc();
        const mesh = new LocalMesh(doc, hub);
        const late = createLateMesh(() => new Promise((resolve) => setTimeout(() => resolve(mesh), LATE_MS)));
        const station = new Station(name, doc, late);
        meshes.set(station, mesh);
        return Promise.resolve(station);
      },
      cut: (station) => hub.cut(of(station)),
      heal: (station) => hub.heal(of(station)),
      close: () => {
        for (const station of meshes.keys()) station.mesh.disconnect();
        return Promise.resolve();
      },
    });
  },
  { beatMs: 500, silenceMs: 1_000, healMs: 1_000 },
);

describe('a mesh whose program does not come', () => {
  test('is told once, tried again, and connects as what it was last announced as', async () => {
    vi.useFakeTimers();
    const mesh = new LocalMesh(new Y.Doc(), new LocalHub());
    const announce = vi.spyOn(mesh, 'announce');
    const giveFirst = vi.spyOn(mesh, 'giveFirst');
    const nothing = () => Promise.resolve(null);
    const loads: (() => Promise<Mesh>)[] = [
      () => Promise.reject(new Error('404')),
      () => Promise.reject(new Error('404')),
      () => Promise.resolve(mesh),
    ];
    const late = createLateMesh(() => loads.shift()?.() ?? Promise.reject(new Error('asked too often')));
    const events: MeshEvent[] = [];
    late.subscribe((event) => events.push(event));
    late.announce(announcementOf('a'));
    late.giveFirst(nothing);
    late.connect();
    late.announce(announcementOf('b'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(events.map((event) => (event.kind === 'fault' ? event.fault.reason : event.kind))).toContain('notLoaded');
    expect(events.filter(({ kind }) => kind === 'fault')).toHaveLength(1);
    expect(announce.mock.calls).toEqual([[announcementOf('b')]]);
    expect(giveFirst.mock.calls).toEqual([[nothing]]);
    expect(loads).toEqual([]);
    late.disconnect();
    vi.useRealTimers();
  });

  test('who went away meanwhile is not brought back', async () => {
    const mesh = new LocalMesh(new Y.Doc(), new LocalHub());
    const connect = vi.spyOn(mesh, 'connect');
    const late = createLateMesh(() => Promise.resolve(mesh));
    late.connect();
    late.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(connect).not.toHaveBeenCalled();
  });
});
