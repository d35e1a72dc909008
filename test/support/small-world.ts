// A team on a network that exists only here: real replicas and desks, simulated time. Nothing moves
// unless `advance` is called, and the same calls give the same world. Each machine has clocks of its
// own, with any skew; links can be cut and healed, peers killed, put to sleep and started again.

import * as Y from 'yjs';
import type { Customer } from '../../src/domain/entry.ts';
import { asAgentId, asDeviceId, asMonoMs, asWallMs, type AgentId, type ConversationId } from '../../src/domain/ids.ts';
import type { Conversation } from '../../src/domain/conversation-state.ts';
import { Desk } from '../../src/engine/desk.ts';
import type { NewConversation } from '../../src/engine/desk-types.ts';
import type { MeshEvent } from '../../src/engine/ports.ts';
import { Replica } from '../../src/replica/replica.ts';
import { SmallNetwork, type SmallMesh } from './small-network.ts';
import { SmallTime, type Machine } from './small-time.ts';

/** The wall clock of a machine without skew when the world begins. */
export const WORLD_START_MS = Date.UTC(2026, 10, 22, 9);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Small and good enough for names; the seed makes a world. Tommy Ettinger's mulberry32. */
const mulberry = (seed: number) => (): number => {
  let next = (seed += 0x6d2b79f5);
  next = Math.imul(next ^ (next >>> 15), next | 1);
  next ^= next + Math.imul(next ^ (next >>> 7), next | 61);
  return ((next ^ (next >>> 14)) >>> 0) / 2 ** 32;
};

export interface PeerOptions {
  readonly device?: string;
  /** How far this machine's wall clock is off. */
  readonly skewMs?: number;
}

/** One agent's browser on one device. */
export class Peer implements Machine {
  readonly agent: AgentId;
  readonly device: string;
  readonly #world: SmallWorld;
  readonly #skewMs: number;
  readonly #monoOrigin: number;
  isAsleep = false;
  isRunning = false;
  #stored: Uint8Array | null = null;
  #replica: Replica | null = null;
  #desk: Desk | null = null;
  #mesh: SmallMesh | null = null;

  constructor(world: SmallWorld, agent: string, { device = `${agent}-laptop`, skewMs = 0 }: PeerOptions = {}) {
    this.#world = world;
    this.agent = asAgentId(agent);
    this.device = device;
    this.#skewMs = skewMs;
    this.#monoOrigin = Math.floor(world.random() * 1e9);
  }

