// One customer's conversation as the page shows it. Decides what is sent and when: each message is kept on this
// device first, then said, and again on every new connection until the team has it; ids make it there once.

import { fromBase64Url } from '../platform/base64url.ts';
import type { SentFile } from '../files/sent-file.ts';
import type { CustomerLink } from '../knock/link.ts';
import type { Timers } from '../knock/timers.ts';
import { MAX_CUSTOMER_TEXT, MAX_IDS, parseDeskWord } from '../knock/words.ts';
import type { DeskWord, RefusedWhy, Standing } from '../knock/words.ts';
import type { Caller, Reach } from './caller.ts';
import type { Kept, KeptMessage, KeptTalk } from './kept.ts';
import { asConfirmed, asReadUpTo, asRefused, stillToSay } from './message-states.ts';
import { OwnTyping } from './own-typing.ts';
import type { WithFiles } from './with-files.ts';

/** Said and not confirmed yet, at once. */
const AHEAD = 5;
const TOO_FAST_MS = 1_500;
const NO_ROOM_MS = 30_000;
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
  /** What files need; null until what connects is here. */
  parts: WithFiles | null = $state.raw(null);
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
  /** How many messages there were when the team was greeted last. */
  #greetedAt = 0;
  /** A desk of an earlier version would lose files: what has them waits, and what follows it. */
  #takesFiles = false;
  readonly #typing: OwnTyping;
  #isPaused = false;
  #isCalling = false;

  constructor(options: TalkOptions, kept: KeptTalk | null) {
    this.#options = options;
    this.#typing = new OwnTyping(options.timers, (on) => this.#caller?.send({ k: 'typing', on }));
    this.team = options.link.teamName;
    this.#secret = kept?.secret ?? options.token(ID_BYTES);
    this.name = kept?.name ?? '';
    this.messages = kept?.messages ?? [];
    this.#seen = kept?.seen ?? null;
    if (this.hasBegun) this.#call();
  }

  /** Nothing that is written here reaches the team. */
  get isShut(): boolean {
    return this.refusal === 'blocked' || this.refusal === 'tooMuch' || this.refusal === 'revoked';
  }

  get hasBegun(): boolean {
    return this.messages.length > 0;
  }

  begin(name: string, text: string): void {
    this.isFresh = true;
    this.name = name;
    this.write(text);
  }

  write(text: string, files: readonly SentFile[] = []): void {
    const words = text.trim().slice(0, MAX_CUSTOMER_TEXT);
    if (words === '' && files.length === 0) return;
    this.#typing.sent();
    const id = this.#options.token(ID_BYTES);
    const withFiles = files.length === 0 ? {} : { files };
    const at = this.#options.wall();
    this.messages = [...this.messages, { id, from: 'me', by: '', at, text: words, ...withFiles, state: 'kept' }];
    this.#lacking.push(id);
    void this.#keep();
    if (this.#caller === null && !this.isShut) this.#call();
    else this.#say();
  }

  /** A key was pressed. */
  typed(): void {
    this.#typing.typed();
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
    await Promise.all([this.parts?.files.forget(), this.#options.kept.write(null)]);
  }

  /** What connects comes beside the form; where it cannot be loaded, there is no network either. */
  #call(): void {
    if (this.#isCalling) return;
    this.#isCalling = true;
    Promise.all([import('./caller.ts'), import('./with-files.ts')]).then(
      ([{ Caller: Made }, { withFiles }]) => {
        this.parts ??= withFiles(this.#secret, {
          timers: this.#options.timers,
          fetch: async (file, told) => (await this.#caller?.fetch(file, told)) ?? null,
        });
        this.#callBy(Made);
      },
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
      find: async (hash) => (await this.parts?.files.read(hash)) ?? null,
      gave: (hash, upToBytes) => this.parts?.files.gave(hash, upToBytes),
      changed: () => this.#reached(),
    });
  }

  #reached(): void {
    this.reach = this.#caller?.reach ?? 'calling';
    if (this.reach === 'open') return;
    this.parts?.files.stalled();
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
        .filter((message) => message.from === from && message.state !== 'refused')
        .slice(-MAX_IDS)
        .map(({ id }) => id);
    this.#greetedAt = this.messages.length;
    const [own, have] = [idsOf('me'), idsOf('team')];
    this.#caller?.send({ k: 'hello', name: this.name, own, have, seen: this.#seen, files: true });
    this.#typing.sayAgain();
  }

  #heard(bytes: Uint8Array): boolean {
    const word = parseDeskWord(bytes);
    if (word !== null) this.#obey(word);
    return word !== null;
  }

  #obey(word: DeskWord): void {
    switch (word.k) {
      case 'standing':
        this.team = word.team === '' ? this.team : word.team;
        this.standing = word;
        return;
      case 'lack':
        this.#isGreeted = true;
        this.#takesFiles = word.files === true;
        this.#lacking = stillToSay(this.messages, word.ids, this.#greetedAt);
        return this.#say();
      case 'got':
        return this.#confirmed(word.ids);
      case 'reply':
        return this.#replied(word);
      case 'typing':
        this.isAgentTyping = word.on;
        return;
      case 'seen':
        return this.#change(asReadUpTo(this.messages, word.id));
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
      const { text, files } = message;
      if (files !== undefined && !this.#takesFiles) return;
      this.#under.add(id);
      this.#caller?.send({ k: 'say', id, text, ...(files === undefined ? {} : { files }) });
    }
  }

  #confirmed(ids: readonly string[]): void {
    this.#lacking = this.#lacking.filter((id) => !ids.includes(id));
    if (this.#lacking.length === 0) this.refusal = null;
    for (const id of ids) this.#under.delete(id);
    this.#change(asConfirmed(this.messages, ids));
    this.#say();
  }

  #replied({ id, by, at, text, files = [] }: DeskWord & { k: 'reply' }): void {
    if (!this.messages.some((message) => message.id === id)) {
      const withFiles = files.length === 0 ? {} : { files };
      this.messages = [...this.messages, { id, from: 'team', by, at, text, ...withFiles, state: 'got' }];
      this.isAgentTyping = false;
      void this.#keep();
    }
    this.#caller?.send({ k: 'got', id });
  }

  /** Too fast, or no room: everything waits a little, and goes out in its order. */
  #refused({ why, id }: DeskWord & { k: 'refused' }): void {
    this.refusal = why;
    if (why === 'badFile' || why === 'filesTooMuch') return this.#giveUp(id);
    this.#under.clear();
    // Nobody answers at this link any more.
    if (why === 'revoked') return this.leave();
    const pauseMs = { tooFast: TOO_FAST_MS, noRoom: NO_ROOM_MS }[why as string];
    if (pauseMs === undefined || this.#isPaused) return;
    this.#isPaused = true;
    this.#options.timers.after(pauseMs, () => {
      this.#isPaused = false;
      this.#say();
    });
  }

  /** It is never taken: what follows goes on. */
  #giveUp(id: string | null): void {
    this.#lacking = this.#lacking.filter((each) => each !== id);
    if (id !== null) this.#under.delete(id);
    this.#change(asRefused(this.messages, id));
    this.#say();
  }

  #change(changed: readonly KeptMessage[]): void {
    if (changed.every((message, index) => message === this.messages[index])) return;
    this.messages = changed;
    void this.#keep();
  }

  async #keep(): Promise<void> {
    if (this.isElsewhere) return;
    const { name, messages } = this;
    const talk = { secret: this.#secret, name, messages: [...messages], seen: this.#seen };
    this.isKept = await this.#options.kept.write(talk);
  }
}
