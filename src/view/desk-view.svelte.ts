// The desk as the screen reads it: everything here is reactive, and everything comes from the engine
// through one beat (beat.svelte.ts). Intents go back through `acts`, which follows each until it is
// saved and turns a refusal into words. Lives as long as its team is open.

import type { Conversation } from '../domain/conversation-state.ts';
import type { Intent } from '../domain/entry.ts';
import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import type { Settings } from '../domain/settings.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Alert, Candidate, DeskCommands, NewConversation, Reach, Status } from '../engine/desk-types.ts';
import type { Mesh, MeshStatus, Storage } from '../engine/ports.ts';
import { type AgentCard, agentCards } from './agent-cards.ts';
import { type Arrival, Arrivals } from './arrivals.ts';
import { AttentionChoice } from './attention/attention-choice.svelte.ts';
import type { Look } from './attention/calls.ts';
import { Beat } from './beat.svelte.ts';
import { type ChatRoom, chatRoom, chatRooms } from './chat-rooms.ts';
import type { AssignmentView, DeskEngine, DeskViewOptions } from './desk-view-ports.ts';
import { Drafts } from './drafts.svelte.ts';
import { followedCommands } from './followed-commands.ts';
import { keptIdentity } from './kept-identity.ts';
import { keptLists, type Lists, NO_LISTS, readClosed, readEarlier, readLists } from './lists.ts';
import { type Who, whoFor } from './names-in-words.ts';
import { Past } from './past.ts';
import type { RowSource } from './rows.ts';
import { ReadMarks } from './read-marks.ts';
import { ReconciliationList } from './reconciliation-list.svelte.ts';
import { Saved } from './saved.svelte.ts';

export class DeskView {
  readonly me: AgentId;
  readonly saved: Saved;
  readonly drafts: Drafts;
  /** What this person wants to be told of on this device. */
  readonly attention: AttentionChoice;
  readonly commands: DeskCommands;
  /** Names in the middle of a sentence. */
  readonly who: Who;
  /** CO5: what was handled on both sides. */
  readonly reconciliation: ReconciliationList;
  readonly past: Past;
  readonly #engine: DeskEngine;
  readonly #mesh: Mesh;
  readonly #storage: Storage;
  readonly #beat: Beat;
  readonly #marks: ReadMarks;
  readonly #ends: (() => void)[];
  readonly #arrivals: Arrivals;
  #cards: readonly AgentCard[] = [];
  #lists: Lists = NO_LISTS;

