// A chat room as it is read (CH1): days, runs of one person, and the line where the new begins.
// Order is the total order of the entries (CO2); stamps only say when and where a day changes.

import type { ChatEntry } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import { readLinks, type LinkedText } from './conversation-links.ts';

export interface ChatLine extends LinkedText {
  readonly id: string;
  /** It calls the one who reads (AT2). */
  readonly isForMe: boolean;
}

export type ChatItem =
  | { readonly kind: 'day'; readonly id: string; readonly at: number }
  | { readonly kind: 'new'; readonly id: string; readonly since: number }
  | {
      readonly kind: 'run';
      readonly id: string;
      readonly agent: AgentId;
      readonly at: number;
      readonly lines: readonly ChatLine[];
    };

/** Words further apart than this are not one breath. */
const RUN_MS = 10 * 60_000;

export interface ChatReading {
  readonly me: AgentId;
  /** Up to where it was read when the room was opened; 0 = never before. */
  readonly mark: number;
  readonly origin: string;
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

export const chatItems = (entries: readonly ChatEntry[], { me, mark, origin }: ChatReading): readonly ChatItem[] => {
  const items: ChatItem[] = [];
  const firstNew = mark === 0 ? undefined : entries.find((entry) => entry.at > mark && entry.agent !== me);
  let last: ChatEntry | null = null;
  let lines: ChatLine[] = [];
  for (const entry of entries) {
    const isNewDay = last === null || dayOf(last.at) !== dayOf(entry.at);
    if (isNewDay) items.push({ kind: 'day', id: `day/${entry.id}`, at: entry.at });
    if (entry === firstNew) items.push({ kind: 'new', id: `new/${entry.id}`, since: mark });
    const isApart = last === null || entry.agent !== last.agent || entry.at - last.at > RUN_MS;
    if (isNewDay || entry === firstNew || isApart) {
      lines = [];
      items.push({ kind: 'run', id: entry.id, agent: entry.agent, at: entry.at, lines });
    }
    lines.push({ id: entry.id, isForMe: entry.mentions?.includes(me) === true, ...readLinks(entry.text, origin) });
    last = entry;
  }
  return items;
};
