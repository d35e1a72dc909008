// How far the customer's messages have come. Each gives the messages back as they stand then.

import type { KeptMessage } from './kept.ts';

type Messages = readonly KeptMessage[];

export const asConfirmed = (messages: Messages, ids: readonly string[]): Messages =>
  messages.map((each) => (ids.includes(each.id) && each.state === 'kept' ? { ...each, state: 'got' } : each));

/** The agent has it on the screen, and all before it. */
export const asReadUpTo = (messages: Messages, id: string): Messages => {
  const end = messages.findIndex((each) => each.id === id);
  return messages.map((each, index) =>
    index <= end && each.from === 'me' && each.state === 'got' ? { ...each, state: 'seen' } : each,
  );
};

/** It is never taken. */
export const asRefused = (messages: Messages, id: string | null): Messages =>
  messages.map((each) => (each.id === id ? { ...each, state: 'refused' } : each));

/** What the team lacks, and what was written since it was asked, in order. */
export const stillToSay = (messages: Messages, lack: readonly string[], greetedAt: number): string[] =>
  messages
    .filter(({ id, from }, index) => from === 'me' && (index >= greetedAt || lack.includes(id)))
    .map(({ id }) => id);
