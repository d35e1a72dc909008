// The team's conversations as files that other programs read: JSON Lines, a conversation a line with all
// that happened in it, and CSV, a message a line. A cell that a spreadsheet would take for a formula is
// made text: what customers write must not run on an agent's computer.

import type { Conversation } from '../domain/conversation-state.ts';
import type { AgentId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';

const COLUMNS = ['conversation', 'channel', 'customer', 'subject', 'state', 'holder', 'time', 'from', 'kind', 'text'];

/** Of all that stands in a cell's first place, what Excel, LibreOffice or Sheets begin a formula with. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

export const csvCell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A clock of 1970 or 2100 is a time; one that is no time at all is left out. */
const isoOf = (at: number): string => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
};

const nameIn = (team: TeamState, agent: AgentId): string => team.agents.get(agent)?.name ?? agent;

const holderOf = (team: TeamState, conversation: Conversation): string =>
  'owner' in conversation && typeof conversation.owner === 'string' ? nameIn(team, conversation.owner) : '';

/** The same on every device. */
const oldestFirst = (team: TeamState): readonly Conversation[] =>
  [...team.conversations.values()].toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));

/** A line a conversation; ends with a line break. */
export const jsonLines = (team: TeamState): string =>
  oldestFirst(team)
    .map((conversation) => {
      const { id, channel, thread, customer, subject, priority, state, openedAt, entries } = conversation;
      const events = entries.map((entry) => ({ ...entry, agent: nameIn(team, entry.agent), at: isoOf(entry.at) }));
      const holder = holderOf(team, conversation);
      const line = { id, channel, thread, customer, subject, priority, state, holder, opened: isoOf(openedAt), events };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');

const textOf = (entry: object): string => ('text' in entry && typeof entry.text === 'string' ? entry.text : '');

const rowsOf = (team: TeamState, conversation: Conversation): readonly (readonly string[])[] => {
  const { id, channel, customer, subject, state } = conversation;
  const facts = [id, channel, customer.name, subject, state, holderOf(team, conversation)];
  return conversation.entries.flatMap((entry) => {
    const text = textOf(entry);
    const from = entry.kind === 'message' && entry.from === 'customer' ? customer.name : nameIn(team, entry.agent);
    return text === '' ? [] : [[...facts, isoOf(entry.at), from, entry.kind, text]];
  });
};

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const csv = (team: TeamState): string => {
  const rows = [COLUMNS, ...oldestFirst(team).flatMap((conversation) => rowsOf(team, conversation))];
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
};
