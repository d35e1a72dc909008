// The team as this peer sees it right now: who is there with what status, who dispatches, and how long
// offers have been open. Puts together what the entries say and what was heard; writes nothing.

import type { Conversation } from '../domain/conversation-state.ts';
import { bridgeOrder } from '../domain/bridging.ts';
import { electDispatcher } from '../domain/election.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { AgentPresence, PresenceOf, VisiblePeer } from '../domain/presence-view.ts';
import type { TeamState } from '../domain/team-state.ts';
import { AssignmentReading } from './assignment-reading.ts';
import type { AssignmentState, Attendee, Effective } from './desk-types.ts';
import { OfferClocks } from './offer-clocks.ts';
import type { Announcement, Attending, MeshEvent } from './ports.ts';
import type { Now, Presence } from './presence.ts';
import { effectiveOf } from './statuses.ts';

export type Self = Omit<Announcement, 'isCaughtUp'> & { readonly agent: AgentId };

export class Lookout {
  readonly clocks = new OfferClocks();
  /** What is open here. */
  attending: Attending | null = null;
  readonly #team: TeamState;
  readonly #presence: Presence;
  readonly #self: Self;
  readonly #reading = new AssignmentReading();
  #elected: (VisiblePeer & { readonly agent: AgentId }) | null = null;
  #wasAnyReady = false;

  constructor(team: TeamState, presence: Presence, self: Self) {
    this.#team = team;
    this.#presence = presence;
    this.#self = self;
  }

  get assignment(): AssignmentState {
    return this.#reading.state;
  }

  /** This peer is the dispatcher, in its own view. */
  get isDispatcher(): boolean {
    return this.#presence.isPeer && this.#elected?.peer === this.#self.peer;
  }

  readonly presenceOf: PresenceOf = (agent): AgentPresence => {
    const { isLive, isResponding, isGone } = this.#presence.agent(agent);
    const known = this.#team.agents.get(agent);
    const status = isLive ? (known?.standing.intent ?? 'away') : 'out';
    return { status, isResponding, isGone: isGone || (!isLive && known?.lastSession?.kind === 'logout') };
  };

  statusOf(agent: AgentId): Effective {
    return effectiveOf(this.#team.agents.get(agent), this.#presence.agent(agent), this.#presence.lastSeen(agent));
  }

  /** Peers by whose turn it is to speak with a customer of whom that is held. */
  bridgeOrder(holder: AgentId | null): readonly string[] {
    return bridgeOrder(this.#presence.peers(), holder, this.#elected?.peer ?? null);
  }

  /** False: the tab is not its device's peer, and speaks with nobody (DI3). */
  get isPeer(): boolean {
    return this.#presence.isPeer;
  }

  isAnybodyReady(): boolean {
    return this.#wasAnyReady;
  }

  /** ST9: nobody else is Ready. */
  isLastReady(): boolean {
    const ready = [...this.#team.agents.keys()].filter((agent) => this.presenceOf(agent).status === 'ready');
    return ready.length === 1 && ready[0] === this.#self.agent;
  }

  announcement(): Announcement {
    const own = { ...this.#self, isCaughtUp: this.#presence.isCaughtUp() };
    return this.attending === null ? own : { ...own, attending: this.attending };
  }

  /** AT1: colleagues, each once. */
  attendees(id: ConversationId): readonly Attendee[] {
    const typing = new Map<AgentId, boolean>();
    for (const { agent, conversation, isTyping } of this.#presence.attending()) {
      if (conversation !== id || agent === this.#self.agent || !this.#team.agents.has(agent)) continue;
      typing.set(agent, isTyping || typing.get(agent) === true);
    }
    return [...typing].map(([agent, isTyping]) => ({ agent, isTyping }));
  }

  /** When something changes here with nothing heard. */
  nextDeadline(): number | null {
    return this.#presence.nextDeadline();
  }

  hear(event: MeshEvent, now: Now): void {
    this.#presence.take(event, now);
  }

  /** Offers seen for the first time are open from now on. */
  see(conversations: Iterable<Conversation>, now: Now): void {
    this.clocks.advance(now.mono, this.#elected !== null);
    for (const conversation of conversations) this.clocks.see(conversation);
  }

  /** Moves time on and looks again. */
  look(now: Now): void {
    this.#presence.setSelf(this.announcement());
    this.#presence.tick(now);
    this.elect(now);
  }

  /** Who dispatches, on what stands at this moment (DI5). */
  elect(now: Now): void {
    const agents = [...this.#team.agents.keys()];
    const isAnyReady = agents.some((agent) => this.presenceOf(agent).status === 'ready');
    this.#elected = electDispatcher(this.#presence.peers(), this.#team.agents);
    this.clocks.advance(now.mono, this.#elected !== null);
    if (isAnyReady && !this.#wasAnyReady) this.clocks.restart();
    this.#wasAnyReady = isAnyReady;
    for (const agent of agents) this.clocks.seeAgent(agent, this.presenceOf(agent).status === 'ready');
    this.#reading.update(
      {
        elected: this.#elected,
        device: this.#self.device,
        agents: this.#team.agents,
        presence: this.presenceOf,
        lastSeen: (agent) => this.#presence.lastSeen(agent),
      },
      now,
    );
  }
}
