// The browser's own timers, for the page of a customer: nobody waits for a page that nobody looks at.

import type { Timers } from '../knock/timers.ts';
import { systemClock } from '../platform/clock.ts';

export const pageTimers: Timers = {
  mono: () => systemClock.mono(),
  after(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};
