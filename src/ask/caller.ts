// Gets this page connected to a peer of the team, and keeps it so. Knocks with an offer, waits for the sealed answer,
// and begins anew when nobody answers or the connection ends; each further attempt lets more peers answer. Asked to
// move, it opens the next connection before it lets go of the one it has. Leaves out what is said.

import type { Bytes, SentFile } from '../files/sent-file.ts';
import type { CustomerLink } from '../knock/link.ts';
import { conversationKeys, keyForKnock, linkTopics, seal, unseal, type ConversationKeys } from '../knock/keys.ts';
import { parseAnswer, parseDemand, workSubject, writeContent, writeKnock } from '../knock/knock.ts';
import { Line } from '../knock/line.ts';
import { Pipe } from '../knock/pipe.ts';
import type { Timers } from '../knock/timers.ts';
import { LEAST_BITS, pay } from '../knock/work.ts';
import { writeWord, type CustomerWord } from '../knock/words.ts';

/** `offline`: no rendezvous is reached. `nobody`: it is, and no peer of the team answers. */
export type Reach = 'calling' | 'offline' | 'nobody' | 'open';

const ANSWER_MS = 2_500;
/** After so many unanswered knocks nobody is there. */
const PATIENT_AFTER = 2;
const LONGEST_WAIT_MS = 12_000;
const MOST_ATTEMPTS = 999;
/** A price holds so long; what is asked for after a flood is little again, and the team says so if it is not. */
const PRICE_LIFE_MS = 20_000;
/** Knocks for a move; then what is open stays. */
const MOVE_ATTEMPTS = 3;
const BEAT = writeWord({ k: 'beat' });

export interface CallerOptions {
  readonly link: CustomerLink;
  readonly secret: Uint8Array;
  readonly timers: Timers;
  wallS(): number;
  token(): string;
  opened(): void;
  heard(message: Uint8Array): boolean;
  /** A file of this device that the desk asks for. */
  find(hash: string): Promise<Bytes | null>;
  /** It was given up to here. */
  gave(hash: string, upToBytes: number): void;
  changed(): void;
}

interface Call {
  readonly name: string;
  readonly pipe: Pipe;
  isAnswered: boolean;
}

export class Caller {
  reach: Reach = 'calling';
  readonly #options: CallerOptions;
  #lines: readonly Line[] = [];
  #topics = { knock: '', price: '' };
  #keys: ConversationKeys | null = null;
  #open: Pipe | null = null;
  #call: Call | null = null;
  #attempt = 0;
  #bits = LEAST_BITS;
  #pricedAt = 0;
  #clockOffS = 0;
  #stopWaiting: () => void = () => undefined;
  #isClosed = false;

  constructor(options: CallerOptions) {
    this.#options = options;
    void this.#start();
  }

  send(word: CustomerWord): void {
    this.#open?.send(writeWord(word));
  }

