// One customer's conversation as the page shows it. Decides what is sent and when: each message is kept on this
// device first, then said, and again on every new connection until the team has it; ids make it there once.

import { fromBase64Url } from '../platform/base64url.ts';
import type { CustomerLink } from '../knock/link.ts';
import type { Timers } from '../knock/timers.ts';
import { MAX_CUSTOMER_TEXT, MAX_IDS, parseDeskWord } from '../knock/words.ts';
import type { DeskWord, RefusedWhy, Standing } from '../knock/words.ts';
import type { Caller, Reach } from './caller.ts';
import type { Kept, KeptMessage, KeptTalk } from './kept.ts';

/** Said and not confirmed yet, at once. */
const AHEAD = 5;
const TOO_FAST_MS = 1_500;
const TYPING_MS = 3_000;
const RELOAD_MS = 5_000;
const ID_BYTES = 16;

export interface TalkOptions {
  readonly link: CustomerLink;
  readonly kept: Kept;
  readonly timers: Timers;
  wall(): number;
  token(bytes: number): string;
}

export class Talk {
  messages: readonly KeptMessage[] = $state.raw([]);
  name = $state('');
  team = $state('');
  standing: Standing | null = $state.raw(null);
  reach: Reach = $state('calling');
  isAgentTyping = $state(false);
  /** Why the team did not take what was said last. */
  refusal: RefusedWhy | null = $state(null);
  /** False: what is written is lost with this page. */
  isKept = $state(true);
  /** Another tab of this device has taken the conversation. */
  isElsewhere = $state(false);
  /** It began on this page, not at an earlier visit. */
  isFresh = false;
  readonly #options: TalkOptions;
  #secret: string;
  #seen: string | null = null;
  #caller: Caller | null = null;
  /** Ids that the team lacks, in order, and those of them under way. */
  #lacking: string[] = [];
  readonly #under = new Set<string>();
  /** Until the team has said what it lacks, nothing is said. */
  #isGreeted = false;
  /** The last key; null once it was sent, or of nothing. */
  #typedAt: number | null = null;
  #isPaused = false;
  #isCalling = false;

  constructor(options: TalkOptions, kept: KeptTalk | null) {
    this.#options = options;
    this.team = options.link.teamName;
    this.#secret = kept?.secret ?? options.token(ID_BYTES);
    this.name = kept?.name ?? '';
    this.messages = kept?.messages ?? [];
    this.#seen = kept?.seen ?? null;
    if (this.hasBegun) this.#call();
  }

  /** Nothing that is written here reaches the team. */
  get isShut(): boolean {
    return this.refusal !== null && this.refusal !== 'tooFast';
  }

  get hasBegun(): boolean {
    return this.messages.length > 0;
  }

  begin(name: string, text: string): void {
    this.isFresh = true;
    this.name = name;
    this.write(text);
  }

  write(text: string): void {
    const words = text.trim().slice(0, MAX_CUSTOMER_TEXT);
    if (words === '') return;
    this.#typedAt = null;
    const id = this.#options.token(ID_BYTES);
    const message: KeptMessage = { id, from: 'me', by: '', at: this.#options.wall(), text: words, state: 'kept' };
    this.messages = [...this.messages, message];
    this.#lacking.push(id);
    void this.#keep();
    if (this.#caller === null && !this.isShut) this.#call();
    else this.#say();
  }

  /** A key was pressed. */
  typed(): void {
    const now = this.#options.timers.mono();
    if (this.#typedAt !== null && now - this.#typedAt < TYPING_MS / 2) return;
    this.#typedAt = now;
    this.#caller?.send({ k: 'typing', on: true });
    this.#options.timers.after(TYPING_MS, () => {
      if (this.#typedAt !== now) return;
      this.#typedAt = null;
      this.#caller?.send({ k: 'typing', on: false });
    });
  }

  /** What came is on the screen of somebody who looks at it. */
  look(): void {
    const last = this.messages.findLast(({ from }) => from === 'team')?.id ?? null;
    if (last === null || last === this.#seen) return;
    this.#seen = last;
    this.#caller?.send({ k: 'seen', id: last });
    void this.#keep();
  }

  hurry(): void {
    this.#caller?.hurry();
  }

  /** Lets go of the connection; what is kept stays. */
  leave(): void {
    this.#caller?.close();
    this.#caller = null;
    this.#isCalling = false;
  }

  /** Nothing of it is on this device any more. */
  async forget(): Promise<void> {
    this.leave();
    await this.#options.kept.write(null);
  }

  /** What connects comes beside the form; where it cannot be loaded, there is no network either. */
  #call(): void {
    if (this.#isCalling) return;
    this.#isCalling = true;
    import('./caller.ts').then(
      (loaded) => this.#callBy(loaded.Caller),
      () => {
        this.#isCalling = false;
        this.reach = 'offline';
        this.#options.timers.after(RELOAD_MS, () => this.#call());
      },
    );
  }

  #callBy(Made: typeof Caller): void {
    if (!this.#isCalling) return;
    const { link, timers, wall, token } = this.#options;
    this.#caller = new Made({
      link,
      secret: fromBase64Url(this.#secret) ?? new Uint8Array(),
      timers,
      wallS: () => Math.round(wall() / 1000),
      token: () => token(ID_BYTES),
      opened: () => this.#greet(),
      heard: (message) => this.#heard(message),
      changed: () => this.#reached(),
    });
  }

  #reached(): void {
    this.reach = this.#caller?.reach ?? 'calling';
    if (this.reach === 'open') return;
    this.isAgentTyping = false;
    this.#isGreeted = false;
    this.standing = this.reach === 'calling' ? this.standing : null;
  }

  #greet(): void {
    this.refusal = null;
    this.#under.clear();
    this.isAgentTyping = false;
    this.#isGreeted = false;
    const idsOf = (from: KeptMessage['from']): readonly string[] =>
      this.messages
        .filter((message) => message.from === from)
        .slice(-MAX_IDS)
        .map(({ id }) => id);
    this.#caller?.send({ k: 'hello', name: this.name, own: idsOf('me'), have: idsOf('team'), seen: this.#seen });
    if (this.#typedAt !== null && this.#options.timers.mono() - this.#typedAt < TYPING_MS)
      this.#caller?.send({ k: 'typing', on: true });
  }

  #heard(bytes: Uint8Array): boolean {
    const word = parseDeskWord(bytes);
    if (word === null) return false;
    this.#obey(word);
    return true;
  }

