// Customers who reach the team by themselves, as the screen reads them: who is connected here, what they have got
// and read, and the links. The bridge opens with the first link that the team has, and lives as long as its team.

import type { AskLink } from '../domain/ask-links.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Desk } from '../engine/desk.ts';
import type { Result } from '../engine/desk-types.ts';
import type { OpenTeam } from './app-ports.ts';
import { meetingPlaces } from './ask-address.ts';
import type { Files } from './files.svelte.ts';
import type { CustomersPort, LoadedCustomers, OpenBridge, VisitReading } from './customers-port.ts';

/** How long after the last key the customer is told that nobody writes any more. */
const TYPING_MS = 3_000;

export class Customers {
  #version = $state(0);
  readonly #open: OpenTeam;
  readonly #desk: Desk;
  readonly #port: CustomersPort;
  readonly #files: Files;
  #bridge: OpenBridge | null = null;
  #loading: Promise<LoadedCustomers> | null = null;
  #typing: { readonly id: ConversationId; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  #isOver = false;

  constructor(open: OpenTeam, desk: Desk, port: CustomersPort, files: Files) {
    this.#open = open;
    this.#desk = desk;
    this.#port = port;
    this.#files = files;
    open.ends.push(
      desk.onChanges(({ hasTeam }) => {
        if (!hasTeam) return;
        this.#version += 1;
        void this.#follow();
      }),
      () => this.#end(),
    );
    void this.#follow();
  }

  get links(): readonly AskLink[] {
    void this.#version;
    return [...this.#desk.team.askLinks.values()];
  }

  isBlocked(customerKey: string): boolean {
    void this.#version;
    return this.#desk.team.isBlocked(customerKey);
  }

  /** Null where that customer is not connected to this browser. */
  reading(id: ConversationId): VisitReading | null {
    void this.#version;
    return this.#bridge?.reading(id) ?? null;
  }

  /** Knocks that were turned away here since the start. */
  get refused(): number {
    void this.#version;
    return this.#bridge?.refused() ?? 0;
  }

  async makeLink(name: string): Promise<Result> {
    return this.#desk.makeAskLink(await (await this.#load()).makeLink(name));
  }

  revoke(link: AskLink): Result {
    return this.#desk.revokeAskLink(link.id);
  }

  async addressOf(link: AskLink, base: string): Promise<string> {
    const { name } = this.#desk.team;
    return (await this.#load()).addressOf(link, base, name, meetingPlaces(base, this.#open.record.rendezvous));
  }

  block(customerKey: string, isBlocked: boolean): Result {
    return this.#desk.block(customerKey, isBlocked);
  }

  /** A key was pressed in a reply. Also told of a customer who is not connected here yet: they may be in a moment. */
  typed(id: ConversationId): void {
    if (this.#typing?.id !== id) {
      this.#rest();
      this.#bridge?.typing(id, true);
    }
    clearTimeout(this.#typing?.timer);
    this.#typing = { id, timer: setTimeout(() => this.#rest(), TYPING_MS) };
  }

  /** The reply is empty again: it was sent, or taken back. */
  rested(id: ConversationId): void {
    if (this.#typing?.id === id) this.#rest();
  }

  /** The conversation is on the screen of somebody who looks at it. */
  looked(id: ConversationId): void {
    this.#bridge?.looked(id);
  }

  #rest(): void {
    if (this.#typing === null) return;
    clearTimeout(this.#typing.timer);
    this.#bridge?.typing(this.#typing.id, false);
    this.#typing = null;
  }

  #load(): Promise<LoadedCustomers> {
    // Offline, the next wish tries again.
    this.#loading ??= this.#port.load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #follow(): Promise<void> {
    if (this.#bridge !== null || this.#desk.team.askLinks.size === 0) return;
    const loaded = await this.#load().catch(() => null);
    if (loaded === null || this.#bridge !== null || this.#isOver) return;
    this.#bridge = loaded.openBridge({
      desk: this.#desk,
      rendezvous: this.#open.record.rendezvous,
      iceServers: () => this.#open.record.iceServers,
      files: this.#files,
      saved: () => this.#open.session.storage.saved(),
      changed: () => (this.#version += 1),
    });
  }

  #end(): void {
    this.#isOver = true;
    this.#rest();
    this.#bridge?.close();
    this.#bridge = null;
  }
}

export const followCustomers = (open: OpenTeam, desk: Desk, port: CustomersPort, files: Files): Customers =>
  new Customers(open, desk, port, files);
