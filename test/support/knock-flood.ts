// Knocks as somebody makes them who has a customers' link and means ill: garbled, unpaid, one that was overheard again
// and again, paid for and forged, and paid for and sealed as they should be, with an offer that is none. Made
// beforehand; sent over several connections, as fast as asked and as the rendezvous lets them.

import { createHash, randomBytes } from 'node:crypto';

import { keyForKnock, linkTopics, seal } from '../../src/knock/keys.ts';
import { workSubject, writeContent, writeKnock } from '../../src/knock/knock.ts';
import { parseLink } from '../../src/knock/link.ts';
import { LEAST_BITS } from '../../src/knock/work.ts';
import { SignallingClient } from './signalling-client.ts';

/** A connection may begin with 2,000 messages and say 200 a second from then on. */
const CONNECTIONS = 10;
const SLICE_MS = 50;
const SEALED_BYTES = 900;
/** Of each hundred. */
const SHARES = { garbled: 20, unpaid: 40, overheard: 20, forged: 17, sealed: 3 } as const;

type Kind = keyof typeof SHARES;

const kindOf = (index: number): Kind => {
  let left = index % 100;
  for (const [kind, share] of Object.entries(SHARES)) {
    if (left < share) return kind as Kind;
    left -= share;
  }
  return 'garbled';
};

const isCheapEnough = (subject: string, nonce: number): boolean =>
  createHash('sha256').update(`${subject}.${nonce}`).digest().readUInt32BE(0) >>> (32 - LEAST_BITS) === 0;

const paidNonce = (subject: string): number => {
  let nonce = 0;
  while (!isCheapEnough(subject, nonce)) nonce += 1;
  return nonce;
};

export class KnockFlood {
  readonly #url: string;
  readonly #topic: string;
  readonly #publicKey: Uint8Array;
  #overheard: unknown = null;

  private constructor(url: string, topic: string, publicKey: Uint8Array) {
    this.#url = url;
    this.#topic = topic;
    this.#publicKey = publicKey;
  }

  static async at(url: string, link: string): Promise<KnockFlood> {
    const parsed = parseLink(new URL(link).hash);
    if (!parsed.ok) throw new Error('The link does not parse.');
    const { knockKey, publicKey } = parsed.link;
    return new KnockFlood(url, (await linkTopics(knockKey)).knock, publicKey);
  }

  async make(count: number): Promise<readonly unknown[]> {
    this.#overheard = await this.#knock('sealed');
    const knocks: unknown[] = [];
    for (let index = 0; index < count; index += 1) knocks.push(await this.#knock(kindOf(index)));
    return knocks;
  }

  /** `perSecond` in all; the time that it took. */
  async send(knocks: readonly unknown[], perSecond: number): Promise<number> {
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => SignallingClient.open(this.#url)));
    const began = performance.now();
    let sent = 0;
    while (sent < knocks.length) {
      const due = Math.min(knocks.length, Math.ceil(((performance.now() - began + SLICE_MS) / 1000) * perSecond));
      for (; sent < due; sent += 1)
        clients[sent % CONNECTIONS]?.say({ type: 'publish', topic: this.#topic, data: knocks[sent] });
      await new Promise((resolve) => setTimeout(resolve, SLICE_MS));
    }
    await Promise.all(clients.map((client) => client.settle()));
    const tookMs = performance.now() - began;
    for (const client of clients) client.socket.close();
    return tookMs;
  }

  async #knock(kind: Kind): Promise<unknown> {
    if (kind === 'garbled') return { v: 1, e: randomBytes(20).toString('base64url'), s: ['?'] };
    if (kind === 'overheard') return this.#overheard;
    const atS = Math.round(Date.now() / 1000);
    if (kind === 'sealed') {
      const { ephemeral, key } = await keyForKnock(this.#publicKey);
      const call = randomBytes(12).toString('base64url');
      const content = writeContent({ secret: randomBytes(16), call, attempt: 9, offer: 'v=0' });
      const nonce = paidNonce(workSubject(this.#topic, ephemeral, atS));
      return writeKnock({ ephemeral, atS, nonce, sealed: await seal(key, content) });
    }
    const ephemeral = randomBytes(65).toString('base64url');
    const sealed = randomBytes(SEALED_BYTES).toString('base64url');
    const nonce = kind === 'forged' ? paidNonce(workSubject(this.#topic, ephemeral, atS)) : 0;
    return writeKnock({ ephemeral, atS, nonce, sealed });
  }
}
