// Simulated time: a list of what is due, run in order by `advance`. What is due on a machine that
// sleeps waits until it wakes, and what is due on one that ended never happens.

import type { MonoMs } from '../../src/domain/ids.ts';
import type { Alarm } from '../../src/engine/ports.ts';

export interface Machine {
  readonly isAsleep: boolean;
  readonly isRunning: boolean;
}

interface Task {
  readonly at: number;
  readonly machine: Machine;
  readonly run: () => void;
}

export class SmallTime {
  /** Milliseconds since the world began. */
  now = 0;
  #tasks: Task[] = [];
  #held: Task[] = [];

  /** What is due at the same moment happens in the order in which it was asked for. */
  at(at: number, machine: Machine, run: () => void): () => void {
    const task = { at: Math.max(at, this.now), machine, run };
    const index = this.#tasks.findLastIndex((other) => other.at <= task.at);
    this.#tasks.splice(index + 1, 0, task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
      this.#held = this.#held.filter((other) => other !== task);
    };
  }

  advance(ms: number): void {
    const end = this.now + ms;
    for (let task = this.#tasks[0]; task !== undefined && task.at <= end; task = this.#tasks[0]) {
      this.#tasks.shift();
      this.now = task.at;
      if (task.machine.isAsleep) this.#held.push(task);
      else if (task.machine.isRunning) task.run();
    }
    this.now = end;
  }

  /** All that was held back for this machine happens now. */
  wake(machine: Machine): void {
    const due = this.#held.filter((task) => task.machine === machine);
    this.#held = this.#held.filter((task) => task.machine !== machine);
    for (const { run } of due) this.at(this.now, machine, run);
  }

  forget(machine: Machine): void {
    this.#tasks = this.#tasks.filter((task) => task.machine !== machine);
    this.#held = this.#held.filter((task) => task.machine !== machine);
  }

  alarm(machine: Machine, monoOrigin: number): Alarm {
    let cancel = (): void => {};
    return {
      set: (at: MonoMs, ring) => {
        cancel();
        cancel = this.at(at - monoOrigin, machine, ring);
      },
      clear: () => cancel(),
    };
  }
}
