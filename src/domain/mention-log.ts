// Where each agent was called by name (AT2): in notes, in the team's room, in direct words. In the total order.

import type { ChatEntry, NoteEntry } from './entry.ts';
import type { AgentId } from './ids.ts';
import { OrderedLog } from './ordered-log.ts';

export type Mention = NoteEntry | ChatEntry;

const NONE: readonly Mention[] = [];

/** Who writes directly to one colleague calls nobody else: they could not read it. */
const canRead = (entry: Mention, agent: AgentId): boolean =>
  entry.kind === 'note' || entry.room === 'team' || entry.room === agent;

export class MentionLog {
  readonly #of = new Map<AgentId, OrderedLog<Mention>>();

  add(entry: Mention): void {
    for (const agent of new Set(entry.mentions)) {
      if (agent === entry.agent || !canRead(entry, agent)) continue;
      const log = this.#of.get(agent) ?? new OrderedLog<Mention>();
      log.add(entry);
      this.#of.set(agent, log);
    }
  }

  of(agent: AgentId): readonly Mention[] {
    return this.#of.get(agent)?.all() ?? NONE;
  }
}
