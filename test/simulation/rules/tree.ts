// A rule to compare with (docs/decisions/0009): entries and their bases as a tree. At each fork the branch with an
// answer stands before one without, then the one in which people did more, then the later. What is not on the
// way to the leaf does not count.

import type { Conversation } from '../../../src/domain/conversation-state.ts';
import type { ConversationEntry, ReplyEntry, RoutingEntry } from '../../../src/domain/entry.ts';
import { FoldState as PlainFold } from '../../../src/domain/fold-state.ts';
import type { GrowingList } from '../../../src/domain/growing-list.ts';
import type { ConversationId, EntryId } from '../../../src/domain/ids.ts';
import { compareEntries } from '../../../src/domain/order.ts';

interface Branch {
  readonly entry: RoutingEntry;
  readonly children: Branch[];
  readonly replies: ReplyEntry[];
}

interface Weight {
  readonly answers: number;
  readonly acts: number;
  readonly last: ConversationEntry;
}

const weigh = ({ entry, children, replies }: Branch): Weight => {
  const isPersons = entry.kind !== 'assigned' && entry.kind !== 'reclaimed';
  let weight: Weight = { answers: replies.length, acts: isPersons ? 1 : 0, last: replies.at(-1) ?? entry };
  for (const child of children.map(weigh)) {
    const last = compareEntries(child.last, weight.last) > 0 ? child.last : weight.last;
    weight = { answers: weight.answers + child.answers, acts: weight.acts + child.acts, last };
  }
  return weight;
};

const stronger = (a: Branch, b: Branch): Branch => {
  const [one, other] = [weigh(a), weigh(b)];
  const difference =
    Math.sign(one.answers) - Math.sign(other.answers) || one.acts - other.acts || compareEntries(one.last, other.last);
  return difference > 0 ? a : b;
};

const isRouting = (entry: ConversationEntry): entry is RoutingEntry => entry.kind !== 'reply' && 'base' in entry;

export class FoldState {
  readonly #id: ConversationId;
  readonly #entries: ConversationEntry[] = [];

  constructor(id: ConversationId) {
    this.#id = id;
  }

  step(entry: ConversationEntry): void {
    this.#entries.push(entry);
  }

  conversation(entries: GrowingList<ConversationEntry>): Conversation | null {
    const standing = this.#standing();
    const fold = new PlainFold(this.#id);
    for (const entry of this.#entries) {
      if (
        isRouting(entry)
          ? standing.has(entry.id)
          : entry.kind !== 'reply' || entry.base === null || standing.has(entry.base)
      )
        fold.step(entry);
    }
    return fold.conversation(entries);
  }

  #standing(): ReadonlySet<EntryId> {
    const branches = new Map<EntryId, Branch>();
    const roots: Branch[] = [];
    for (const entry of this.#entries) {
      if (entry.kind === 'reply' && entry.base !== null) branches.get(entry.base)?.replies.push(entry);
      if (!isRouting(entry) || branches.has(entry.id)) continue;
      const branch: Branch = { entry, children: [], replies: [] };
      const parent = entry.base === null ? undefined : branches.get(entry.base);
      branches.set(entry.id, branch);
      (parent?.children ?? roots).push(branch);
    }
    const standing = new Set<EntryId>();
    for (let forks = roots; forks.length > 0;) {
      const next = forks.reduce(stronger);
      standing.add(next.entry.id);
      forks = next.children;
    }
    return standing;
  }
}
