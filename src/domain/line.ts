// Lines of routing entries (CO4.3): an entry, its base, the base of that, and so on, broken by a
// return and by the dispatcher. A line remembers who has answered in it, so that whoever acts on
// an answered line is known to have seen the answer. Each node shares its parent's set until a new
// name comes in, which keeps a conversation of 100,000 entries linear.

import { BREAKS_LINE } from './crossing.ts';
import type { RoutingKind } from './entry.ts';
import type { AgentId, EntryId } from './ids.ts';

interface Node {
  readonly owner: AgentId | null;
  readonly breaksLine: boolean;
  answerers: ReadonlySet<AgentId>;
}

const NOBODY: ReadonlySet<AgentId> = new Set();

export class Lines {
  readonly #nodes = new Map<EntryId, Node>();

  /** Who has answered in the line that an entry on `base` goes on. */
  answerersBefore(base: EntryId | null): ReadonlySet<AgentId> {
    const node = base === null ? undefined : this.#nodes.get(base);
    return node === undefined || node.breaksLine ? NOBODY : node.answerers;
  }

  /** Enters a routing entry, or a reply that became a head; the base must have been entered before. */
  add(id: EntryId, kind: RoutingKind | 'reply', base: EntryId | null, owner: AgentId | null): void {
    if (this.#nodes.has(id)) return;
    this.#nodes.set(id, { owner, breaksLine: BREAKS_LINE.has(kind), answerers: this.answerersBefore(base) });
  }

  /** True where `agent` held the conversation as the writer of an entry on `base` saw it. */
  isHolderAt(base: EntryId | null, agent: AgentId): boolean {
    return base !== null && this.#nodes.get(base)?.owner === agent;
  }

  /** Notes an answer by the holder on that entry. */
  answer(base: EntryId, agent: AgentId): void {
    const node = this.#nodes.get(base);
    if (node === undefined || node.answerers.has(agent)) return;
    node.answerers = new Set([...node.answerers, agent]);
  }
}
