// Where the customers of one link knock: the topic at each rendezvous, the porter who turns away, and the private
// key that reads who is let through. Says what a knock costs, at most once a second and by one peer of the team.

import type { AskLink } from '../domain/ask-links.ts';
import { importLinkKey, keyOfKnock, linkTopics, unseal } from '../knock/keys.ts';
import { parseContent, parseKnock, writeDemand, type Knock, type KnockContent } from '../knock/knock.ts';
import { Line } from '../knock/line.ts';
import type { Timers } from '../knock/timers.ts';
import { fromBase64Url } from '../platform/base64url.ts';
import { Porter } from './porter.ts';

const DEMAND_MS = 1_000;
/** Knocks that are looked at: no shop has so many, and the desk stays quick beside them. */
const MOST_A_SECOND = 400;

export interface DoorOptions {
  readonly timers: Timers;
  readonly rendezvous: readonly string[];
  wall(): number;
  /** It is this peer that says what a knock costs. */
  speaks(): boolean;
  /** Somebody was let through; `reply` publishes where they listen. */
  knocked(content: KnockContent, reply: (room: string, sealed: string) => void): Promise<void>;
}

export class Door {
  readonly #options: DoorOptions;
  #lines: readonly Line[] = [];
  #porter: Porter | null = null;
  #demandedAt = -DEMAND_MS;
  #isClosed = false;

  constructor(link: AskLink, options: DoorOptions) {
    this.#options = options;
    // A link that another version made in its own way is passed over.
    void this.#open(link).catch(() => undefined);
  }

  refused(): number {
    return Object.values(this.#porter?.refused ?? {}).reduce((sum, count) => sum + count, 0);
  }

  close(): void {
    this.#isClosed = true;
    for (const line of this.#lines) line.close();
  }

  async #open({ knockKey, privateKey }: AskLink): Promise<void> {
    const topics = await linkTopics(fromBase64Url(knockKey) ?? new Uint8Array());
    const key = await importLinkKey(privateKey);
    if (this.#isClosed) return;
    const porter = new Porter(topics.knock);
    this.#porter = porter;
    this.#lines = this.#options.rendezvous.map((url): Line => {
      const line: Line = new Line({
        url,
        timers: this.#options.timers,
        changed: () => undefined,
        heard: (_, content) => {
          const knock = parseKnock(content);
          if (knock !== null) this.#judge(knock, porter, key, line, topics.price);
        },
      });
      line.subscribe(topics.knock, MOST_A_SECOND);
      return line;
    });
  }

  #judge(knock: Knock, porter: Porter, key: CryptoKey, line: Line, price: string): void {
    const now = this.#options.timers.mono();
    const verdict = porter.admit(knock, now, Math.round(this.#options.wall() / 1000));
    if (verdict === 'in') void this.#letIn(knock, key, line).catch(() => undefined);
    else if (verdict !== 'heard') this.#demand(porter, line, price);
  }

  async #letIn({ ephemeral, sealed }: Knock, key: CryptoKey, line: Line): Promise<void> {
    const text = await unseal(await keyOfKnock(key, ephemeral), sealed);
    const content = text === null ? null : parseContent(text);
    if (content === null) return;
    await this.#options.knocked(content, (room, answer) => line.publish(room, answer));
  }

  #demand(porter: Porter, line: Line, price: string): void {
    const now = this.#options.timers.mono();
    if (now - this.#demandedAt < DEMAND_MS || !this.#options.speaks()) return;
    this.#demandedAt = now;
    const bits = porter.bits(now);
    line.publish(price, writeDemand({ bits, atS: Math.round(this.#options.wall() / 1000) }));
  }
}
