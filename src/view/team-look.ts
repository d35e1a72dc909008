// What of a desk's view is read off the team alone, with no state of its own.

import type { Conversation } from '../domain/conversation-state.ts';
import type { Intent, TeamEntry } from '../domain/entry.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { Settings } from '../domain/settings.ts';
import type { TeamState } from '../domain/team-state.ts';
import { noticeOf } from './desk-readings.ts';

export abstract class TeamLook {
  abstract readonly me: AgentId;
  /** The team's state, read anew after every change. */
  abstract get team(): TeamState;

  get teamName(): string {
    return this.team.name;
  }

  get settings(): Settings {
    return this.team.settings;
  }

  get meName(): string {
    return this.nameOf(this.me);
  }

  get myIntent(): Intent {
    return this.team.agents.get(this.me)?.standing.intent ?? 'away';
  }

  /** RE6 and ST6: what happened to my status without me. */
  get statusNotice(): ReturnType<typeof noticeOf> {
    return noticeOf(this.team.agents.get(this.me)?.standing);
  }

  /** A name for any id, also of an agent whose entry has not come yet. */
  nameOf(id: AgentId): string {
    return this.team.agents.get(id)?.name ?? id;
  }

  conversation(id: ConversationId): Conversation | undefined {
    return this.team.conversations.get(id);
  }

  /** Other conversations of the same customer, the newest first. */
  earlier({ id, customer }: Conversation): readonly Conversation[] {
    return this.team
      .conversationsOf(customer.key)
      .filter((other) => other.id !== id)
      .sort((a, b) => b.openedAt - a.openedAt);
  }

  statusHistory(agent: AgentId): readonly TeamEntry[] {
    return this.team.statusHistory(agent);
  }
}
