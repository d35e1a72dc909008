// The contract on the fake, so that whoever tests with it tests with what a mesh does.

import * as Y from 'yjs';

import { FakeHub, FakeMesh } from '../support/fake-mesh.ts';
import { Station } from '../support/mesh-station.ts';
import { meshContract } from './mesh.contract.ts';

meshContract(
  () => {
    const hub = new FakeHub();
    const meshes = new Map<Station, FakeMesh>();
    const of = (station: Station): FakeMesh => meshes.get(station) ?? new FakeMesh(station.doc, hub);
    return Promise.resolve({
      join: (name) => {
        const doc = new Y.Doc();
        const mesh = new FakeMesh(doc, hub);
        const station = new Station(name, doc, mesh);
        meshes.set(station, mesh);
        return Promise.resolve(station);
      },
      cut: (station) => hub.cut(of(station)),
      heal: (station) => hub.heal(of(station)),
      close: () => {
        for (const mesh of meshes.values()) mesh.disconnect();
        return Promise.resolve();
      },
    });
  },
  { beatMs: 500, silenceMs: 1_000, healMs: 1_000 },
);
