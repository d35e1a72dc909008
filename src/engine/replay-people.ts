// Who is there in a re-run: each agent who is, as one peer that beats whenever time moves. Coming again
// is another start of the app.

import { asDeviceId, type AgentId } from '../domain/ids.ts';
import type { Now, Presence } from './presence.ts';

export class RerunPeople {
  readonly #presence: Presence;
  readonly #there = new Map<AgentId, string>();
  #starts = 0;

  constructor(presence: Presence) {
    this.#presence = presence;
  }

  come(agent: AgentId): void {
    if (this.#there.has(agent)) return;
    this.#starts += 1;
    this.#there.set(agent, `start ${this.#starts}`);
  }

  go(agent: AgentId, now: Now): void {
    const peer = this.#there.get(agent);
    this.#there.delete(agent);
    if (peer !== undefined) this.#presence.farewell(peer, now);
  }

  beat(now: Now): void {
    for (const [agent, peer] of this.#there) {
      this.#presence.met(peer);
      this.#presence.heard({ device: asDeviceId(agent), agent, peer, isCaughtUp: true }, now);
    }
  }
}
