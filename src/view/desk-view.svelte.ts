// The desk as the screen reads it: everything here is reactive, and everything comes from the engine
// through one beat (beat.svelte.ts). Intents go back through `acts`, which follows each until it is
// saved and turns a refusal into words. Lives as long as its team is open.

import type { Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Alert, Candidate, DeskCommands, Reach, Status } from '../engine/desk-types.ts';
import type { MeshStatus } from '../engine/ports.ts';
import { type AgentCard, agentCards } from './agent-cards.ts';
import { type Arrival, Arrivals } from './arrivals.ts';
import { AttentionChoice } from './attention/attention-choice.svelte.ts';
import type { Look } from './attention/calls.ts';
import { Beat } from './beat.svelte.ts';
import { type ChatRoom, chatRoom, chatRooms } from './chat-rooms.ts';
import { DeskSource } from './desk-source.ts';
import type { AssignmentView, DeskViewOptions, LiveDesk, MeshLook } from './desk-view-ports.ts';
import { assignmentOf, countClosed, countUnread, lookOf, rowSourceOf } from './desk-readings.ts';
import { Company } from './company.ts';
import { Drafts } from './drafts.svelte.ts';
import { followedCommands } from './followed-commands.ts';
import { keptIdentity } from './kept-identity.ts';
import { handsOfDevice } from './idle/hands.ts';
import { IdleWatch } from './idle/idle-watch.svelte.ts';
import { keptLists, type Lists, NO_LISTS, readClosed, readLists } from './lists.ts';
import { Mentions } from './mentions.svelte.ts';
import { type Who, whoFor } from './names-in-words.ts';
import { Past } from './past.ts';
import type { RowSource } from './rows.ts';
import { ReadMarks } from './read-marks.ts';
import { ReconciliationList } from './reconciliation-list.svelte.ts';
import { Saved } from './saved.svelte.ts';
import { TeamLook } from './team-look.ts';

export class DeskView extends TeamLook {
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
  readonly mentions: Mentions;
  /** AT1: who else is at a conversation. */
  readonly company: Company;
  readonly idle: IdleWatch;
  readonly #source: DeskSource;
  readonly #beat: Beat;
  readonly #marks: ReadMarks;
  readonly #ends: (() => void)[] = [];
  readonly #arrivals: Arrivals;
  #cards: readonly AgentCard[] = [];
  #lists: Lists = NO_LISTS;

  readonly agents: readonly AgentCard[] = $derived.by(() => this.#readAgents());
  readonly lists: Lists = $derived.by(() => this.#readLists());
  readonly closed: readonly Conversation[] = $derived.by(() => readClosed(this.team));
  readonly rooms: readonly ChatRoom[] = $derived.by(() => chatRooms(this.team, this.me, this.#marks));
  readonly assignment: AssignmentView = $derived.by(() => {
    void this.#beat.change;
    return assignmentOf(this, this.#engine.assignment());
  });
  readonly chatUnread: number = $derived(this.rooms.reduce((sum, room) => sum + room.unread, 0));
  readonly unread: number = $derived.by(() => countUnread(this));

  constructor({ notes, clock, ...from }: DeskViewOptions) {
    super();
    this.#source = new DeskSource('snapshot' in from ? from.snapshot : null);
    if (!('snapshot' in from)) this.#source.adopt(from);
    const { me, team } = this.#engine;
    this.me = me;
    this.past = new Past(() => this.#engine.team, clock);
    this.#beat = new Beat(clock);
    this.mentions = new Mentions(notes, () => this.team, me);
    this.#marks = new ReadMarks(notes);
    this.company = new Company({
      attend: (attending) => this.#source.live?.desk.attend(attending),
      attendees: (id) => {
        void this.#beat.change;
        return this.#engine.attendees(id);
      },
    });
    this.idle = new IdleWatch({
      notes,
      clock,
      hands: handsOfDevice,
      desk: {
        isReady: () => !this.isOpening && this.myIntent === 'ready',
        setAway: () => this.commands.chooseStatus('away', 'idle'),
      },
    });
    this.saved = new Saved(this.#source.storage, this.mesh);
    this.drafts = new Drafts(notes);
    this.attention = new AttentionChoice(notes);
    this.commands = followedCommands(() => this.#source.commands, this.saved);
    this.who = whoFor(me, (agent) => this.nameOf(agent));
    this.#arrivals = new Arrivals(team, me);
    this.reconciliation = new ReconciliationList({ me, notes, team: () => this.team }, team);
    this.#follow();
    this.#beat.onChange(() => this.#arrivals.tell());
  }

  /** The log is read: from now on it answers. What it has that the snapshot had not is no news. */
  adopt(live: LiveDesk): void {
    this.#source.adopt(live);
    this.#arrivals.restart(live.desk.team);
    this.reconciliation.note(live.desk.team, live.desk.team.conversations.keys());
    this.#follow();
    this.#beat.ask();
  }

  #follow(): void {
    const desk = this.#source.live?.desk;
    if (desk === undefined) return;
    this.#ends.push(
      desk.subscribe(() => this.#beat.ask()),
      desk.onChanges(({ conversations }) => {
        this.#arrivals.note(conversations);
        this.reconciliation.note(desk.team, conversations);
      }),
    );
  }

  get #engine() {
    return this.#source.desk;
  }

  /** The lists are those of the last time, and acts wait, until the log is read. */
  get isOpening(): boolean {
    void this.#beat.change;
    return this.#source.live === null;
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

  get myStatus(): Status {
    return this.agent(this.me)?.status ?? 'away';
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
    return this.mesh.status();
  }

  get mesh(): MeshLook {
    return this.#source.mesh;
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
    // Asked for also while the snapshot answers: else nobody would hear that the log has come.
    void this.#beat.change;
    return this.#source.counts?.waiting ?? this.lists.waiting.length;
  }

  get alerts(): readonly Alert[] {
    void this.#beat.change;
    return this.#engine.alerts();
  }

  agent(id: AgentId): AgentCard | undefined {
    return this.agents.find((card) => card.id === id);
  }

  /** What a row of a list is made from (rows.ts). */
  get rowSource(): RowSource {
    return rowSourceOf(this);
  }

  get closedCount(): number {
    void this.#beat.change;
    return this.#source.counts?.closed ?? countClosed(this);
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
    return lookOf(this);
  }

  isLastReady(): boolean {
    void this.#beat.change;
    return this.#engine.isLastReady();
  }

  isUnread(conversation: Conversation): boolean {
    void this.#beat.change;
    return this.#marks.isUnread(conversation, this.me);
  }

  /** The conversation was on the screen. */
  markRead(conversation: Conversation): void {
    if (!this.isOpening && this.#marks.read(conversation)) this.#beat.ask();
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
    return this.#source.importTarget;
  }

  /** What others gave to this agent or took, told once a frame. */
  onArrivals(receiver: (arrivals: readonly Arrival[]) => void): () => void {
    return this.#arrivals.subscribe(receiver);
  }

  end(): void {
    this.company.end();
    this.idle.end();
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
}
