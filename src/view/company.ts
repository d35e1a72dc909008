// Who else has a conversation open or writes in it right now, and what the others are told of this tab (AT1). Keeps
// true: a change is told at most once a second, or with what was sent; writing ends some seconds after the last key; a
// page that nobody can see tells nothing. Stores nothing.

import type { ConversationId } from '../domain/ids.ts';
import type { Attendee } from '../engine/desk-types.ts';
import type { Attending } from '../engine/ports.ts';

const TYPING_MS = 5_000;
/** From one conversation to the next is one change. */
const SETTLE_MS = 50;
const LEAST_MS = 1_000;

export interface CompanyDesk {
  attend(attending: Attending | null): void;
  attendees(id: ConversationId): readonly Attendee[];
}

export class Company {
  readonly #desk: CompanyDesk;
  #open: ConversationId | null = null;
  #isTyping = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #wait: ReturnType<typeof setTimeout> | null = null;
  #told = 'null';

  constructor(desk: CompanyDesk) {
    this.#desk = desk;
  }

  /** Colleagues, those who write first. */
  of(id: ConversationId): readonly Attendee[] {
    return [...this.#desk.attendees(id)].sort((a, b) => Number(b.isTyping) - Number(a.isTyping));
  }

  /** It is on this screen. */
  see(id: ConversationId): void {
    if (id !== this.#open) this.#isTyping = false;
    this.#open = id;
    this.#tell();
  }

  leave(id: ConversationId): void {
    if (id !== this.#open) return;
    this.#open = null;
    this.#stopped();
  }

  typed(id: ConversationId): void {
    if (id !== this.#open) return;
    this.#isTyping = true;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#stopped(), TYPING_MS);
    this.#tell();
  }

  /** Told at once: whoever sees the message must not be warned of its writer any more. */
  sent(): void {
    this.#rest();
    if (this.#wait !== null) clearTimeout(this.#wait);
    this.#flush();
  }

  end(): void {
    clearTimeout(this.#quiet);
    if (this.#wait !== null) clearTimeout(this.#wait);
  }

  /** What was written is left. */
  #stopped(): void {
    this.#rest();
    this.#tell();
  }

  #rest(): void {
    clearTimeout(this.#quiet);
    this.#isTyping = false;
  }

  #tell(): void {
    this.#wait ??= setTimeout(() => this.#flush(), SETTLE_MS);
  }

  #flush(): void {
    this.#wait = null;
    const attending = this.#open === null ? null : { conversation: this.#open, isTyping: this.#isTyping };
    const text = JSON.stringify(attending);
    if (text === this.#told) return;
    this.#told = text;
    this.#desk.attend(attending);
    this.#wait = setTimeout(() => this.#flush(), LEAST_MS);
  }
}
