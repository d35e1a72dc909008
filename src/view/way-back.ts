// The way back from an act that was a mistake: new entries that put a conversation where it was, never a deletion.
// Keeps true: what somebody has acted on since is left alone.

import { ownerOf, type Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId } from '../domain/ids.ts';
import type { DeskCommands, Result } from '../engine/desk-types.ts';

export interface WayBackDesk {
  readonly me: AgentId;
  readonly commands: Pick<DeskCommands, 'takeOver' | 'returnToQueue' | 'transfer' | 'snooze'>;
  conversation(id: ConversationId): Conversation | undefined;
}

/** All of them, up to the first that is refused. */
const inTurn = (acts: readonly (() => Result)[]): Result => {
  let result: Result = { ok: true, value: null };
  for (const act of acts) {
    result = act();
    if (!result.ok) break;
  }
  return result;
};

/** Call right after the act, with the conversation as it was before. */
export const wayBack = (desk: WayBackDesk, before: Conversation): (() => Result) => {
  const { id, snooze } = before;
  const { commands } = desk;
  const done = desk.conversation(id)?.base ?? null;
  return () => {
    const now = desk.conversation(id);
    if (now === undefined || now.base !== done) return { ok: false, reason: 'movedOn' };
    const owner = ownerOf(before);
    const take = (): Result => commands.takeOver(id);
    // A closed conversation is opened again by being taken.
    const reopen = now.state === 'closed' ? [take] : [];
    if (owner === null) return inTurn([...reopen, () => commands.returnToQueue(id)]);
    if (owner !== desk.me) return inTurn([...reopen, () => commands.transfer(id, owner, '')]);
    return inTurn([take, ...(snooze === null ? [] : [() => commands.snooze(id, snooze.until)])]);
  };
};