  #obey(word: DeskWord): void {
    switch (word.k) {
      case 'standing':
        this.team = word.team === '' ? this.team : word.team;
        this.standing = word;
        return;
      case 'lack':
        this.#isGreeted = true;
        this.#lacking = this.messages.map(({ id }) => id).filter((id) => word.ids.includes(id));
        return this.#say();
      case 'got':
        return this.#confirmed(word.ids);
      case 'reply':
        return this.#replied(word);
      case 'typing':
        this.isAgentTyping = word.on;
        return;
      case 'seen':
        return this.#readUpTo(word.id);
      case 'refused':
        return this.#refused(word);
      case 'move':
        return this.#caller?.move();
      case 'beat':
        return;
    }
  }

  #say(): void {
    if (!this.#isGreeted || this.#isPaused) return;
    for (const id of this.#lacking) {
      if (this.#under.size >= AHEAD) return;
      const message = this.messages.find((each) => each.id === id);
      if (message === undefined || this.#under.has(id)) continue;
      this.#under.add(id);
      this.#caller?.send({ k: 'say', id, text: message.text });
    }
  }

  #confirmed(ids: readonly string[]): void {
    this.#lacking = this.#lacking.filter((id) => !ids.includes(id));
    if (this.#lacking.length === 0) this.refusal = null;
    for (const id of ids) this.#under.delete(id);
    this.#change((message) =>
      ids.includes(message.id) && message.state === 'kept' ? { ...message, state: 'got' } : message,
    );
    this.#say();
  }

  #replied({ id, by, at, text }: DeskWord & { k: 'reply' }): void {
    if (!this.messages.some((message) => message.id === id)) {
      this.messages = [...this.messages, { id, from: 'team', by, at, text, state: 'got' }];
      this.isAgentTyping = false;
      void this.#keep();
    }
    this.#caller?.send({ k: 'got', id });
  }

  #readUpTo(id: string): void {
    const end = this.messages.findIndex((message) => message.id === id);
    const ids = new Set(this.messages.slice(0, end + 1).map((message) => message.id));
    this.#change((message) =>
      message.from === 'me' && message.state === 'got' && ids.has(message.id) ? { ...message, state: 'seen' } : message,
    );
  }

  /** Too fast: everything waits a little, and goes out in its order. */
  #refused({ why }: DeskWord & { k: 'refused' }): void {
    this.#under.clear();
    this.refusal = why;
    // Nobody answers at this link any more.
    if (why === 'revoked') return this.leave();
    if (why !== 'tooFast' || this.#isPaused) return;
    this.#isPaused = true;
    this.#options.timers.after(TOO_FAST_MS, () => {
      this.#isPaused = false;
      this.#say();
    });
  }

  #change(change: (message: KeptMessage) => KeptMessage): void {
    const changed = this.messages.map(change);
    if (changed.every((message, index) => message === this.messages[index])) return;
    this.messages = changed;
    void this.#keep();
  }

  async #keep(): Promise<void> {
    if (this.isElsewhere) return;
    const { name, messages } = this;
    this.isKept = await this.#options.kept.write({
      secret: this.#secret,
      name,
      messages: [...messages],
      seen: this.#seen,
    });
  }
}
