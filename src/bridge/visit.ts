// One customer, connected to this browser. Decides what goes to and fro: what the customer writes becomes entries
// of the team's log, by ids that derive from the customer's own; what agents reply is passed on. Nothing else of
// the team leaves through here: standing.ts is all that a customer learns. Leaves out who is connected when.

import { messageIdOf } from '../domain/derived-ids.ts';
import type { ReplyEntry } from '../domain/entry.ts';
import { asEntryId, type ConversationId, type EntryId } from '../domain/ids.ts';
import { MAX_SUBJECT } from '../domain/limits.ts';
import { plainFileName, type Bytes, type SentFile } from '../files/sent-file.ts';
import { wellFormed } from '../intake/well-formed.ts';
import type { Pipe } from '../knock/pipe.ts';
import { parseCustomerWord, writeWord, type CustomerWord, type DeskWord, type RefusedWhy } from '../knock/words.ts';
import { Allowance } from './allowance.ts';
import type { BridgeOptions, VisitReading } from './bridge-desk.ts';
import { standingOf } from './standing.ts';
import { VisitFiles } from './visit-files.ts';

export const ASK_CHANNEL = 'ask';
const SUBJECT_CHARACTERS = 80;
/** Of one conversation. */
const MOST_MESSAGES = 1_000;
const WORDS = { burst: 100, perSecond: 20 };
const MESSAGES = { burst: 20, perSecond: 1 };
/** Messages that wait for the files of one before them. */
const MOST_WAITING = 50;
/** Time for teammates to bring what the log names, before the customer is asked for it again. */
const RECOVER_AFTER_MS = 5_000;

export interface VisitHome extends BridgeOptions {
  /** One more conversation may come in now. */
  mayOpen(): boolean;
  /** So many bytes of files may come in from customers now. */
  mayBring(bytes: number): boolean;
  /** An agent at this desk writes a reply in it now. */
  isWriting(id: ConversationId): boolean;
}

export interface VisitOf {
  readonly link: string;
  readonly thread: string;
  readonly conversation: ConversationId;
}

const plainName = (name: string): string =>
  wellFormed(name)
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();

/** What a stranger says of files, and no more than that. */
const plainFiles = (files: readonly SentFile[]): readonly SentFile[] =>
  files.map(({ name, bytes, hash }) => ({ name: plainFileName(name), bytes, hash }));

const subjectOf = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? '';
  const characters = [...line];
  const cut = characters.slice(0, SUBJECT_CHARACTERS - 1).join('');
  return (characters.length <= SUBJECT_CHARACTERS ? line : `${cut}…`).slice(0, MAX_SUBJECT);
};

export class Visit {
  readonly pipe: Pipe;
  readonly conversation: ConversationId;
  /** By which the customer came. */
  readonly link: string;
  /** When the customer was told to go to another browser. */
  movedAt: number | null = null;
  reading: VisitReading = { isTyping: false, got: null, seen: null, sending: null };
  readonly #thread: string;
  readonly #home: VisitHome;
  readonly #words: Allowance;
  readonly #messages: Allowance;
  /** What the customer calls those of the team's entries that are theirs. */
  readonly #own = new Map<EntryId, string>();
  readonly #passedOn = new Set<string>();
  readonly #files: VisitFiles;
  #waiting = 0;
  #turn: Promise<void> = Promise.resolve();
  /** What waits to be said again, and why: whatever follows it waits for it. */
  #heldBack: { readonly id: string; readonly why: RefusedWhy } | null = null;
  #takesFiles = false;
  #name = '';
  #hasGreeted = false;
  #standing = '';

