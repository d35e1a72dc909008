// The contract on the real mesh, in a real browser, over WebRTC.

import { FrameWorld } from '../support/mesh-frames.ts';
import type { Station } from '../support/mesh-station.ts';
import { meshContract } from './mesh.contract.ts';

meshContract(
  () => {
    const world = new FrameWorld();
    const setCut = (station: Station, isCut: boolean): void => {
      const framed = world.find(station);
      if (framed !== undefined) framed.page.isCut = isCut;
    };
    return Promise.resolve({
      join: async (name) => (await world.open(name)).station,
      cut: (station) => setCut(station, true),
      heal: (station) => setCut(station, false),
      close: () => Promise.resolve(world.close()),
    });
  },
  { beatMs: 2_600, silenceMs: 10_000, healMs: 6_000 },
);
