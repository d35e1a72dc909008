// What came to this agent, or left them, by somebody else's doing (TR3, CO5): read off the changes, so
// that the screen can say it on every page. What stood there at the start is no news.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId, EntryId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import { readCrossings } from './crossings.ts';

export interface Arrival {
  readonly kind: 'assigned' | 'transferred' | 'takenFromMe' | 'reclaimed' | 'crossed';
  readonly conversation: Conversation;
  /** Whose doing it was. */
  readonly by: AgentId | null;
}

type Team = Pick<TeamState, 'conversations' | 'heldBy'>;

export class Arrivals {
  #team: Team;
  readonly #me: AgentId;
  /** What I hold, with the routing entry that gave it to me. */
  readonly #mine = new Map<ConversationId, EntryId | null>();
  /** How many crossings of mine are known of a conversation. */
  readonly #crossed = new Map<ConversationId, number>();
  readonly #receivers = new Set<(arrivals: readonly Arrival[]) => void>();
  #changed = new Set<ConversationId>();

  constructor(team: Team, me: AgentId) {
    this.#team = team;
    this.#me = me;
    this.restart(team);
  }

  /** What stands there is no news. */
  restart(team: Team): void {
    this.#team = team;
    this.#mine.clear();
    this.#crossed.clear();
    this.#changed.clear();
    for (const { id, base } of team.heldBy(this.#me)) this.#mine.set(id, base);
    for (const conversation of team.conversations.values()) {
      if (conversation.forks.length > 0) this.#crossed.set(conversation.id, this.#myCrossings(conversation));
    }
  }

  subscribe(receiver: (arrivals: readonly Arrival[]) => void): () => void {
    this.#receivers.add(receiver);
    return () => this.#receivers.delete(receiver);
  }

  note(changed: Iterable<ConversationId>): void {
    for (const id of changed) this.#changed.add(id);
  }

  /** Tells what came of all that was noted since the last time. */
  tell(): void {
    const arrivals = this.#see(this.#changed);
    this.#changed = new Set();
    if (arrivals.length > 0) for (const receiver of this.#receivers) receiver(arrivals);
  }

  #see(changed: Iterable<ConversationId>): readonly Arrival[] {
    const arrivals: Arrival[] = [];
    for (const id of changed) {
      const conversation = this.#team.conversations.get(id);
      if (conversation === undefined) continue;
      const moved = this.#move(conversation);
      if (moved !== null) arrivals.push(moved);
      if (this.#hasNewCrossing(conversation)) arrivals.push({ kind: 'crossed', conversation, by: null });
    }
    return arrivals;
  }

  #move(conversation: Conversation): Arrival | null {
    const { id, base, head, state } = conversation;
    const before = this.#mine.get(id);
    const isMine = ownerOf(conversation) === this.#me;
    if (isMine) this.#mine.set(id, base);
    else this.#mine.delete(id);
    if (head === null || head.id === before) return null;
    const isMyDoing = head.by === this.#me && head.kind !== 'assigned' && head.kind !== 'reclaimed';
    if (isMyDoing) return null;
    if (isMine) {
      if (state !== 'assigned') return null;
      return { kind: head.kind === 'assigned' ? 'assigned' : 'transferred', conversation, by: head.by };
    }
    if (before === undefined) return null;
    // An offer to me that is another's offer now was reclaimed in between.
    const isReclaimed = head.kind === 'reclaimed' || head.kind === 'assigned';
    if (isReclaimed) return { kind: 'reclaimed', conversation, by: null };
    return { kind: 'takenFromMe', conversation, by: head.by };
  }

  #myCrossings(conversation: Conversation): number {
    const isMine = ({ agent }: { readonly agent: AgentId }): boolean => agent === this.#me;
    return readCrossings(conversation).filter(({ sides }) => sides.some(isMine)).length;
  }

  #hasNewCrossing(conversation: Conversation): boolean {
    if (conversation.forks.length === 0) return false;
    const count = this.#myCrossings(conversation);
    const before = this.#crossed.get(conversation.id) ?? 0;
    this.#crossed.set(conversation.id, count);
    return count > before;
  }
}
