// How much a run has done: a run that did nothing proves nothing.

import type { Draft } from '../../src/domain/entry.ts';
import type { Tab } from './tab.ts';

export class Counts {
  steps = 0;
  /** Of the steps, beats that said something new. */
  beats = 0;
  acts = 0;
  faults = 0;
  partitions = 0;
  conversations = 0;
  assigned = 0;
  reclaimed = 0;
  systemChoices = 0;
  /** Another tab dispatches than before. */
  handOvers = 0;
  /** Entries decided without knowing the head. */
  conflicts = 0;
  forks = 0;
  gatherings = 0;
  /** What did not parse, at the last gathering. */
  skipped = 0;
  #last: Tab | null = null;

  gathered({ sight, replica }: Tab): void {
    this.gatherings += 1;
    [this.conflicts, this.forks, this.skipped] = [0, 0, 0];
    for (const id of sight.conversations.keys()) {
      const reading = sight.reading(id);
      this.conflicts += reading?.crossings ?? 0;
      this.forks += reading?.forks.length ?? 0;
    }
    for (const count of replica.skipped.values()) this.skipped += count;
  }

  wrote(tab: Tab, drafts: readonly Draft[]): void {
    for (const { kind } of drafts) {
      if (kind === 'assigned') this.assigned += 1;
      if (kind === 'reclaimed') this.reclaimed += 1;
      if (kind === 'opened') this.conversations += 1;
      if (kind === 'status' && tab.act === null) this.systemChoices += 1;
      if (kind !== 'assigned' && kind !== 'reclaimed') continue;
      if (this.#last !== null && this.#last !== tab) this.handOvers += 1;
      this.#last = tab;
    }
  }
}
