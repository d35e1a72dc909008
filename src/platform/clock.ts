// The only file that reads the clocks of this machine. `mono` counts from an arbitrary moment and
// never jumps: deadlines and liveness. `wall` is what the machine believes: display and measures.

import { asMonoMs, asWallMs } from '../domain/ids.ts';
import type { Clock } from '../engine/ports.ts';

export const systemClock: Clock = {
  wall: () => asWallMs(Date.now()),
  mono: () => asMonoMs(performance.now()),
};
