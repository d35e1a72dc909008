// How often the page had a turn while something ran: that many times input and painting could come in
// between. Unlike a time it does not depend on how busy the machine is.

import { nextTask } from '../../src/platform/next-task.ts';

export const countTurns = (): { end(): number } => {
  let turns = 0;
  let isRunning = true;
  void (async () => {
    while (isRunning) {
      await nextTask();
      turns += 1;
    }
  })();
  return {
    end: () => {
      isRunning = false;
      return turns;
    },
  };
};
