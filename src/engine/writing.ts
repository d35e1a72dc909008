// What all acts of a person share: the replica that they write to, as whom and when, and how they refuse.

import type { Conversation } from '../domain/conversation-state.ts';
import type { Draft } from '../domain/entry.ts';
import type { AgentId, ConversationId, EntryId, WallMs } from '../domain/ids.ts';
import { MAX_TEXT } from '../domain/limits.ts';
import type { Replica } from '../replica/replica.ts';
import type { Refusal, Result } from './desk-types.ts';

export const DONE: Result = { ok: true, value: null };
export const refuse = (reason: Refusal): { readonly ok: false; readonly reason: Refusal } => ({ ok: false, reason });

export const whyNotText = (text: string, max = MAX_TEXT): Refusal | null => {
  if (text.trim() === '') return 'empty';
  return text.length > max ? 'tooLong' : null;
};

export class Writing {
  protected readonly replica: Replica;
  readonly me: AgentId;
  protected readonly wall: () => WallMs;

  constructor(replica: Replica, me: AgentId, wall: () => WallMs) {
    this.replica = replica;
    this.me = me;
    this.wall = wall;
  }

  protected conversation(id: ConversationId): Conversation | null {
    return this.replica.team.conversations.get(id) ?? null;
  }

  protected write(drafts: readonly Draft[]): Result {
    if (drafts.length > 0) this.replica.write(this.me, drafts, this.wall());
    return DONE;
  }

  protected writeLast(drafts: readonly Draft[]): Result<EntryId> {
    const last = this.replica.write(this.me, drafts, this.wall()).at(-1);
    return last === undefined ? refuse('empty') : { ok: true, value: last.id };
  }
}
