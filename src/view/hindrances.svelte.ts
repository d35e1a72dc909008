// What does not work on this device, as the screens say it: what was found at the start, and what ports told
// since. Each stands once; one that was mended goes away.

import type { MeshEvent } from '../engine/ports.ts';
import type { Hindrance } from './app-types.ts';
import { type Fault, hindranceOf } from './faults.ts';

/** What is over once the storage takes everything again. */
const MENDABLE: readonly Hindrance[] = ['storageBlocked', 'storageFull', 'storageFailing', 'storageClosed'];

export class Hindrances {
  all: readonly Hindrance[] = $state.raw([]);

  constructor(found: readonly Hindrance[]) {
    this.all = found;
  }

  readonly take = (fault: Fault): void => {
    if (fault.reason === 'mended') return this.#end(MENDABLE);
    const hindrance = hindranceOf(fault);
    if (hindrance !== null && !this.all.includes(hindrance)) this.all = [...this.all, hindrance];
  };

  readonly hear = (event: MeshEvent): void => {
    if (event.kind === 'fault') return this.take(event.fault);
    // Whatever it says, its program has come.
    this.#end(['meshNotLoaded']);
  };

  #end(over: readonly Hindrance[]): void {
    if (this.all.some((each) => over.includes(each))) this.all = this.all.filter((each) => !over.includes(each));
  }
}
