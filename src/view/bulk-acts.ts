// What can be done to many conversations at once, as the steps of each.

import type { Conversation } from '../domain/conversation-state.ts';
import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import type { DeskCommands, Result } from '../engine/desk-types.ts';
import type { BulkStep } from './bulk-run.svelte.ts';
import { wayBack } from './way-back.ts';

export type BulkAct =
  | { readonly kind: 'transfer'; readonly to: AgentId }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'snooze'; readonly until: WallMs }
  | { readonly kind: 'close' };

export interface BulkDesk {
  readonly me: AgentId;
  readonly commands: DeskCommands;
  conversation(id: ConversationId): Conversation | undefined;
}

const NOT_FOUND: Result = { ok: false, reason: 'notFound' };

const run = ({ commands }: BulkDesk, id: ConversationId, act: BulkAct): Result => {
  switch (act.kind) {
    case 'transfer':
      return commands.transfer(id, act.to, '');
    case 'tag':
      return commands.tag(id, act.tag);
    case 'snooze':
      return commands.snooze(id, act.until);
    case 'close':
      return commands.close(id);
  }
};

/** A tag that was on before stays on. */
const untagging = (desk: BulkDesk, before: Conversation, tag: string): (() => Result) => {
  const put = desk.conversation(before.id)?.tags.filter((each) => !before.tags.includes(each)) ?? [];
  return () => (put[0] === undefined ? { ok: true, value: null } : desk.commands.untag(before.id, put[0] ?? tag));
};

export const bulkSteps = (desk: BulkDesk, ids: Iterable<ConversationId>, act: BulkAct): readonly BulkStep[] =>
  [...ids].map((id) => {
    let before: Conversation | undefined;
    return {
      id,
      act: () => {
        before = desk.conversation(id);
        return before === undefined ? NOT_FOUND : run(desk, id, act);
      },
      wayBack: () => {
        if (before === undefined) return () => NOT_FOUND;
        if (act.kind === 'tag') return untagging(desk, before, act.tag);
        return act.kind === 'snooze' ? () => desk.commands.wake(id) : wayBack(desk, before);
      },
    };
  });