  /** Null where nobody is connected, or who is does not have it. */
  async fetch(file: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null> {
    return (await this.#open?.files.fetch(file, told)) ?? null;
  }

  /** Another browser of the team waits to go on. */
  move(): void {
    if (this.#call !== null) return;
    this.#attempt = 0;
    void this.#knock();
  }

  /** The page is looked at again, or the network is back. */
  hurry(): void {
    for (const line of this.#lines) line.hurry();
    if (this.#open === null && this.reach !== 'calling') this.#begin();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWaiting();
    this.send({ k: 'bye' });
    for (const line of this.#lines) line.close();
    this.#call?.pipe.end();
    this.#open?.end();
  }

  async #start(): Promise<void> {
    const { link, secret, timers } = this.#options;
    this.#topics = await linkTopics(link.knockKey);
    const keys = await conversationKeys(secret);
    this.#keys = keys;
    if (this.#isClosed) return;
    this.#lines = link.rendezvous.map((url) => {
      const line = new Line({
        url,
        timers,
        heard: (topic, content) => void this.#heard(topic, content),
        changed: () => this.#lineChanged(),
      });
      line.subscribe(this.#topics.price);
      line.subscribe(keys.room);
      return line;
    });
    this.#settle('calling');
    // What never opens is offline soon.
    this.#stopWaiting = timers.after(ANSWER_MS, () => this.#lineChanged());
  }

  #lineChanged(): void {
    if (this.#open !== null || this.#isClosed) return;
    const isAny = this.#lines.some(({ isOpen }) => isOpen);
    if (!isAny) return this.#settle('offline');
    if (this.#call === null) this.#begin();
  }

  #begin(): void {
    if (this.reach !== 'nobody') this.#settle('calling');
    this.#attempt = 0;
    void this.#knock();
  }

  /** A new connection is tried for each knock: an offer is good for one answer. */
  async #knock(): Promise<void> {
    this.#stopWaiting();
    const former = this.#call;
    const { timers, token, secret } = this.#options;
    const pipe: Pipe = new Pipe({
      timers,
      iceServers: [],
      beat: BEAT,
      opened: () => this.#opened(pipe),
      heard: (from, message) => from !== this.#open || this.#options.heard(message),
      find: (hash) => this.#options.find(hash),
      gave: (hash, upToBytes) => this.#options.gave(hash, upToBytes),
      ended: () => this.#ended(pipe),
    });
    const call: Call = { name: token(), pipe, isAnswered: false };
    this.#call = call;
    former?.pipe.end();
    const offer = await pipe.offer();
    if (offer === null || this.#call !== call) return;
    const content = writeContent({ secret, call: call.name, attempt: this.#attempt, offer });
    await this.#publish(content, () => this.#call === call && !this.#isClosed);
    if (this.#call === call) this.#stopWaiting = timers.after(this.#waitMs(), () => this.#unanswered(call));
  }

  async #publish(content: string, isWanted: () => boolean): Promise<void> {
    const { link, timers, wallS } = this.#options;
    const { ephemeral, key } = await keyForKnock(link.publicKey);
    const sealed = await seal(key, content);
    const atS = wallS() + this.#clockOffS;
    const pause = (): Promise<void> => new Promise((resolve) => void timers.after(0, resolve));
    if (timers.mono() - this.#pricedAt > PRICE_LIFE_MS) this.#bits = LEAST_BITS;
    const nonce = await pay(workSubject(this.#topics.knock, ephemeral, atS), this.#bits, pause);
    if (!isWanted()) return;
    for (const line of this.#lines) line.publish(this.#topics.knock, writeKnock({ ephemeral, atS, nonce, sealed }));
  }

  #waitMs(): number {
    return this.#attempt < PATIENT_AFTER ? ANSWER_MS : Math.min(LONGEST_WAIT_MS, ANSWER_MS * this.#attempt);
  }

  #unanswered(call: Call): void {
    if (this.#call !== call || call.isAnswered) return;
    this.#attempt = Math.min(MOST_ATTEMPTS, this.#attempt + 1);
    if (this.#open !== null && this.#attempt >= MOVE_ATTEMPTS) return this.#drop(call);
    const isAny = this.#lines.some(({ isOpen }) => isOpen);
    if (this.#open === null && this.#attempt >= PATIENT_AFTER) this.#settle(isAny ? 'nobody' : 'offline');
    if (isAny) void this.#knock();
    else this.#drop(call);
  }

  #drop(call: Call): void {
    this.#call = null;
    call.pipe.end();
  }

  async #heard(topic: string, content: unknown): Promise<void> {
    if (topic === this.#topics.price) return this.#priced(content);
    if (this.#keys === null || typeof content !== 'string') return;
    const text = await unseal(this.#keys.key, content);
    const answer = text === null ? null : parseAnswer(text);
    const call = this.#call;
    if (answer === null || call === null || answer.call !== call.name || call.isAnswered) return;
    call.isAnswered = true;
    await call.pipe.accept(answer.answer);
  }

  /** The team says what a knock costs now; one that was too cheap is made again. */
  #priced(content: unknown): void {
    const demand = parseDemand(content);
    if (demand === null) return;
    const offS = demand.atS - this.#options.wallS();
    const isNews = demand.bits > this.#bits || Math.abs(offS - this.#clockOffS) > 60;
    this.#bits = Math.max(LEAST_BITS, demand.bits);
    this.#pricedAt = this.#options.timers.mono();
    this.#clockOffS = offS;
    if (isNews && this.#call !== null && !this.#call.isAnswered) void this.#knock();
  }

  #opened(pipe: Pipe): void {
    const former = this.#open;
    this.#stopWaiting();
    this.#open = pipe;
    this.#call = null;
    this.#attempt = 0;
    former?.send(writeWord({ k: 'bye' }));
    if (former !== null) this.#options.timers.after(ANSWER_MS, () => former.end());
    this.#settle('open');
    this.#options.opened();
  }

  #ended(pipe: Pipe): void {
    if (this.#isClosed) return;
    if (this.#open === pipe) {
      this.#open = null;
      this.#settle('calling');
      if (this.#call === null) this.#begin();
    } else if (this.#call?.pipe === pipe) {
      // Answered, and no way was found; or the browser could not.
      this.#call = null;
      this.#attempt = Math.min(MOST_ATTEMPTS, this.#attempt + 1);
      if (this.#open === null && this.#attempt >= PATIENT_AFTER) this.#settle('nobody');
      this.#stopWaiting();
      this.#stopWaiting = this.#options.timers.after(ANSWER_MS, () => void this.#knock());
    }
  }

  #settle(reach: Reach): void {
    if (this.reach === reach) return;
    this.reach = reach;
    this.#options.changed();
  }
}