  constructor(pipe: Pipe, { link, thread, conversation }: VisitOf, home: VisitHome) {
    this.pipe = pipe;
    this.conversation = conversation;
    this.link = link;
    this.#thread = thread;
    this.#home = home;
    this.#files = new VisitFiles({
      store: home.files,
      traffic: () => pipe.files,
      mono: () => home.timers.mono(),
      mayBring: (bytes) => home.mayBring(bytes),
      told: (sending) => this.#read({ sending }),
    });
    const now = home.timers.mono();
    this.#words = new Allowance(WORDS, now);
    this.#messages = new Allowance(MESSAGES, now);
  }

  get customerKey(): string {
    return `${ASK_CHANNEL}/${this.#thread}`;
  }

  /** False ends the connection. */
  heard(bytes: Uint8Array): boolean {
    const word = parseCustomerWord(bytes);
    if (word === null || !this.#words.take(this.#home.timers.mono())) return false;
    if (word.k !== 'hello' && !this.#hasGreeted) return word.k === 'beat';
    this.#obey(word);
    return true;
  }

  /** Says what has changed since it was last said. */
  tell(): void {
    if (!this.#hasGreeted) return;
    const { team } = this.#home.desk;
    const conversation = team.conversations.get(this.conversation);
    const standing = standingOf(conversation, this.#home.desk, this.#home.wall());
    const word: DeskWord = { k: 'standing', team: team.name, ...standing };
    const text = JSON.stringify(word);
    if (text !== this.#standing) this.send(word);
    this.#standing = text;
    for (const entry of conversation?.entries ?? []) {
      if (entry.kind === 'message' && entry.from === 'customer') this.#files.offer(entry.files ?? []);
      if (entry.kind === 'reply') this.#passOn(entry);
    }
  }

  /** An agent has it on the screen. */
  looked(): void {
    const { entries = [] } = this.#home.desk.team.conversations.get(this.conversation) ?? {};
    const last = entries.findLast(({ id }) => this.#own.has(id));
    const id = last === undefined ? undefined : this.#own.get(last.id);
    if (id !== undefined) this.send({ k: 'seen', id });
  }

  /** What the customer's page asks for. */
  find(hash: string): Promise<Bytes | null> {
    return this.#files.find(hash);
  }

  send(word: DeskWord): void {
    this.pipe.send(writeWord(word));
  }

  #passOn({ id, agent, at, text, files = [] }: ReplyEntry): void {
    this.#files.offer(files);
    if (this.#passedOn.has(id)) return;
    this.#passedOn.add(id);
    const by = this.#home.desk.team.agents.get(agent)?.name ?? '';
    const names = files.map(({ name }) => name);
    if (files.length === 0) this.send({ k: 'reply', id, by, at, text });
    else if (this.#takesFiles) this.send({ k: 'reply', id, by, at, text, files });
    else this.send({ k: 'reply', id, by, at, text: [text, ...names].join('\n').trim() });
  }

  #obey(word: CustomerWord): void {
    switch (word.k) {
      case 'hello':
        return this.#greet(word);
      case 'say':
        return this.#hear(word);
      case 'got':
        return this.#read({ got: asEntryId(word.id) });
      case 'seen':
        return this.#read({ seen: asEntryId(word.id) });
      case 'typing':
        return this.#read({ isTyping: word.on });
      case 'bye':
        return this.pipe.end();
      case 'beat':
        return;
    }
  }

  #greet({ name, own, have, seen, files = false }: CustomerWord & { k: 'hello' }): void {
    this.#hasGreeted = true;
    this.#takesFiles = files;
    this.#name = plainName(name);
    for (const id of have) this.#passedOn.add(id);
    const { team } = this.#home.desk;
    const got: string[] = [];
    const lack: string[] = [];
    for (const id of own) (team.knows(this.#entryId(id)) ? got : lack).push(id);
    this.send({ k: 'lack', ids: lack, files: true });
    this.#confirm(got);
    this.#standing = '';
    this.tell();
    // Begun while the customer was still on the way here, it is told now.
    if (this.#home.isWriting(this.conversation)) this.send({ k: 'typing', on: true });
    const last = have.at(-1);
    this.#read({ got: last === undefined ? null : asEntryId(last), seen: seen === null ? null : asEntryId(seen) });
    if (files) this.#home.timers.after(RECOVER_AFTER_MS, () => this.#recover());
  }

  #recover(): void {
    if (this.pipe.isOver) return;
    const conversation = this.#home.desk.team.conversations.get(this.conversation);
    this.#turn = this.#turn.then(() => this.#files.recover(conversation)).catch(() => undefined);
  }

  #entryId(id: string): EntryId {
    const entry = messageIdOf(ASK_CHANNEL, `${this.#thread}/${id}`);
    this.#own.set(entry, id);
    return entry;
  }

  /** What follows a message with files waits for it: the order stays. */
  #hear({ id, text, files = [] }: CustomerWord & { k: 'say' }): void {
    if (text.trim() === '' && files.length === 0) return this.#refuse('badFile', id);
    if (this.#waiting === 0 && files.length === 0) {
      const why = this.#whyNot(id);
      return why === null ? this.#write(id, text, []) : this.#refuse(why, id);
    }
    if (this.#waiting >= MOST_WAITING) return this.#refuse('tooFast', id);
    this.#waiting += 1;
    this.#turn = this.#turn
      .then(() => this.#hearInTurn(id, text, plainFiles(files)))
      // It is said again on the next connection.
      .catch(() => this.pipe.end())
      .then(() => void (this.#waiting -= 1));
  }

  async #hearInTurn(id: string, text: string, files: readonly SentFile[]): Promise<void> {
    if (this.pipe.isOver) return;
    const { team } = this.#home.desk;
    const isKnown = team.knows(this.#entryId(id));
    // What is refused anyway is not fetched.
    let why = this.#whyNot(id);
    if (why === null && !isKnown) why = await this.#files.take(files, team.conversations.get(this.conversation));
    if (this.pipe.isOver) return;
    why ??= this.#whyShutOut();
    if (why === null) return this.#write(id, text, files);
    if (why === 'noRoom') this.#heldBack ??= { id, why };
    this.#refuse(why, id);
  }

  #refuse(why: RefusedWhy, id: string): void {
    this.send({ k: 'refused', why, id });
  }

  #whyShutOut(): RefusedWhy | null {
    const { team } = this.#home.desk;
    if (!team.askLinks.has(this.link)) return 'revoked';
    return team.isBlocked(this.customerKey) ? 'blocked' : null;
  }

  #whyNot(id: string): RefusedWhy | null {
    const { desk, timers } = this.#home;
    const conversation = desk.team.conversations.get(this.conversation);
    const shutOut = this.#whyShutOut();
    if (shutOut !== null) return shutOut;
    // Whatever follows one that was held back waits for it: the order stays.
    if (this.#heldBack !== null && this.#heldBack.id !== id) return this.#heldBack.why;
    if (!this.#messages.take(timers.mono())) {
      this.#heldBack = { id, why: 'tooFast' };
      return 'tooFast';
    }
    this.#heldBack = null;
    const known = desk.team.knows(this.#entryId(id));
    if ((conversation?.customerMessages ?? 0) >= MOST_MESSAGES && !known) return 'tooMuch';
    return conversation === undefined && !this.#home.mayOpen() ? 'tooFast' : null;
  }

  #write(id: string, words: string, files: readonly SentFile[]): void {
    const text = wellFormed(words);
    const opened = this.#home.desk.openConversation({
      channel: ASK_CHANNEL,
      thread: this.#thread,
      customer: { key: this.customerKey, name: this.#name === '' ? '?' : this.#name },
      subject: subjectOf(text.trim() === '' ? (files[0]?.name ?? '?') : text.trim()),
      priority: 'normal',
      skills: [],
      messages: [{ key: `${this.#thread}/${id}`, from: 'customer', text, files }],
    });
    if (opened.ok) this.#confirm([id]);
    this.#read({ isTyping: false });
  }

  /** Said only once it is kept (OF2). */
  #confirm(ids: readonly string[]): void {
    if (ids.length === 0) return;
    void this.#home.saved().then((isSaved) => {
      if (isSaved) this.send({ k: 'got', ids });
    });
  }

  #read(change: Partial<VisitReading>): void {
    this.reading = { ...this.reading, ...change };
    this.#home.changed();
  }
}
