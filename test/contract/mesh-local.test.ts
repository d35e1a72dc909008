// The contract on the mesh of a practice team, so that who practises has what a mesh does.

import * as Y from 'yjs';

import { LocalHub, LocalMesh } from '../../src/practice/local-mesh.ts';
import { Station } from '../support/mesh-station.ts';
import { meshContract } from './mesh.contract.ts';

meshContract(
  () => {
    const hub = new LocalHub();
    const meshes = new Map<Station, LocalMesh>();
    const of = (station: Station): LocalMesh => meshes.get(station) ?? new LocalMesh(station.doc, hub);
    return Promise.resolve({
      join: (name) => {
        const doc = new Y.Doc();
        const mesh = new LocalMesh(doc, hub);
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