  readonly agents: readonly AgentCard[] = $derived.by(() => this.#readAgents());
  readonly lists: Lists = $derived.by(() => this.#readLists());
  readonly closed: readonly Conversation[] = $derived.by(() => readClosed(this.team));
  readonly rooms: readonly ChatRoom[] = $derived.by(() => chatRooms(this.team, this.me, this.#marks));
  readonly assignment: AssignmentView = $derived.by(() => this.#readAssignment());
  readonly chatUnread: number = $derived(this.rooms.reduce((sum, room) => sum + room.unread, 0));
  readonly unread: number = $derived.by(() => this.#countUnread());

  constructor({ desk, storage, mesh, notes, clock }: DeskViewOptions) {
    this.me = desk.me;
    this.#engine = desk;
    this.#mesh = mesh;
    this.#storage = storage;
    this.past = new Past(desk.team, clock);
    this.#beat = new Beat(clock);
    this.#marks = new ReadMarks(notes);
    this.saved = new Saved(storage, mesh);
    this.drafts = new Drafts(notes);
    this.attention = new AttentionChoice(notes);
    this.commands = followedCommands(desk, this.saved);
    this.who = whoFor(desk.me, (agent) => this.nameOf(agent));
    this.#arrivals = new Arrivals(desk.team, desk.me);
    this.reconciliation = new ReconciliationList({ me: desk.me, notes, team: () => this.team }, desk.team);
    this.#ends = [
      desk.subscribe(() => this.#beat.ask()),
      desk.onChanges(({ conversations }) => {
        this.#arrivals.note(conversations);
        this.reconciliation.note(desk.team, conversations);
      }),
    ];
    this.#beat.onChange(() => this.#arrivals.tell());
  }

  /** Wall clock, milliseconds, moving once a second and with every change. */
  get now(): number {
    return this.#beat.now;
  }

  /** The team's state, read anew after every change. */
  get team(): TeamState {
    void this.#beat.change;
    return this.#engine.team;
  }

  get teamName(): string {
    return this.team.name;
  }

  get settings(): Settings {
    return this.team.settings;
  }

  get meName(): string {
    return this.nameOf(this.me);
  }

  get myStatus(): Status {
    return this.agent(this.me)?.status ?? 'away';
  }

  get myIntent(): Intent {
    return this.team.agents.get(this.me)?.standing.intent ?? 'away';
  }

  get myStatusSince(): number | null {
    return this.agent(this.me)?.since ?? null;
  }

  get isConnecting(): boolean {
    return this.reach.isConnecting;
  }

  get reach(): Reach {
    void this.#beat.change;
    return this.#engine.reach();
  }

  get meshStatus(): MeshStatus {
    void this.#beat.change;
    return this.#mesh.status();
  }

  get mesh(): Mesh {
    return this.#mesh;
  }

  /** Devices in reach that lack something of ours. */
  get unsent(): number {
    void this.#beat.change;
    return this.saved.behind();
  }

  /** Devices that hold everything, this one included. */
  get copies(): number {
    void this.#beat.change;
    return this.saved.copies();
  }

  get waitingCount(): number {
    return this.lists.waiting.length;
  }

  get alerts(): readonly Alert[] {
    void this.#beat.change;
    return this.#engine.alerts();
  }

  /** RE6 and ST6: what happened to my status without me. */
  get statusNotice(): 'didNotPickUp' | 'crossed' | null {
    const standing = this.team.agents.get(this.me)?.standing;
    if (standing?.isCrossed === true) return 'crossed';
    return standing?.source === 'system' ? 'didNotPickUp' : null;
  }

  agent(id: AgentId): AgentCard | undefined {
    return this.agents.find((card) => card.id === id);
  }

  /** A name for any id, also of an agent whose entry has not come yet. */
  nameOf(id: AgentId): string {
    return this.team.agents.get(id)?.name ?? id;
  }

  /** What a row of a list is made from (rows.ts). */
  get rowSource(): RowSource {
    return {
      me: this.me,
      now: this.now,
      settings: this.settings,
      isUnread: (conversation) => this.isUnread(conversation),
      hasDraft: (conversation) => this.drafts.has(conversation.id),
      person: (agent) => ({ id: agent, name: this.nameOf(agent), status: this.agent(agent)?.status ?? 'out' }),
      offerRemainingMs: (conversation) => this.offerRemainingMs(conversation.id),
    };
  }

  get closedCount(): number {
    const { waiting } = this.lists;
    const held = this.agents.reduce((sum, agent) => sum + agent.open, 0);
    return Math.max(0, this.team.conversations.size - waiting.length - held);
  }

  conversation(id: ConversationId): Conversation | undefined {
    return this.team.conversations.get(id);
  }

  earlier(conversation: Conversation): readonly Conversation[] {
    return readEarlier(this.team, conversation);
  }

  candidates(id: ConversationId): readonly Candidate[] {
    void this.#beat.change;
    return this.#engine.candidates(id);
  }

  offerRemainingMs(id: ConversationId): number | null {
    void this.now;
    return this.#engine.offerRemainingMs(id);
  }

  /** What attention.svelte compares with what it was. */
  get look(): Look {
    const { assignedToMe, inProgress, waiting } = this.lists;
    const rooms = this.rooms.map(({ id, unread, last }) => ({ id, unread, lastId: last?.id ?? null }));
    const { state } = this.assignment;
    const isPausedWithWaiting = state.kind === 'paused' && state.reason === 'nobodyReady' && waiting.length > 0;
    return { assignedToMe, inProgress, rooms, isPausedWithWaiting };
  }

  isLastReady(): boolean {
    return this.#engine.isLastReady();
  }

  isUnread(conversation: Conversation): boolean {
    void this.#beat.change;
    return this.#marks.isUnread(conversation, this.me);
  }

  /** The conversation was on the screen. */
  markRead(conversation: Conversation): void {
    if (this.#marks.read(conversation)) this.#beat.ask();
  }

  room(id: 'team' | AgentId): ChatRoom {
    return chatRoom(this.team, this.me, id, this.#marks);
  }

  /** Up to where the room was read, wall ms. */
  roomMark(id: 'team' | AgentId): number {
    return this.#marks.chatMark(id);
  }

  markRoomRead(id: 'team' | AgentId): void {
    if (this.#marks.readRoom(id, this.room(id).entries, this.me)) this.#beat.ask();
  }

  /** What an import writes to (intake/import.ts). */
  get importTarget() {
    return {
      importBatch: (conversations: readonly NewConversation[]) => this.#engine.importBatch(conversations),
      saved: () => this.#storage.saved(),
    };
  }

  statusHistory(agent: AgentId) {
    return this.team.statusHistory(agent);
  }

  /** What others gave to this agent or took, told once a frame. */
  onArrivals(receiver: (arrivals: readonly Arrival[]) => void): () => void {
    return this.#arrivals.subscribe(receiver);
  }

  end(): void {
    for (const end of this.#ends.splice(0)) end();
    this.#beat.end();
  }

  get #now(): number {
    void this.#beat.change;
    return this.#beat.now;
  }

  #readLists(): Lists {
    this.#lists = keptLists(this.#lists, readLists(this.team, this.#engine, this.#now as WallMs));
    return this.#lists;
  }

  #readAgents(): readonly AgentCard[] {
    const { agents, settings } = this.team;
    this.#cards = keptIdentity(this.#cards, agentCards(agents.values(), this.#engine, settings.capacity));
    return this.#cards;
  }

  #readAssignment(): AssignmentView {
    const { waiting } = this.lists;
    const oldest = waiting.reduce((least, each) => Math.min(least, each.waitingSince), this.now);
    const state = this.#engine.assignment();
    const agentName = 'agent' in state ? this.nameOf(state.agent) : '';
    return { state, agentName, waiting: waiting.length, longestMs: Math.max(0, this.now - oldest) };
  }

  #countUnread(): number {
    const { assignedToMe, inProgress } = this.lists;
    return [...assignedToMe, ...inProgress].filter((each) => this.isUnread(each)).length;
  }
}