  get desk(): Desk {
    if (this.#desk === null) throw new Error(`${this.device} is not running.`);
    return this.#desk;
  }

  get replica(): Replica {
    if (this.#replica === null) throw new Error(`${this.device} has never run.`);
    return this.#replica;
  }

  get isDispatcher(): boolean {
    const state = this.desk.assignment();
    return state.kind === 'assigning' && state.isMine;
  }

  /** Starts the app with what is stored here and logs the agent in. */
  start(): this {
    const doc = new Y.Doc();
    doc.clientID = Math.floor(this.#world.random() * 2 ** 32);
    const token = (bytes: number): string => this.#world.token(bytes);
    this.#replica = new Replica({ doc, device: asDeviceId(this.device), token });
    if (this.#stored !== null) Y.applyUpdate(doc, this.#stored);
    if (!this.#replica.team.agents.has(this.agent) && this.#stored === null) this.#join(this.#replica);
    const { time } = this.#world;
    this.#mesh = this.#world.network.mesh(doc, this);
    this.#desk = new Desk({
      replica: this.#replica,
      mesh: this.#mesh,
      clock: { wall: () => this.#wall(), mono: () => asMonoMs(time.now + this.#monoOrigin) },
      alarm: time.alarm(this, this.#monoOrigin),
      me: this.agent,
      peer: token(6),
    });
    this.isRunning = true;
    this.#desk.start();
    this.#mesh.connect();
    return this;
  }

  /** Says goodbye, as logging out and closing the last tab do. */
  leave(): void {
    this.#stop();
    this.#mesh?.disconnect();
  }

  /** The process ends without a word; what was written is stored. */
  kill(): void {
    this.#stop();
    this.#mesh?.vanish();
  }

  sleep(): void {
    this.isAsleep = true;
  }

  wake(): void {
    this.isAsleep = false;
    this.#world.time.wake(this);
  }

  /** An event of the mesh, from the test itself. */
  tell(event: MeshEvent): void {
    this.#mesh?.emit(event);
  }

  opens(overrides: Partial<NewConversation> = {}): ConversationId {
    const opened = this.desk.openConversation(newConversation({ customer: this.#world.customer(), ...overrides }));
    if (!opened.ok) throw new Error(`Refused: ${opened.reason}`);
    return opened.value;
  }

  sees(id: ConversationId): Conversation {
    const conversation = this.replica.team.conversations.get(id);
    if (conversation === undefined) throw new Error(`${this.device} does not have ${id}.`);
    return conversation;
  }

  /** `waiting`, `closed`, or the state and who holds it: `assigned ben`. */
  state(id: ConversationId): string {
    const conversation = this.sees(id);
    return 'owner' in conversation ? `${conversation.state} ${conversation.owner}` : conversation.state;
  }

  /** What this screen says about an agent: the word, and whether it is marked as not responding. */
  statusOf(agent: string): string {
    const { status, isResponding } = this.desk.statusOf(asAgentId(agent));
    return isResponding || status === 'out' ? status : `${status}, not responding`;
  }

  #join(replica: Replica): void {
    replica.write(this.agent, [{ kind: 'joined', name: this.agent, role: 'agent' }], this.#wall());
  }

  #stop(): void {
    this.#desk?.stop();
    this.#desk = null;
    this.isRunning = false;
    this.#stored = Y.encodeStateAsUpdate(this.replica.doc);
    this.#world.time.forget(this);
  }

  #wall() {
    return asWallMs(WORLD_START_MS + this.#world.time.now + this.#skewMs);
  }
}

export const newConversation = (overrides: Partial<NewConversation> = {}): NewConversation => ({
  channel: 'by hand',
  thread: null,
  customer: { key: 'mira', name: 'Mira' },
  subject: 'A late parcel',
  priority: 'normal',
  skills: [],
  messages: [{ key: null, from: 'customer', text: 'Where is it?' }],
  ...overrides,
});

export class SmallWorld {
  readonly time = new SmallTime();
  readonly network: SmallNetwork;
  readonly random: () => number;
  #customers = 0;

  constructor(seed = 1) {
    this.random = mulberry(seed);
    this.network = new SmallNetwork(this.time);
  }

  /** A new browser, started; an agent of the name joins with the first of theirs. */
  peer(agent: string, options?: PeerOptions): Peer {
    return new Peer(this, agent, options).start();
  }

  /** Agents with a browser each, all in sync, each with the given choice or none. */
  team(choices: Readonly<Record<string, 'ready' | 'away' | null>>): Peer[] {
    const peers = Object.keys(choices).map((name) => this.peer(name));
    this.advance(1_000);
    for (const peer of peers) {
      const choice = choices[peer.agent] ?? null;
      if (choice !== null) peer.desk.chooseStatus(choice);
      this.advance(100);
    }
    return peers;
  }

  advance(ms: number): void {
    this.time.advance(ms);
  }

  /** Another one each time, so that nobody has served them before. */
  customer(): Customer {
    this.#customers += 1;
    return { key: `customer ${this.#customers}`, name: `Customer ${this.#customers}` };
  }

  token(bytes: number): string {
    let text = '';
    while (text.length < Math.ceil((bytes * 8) / 6)) text += ALPHABET.charAt(Math.floor(this.random() * 64));
    return text;
  }
}
