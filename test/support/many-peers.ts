// What a crowd of simulated peers costs, for whoever prints or judges it.

import { MeshSimulation } from './mesh-simulation.ts';

interface CrowdFigures {
  readonly peers: number;
  readonly mostLinks: number;
  /** The fewest other peers that any of them has heard of and not lost. */
  readonly leastReached: number;
  /** Messages for one small change, acknowledgements included, until it is everywhere. */
  readonly messagesAChange: number;
  readonly isConverged: boolean;
}

/** `maxLinks`: connections each keeps; all if it is not given. */
export const measureCrowd = async (peers: number, maxLinks?: number, settleMs = 40_000): Promise<CrowdFigures> => {
  const simulation = new MeshSimulation(maxLinks);
  const crowd = simulation.add(peers);
  await simulation.run(settleMs);
  const messagesAChange = await simulation.countMessages(() => crowd[0]?.doc.getMap('test').set('change', 1), 3_000);
  return {
    peers,
    mostLinks: Math.max(...crowd.map(({ ends }) => ends.size)),
    leastReached: Math.min(...crowd.map((peer) => peer.reached().size)),
    messagesAChange,
    isConverged: simulation.isConverged(),
  };
};
