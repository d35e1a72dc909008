// The simulated customers: they arrive, answer what they are answered, and say no more once helped. They write
// through whichever desk took them in, as every channel does. Finite: when all have come, they come again as
// others' conversations.

import type { Conversation } from '../domain/conversation-state.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { NewConversation } from '../engine/desk-types.ts';
import type { Dialogue } from '../messages/practice-dialogue.ts';
import type { Patience } from './patience.ts';

/** So many may wait before nobody new arrives: a practice is no flood. */
const MOST_WAITING = 4;
const MOST_IN_ALL = 60;

const THREAD = 'practice-';

export const dialogueOf = (conversation: Conversation, dialogues: readonly Dialogue[]): Dialogue | undefined => {
  if (!conversation.thread.startsWith(THREAD)) return undefined;
  return dialogues[Number(conversation.thread.slice(THREAD.length)) % dialogues.length];
};

/** The conversation as far as its customer has come; what is known already is passed over (QU1). */
export const asked = (index: number, dialogue: Dialogue, turns: number): NewConversation => ({
  channel: dialogue.channel,
  thread: `${THREAD}${index}`,
  customer: { key: dialogue.customer, name: dialogue.customer },
  subject: dialogue.subject,
  priority: dialogue.priority,
  skills: [],
  messages: dialogue.says
    .slice(0, turns)
    .map((text, turn) => ({ key: `${THREAD}${index}-${turn}`, from: 'customer' as const, text })),
});

export class Customers {
  readonly #dialogues: readonly Dialogue[];
  readonly #patience: Patience;
  readonly #write: (conversation: NewConversation) => void;
  #arrived: number;

  constructor(
    dialogues: readonly Dialogue[],
    patience: Patience,
    write: (conversation: NewConversation) => void,
    arrived: number,
  ) {
    this.#dialogues = dialogues;
    this.#patience = patience;
    this.#write = write;
    this.#arrived = arrived;
  }

  tick(team: TeamState, now: number): void {
    const open = [...team.conversations.values()].filter(({ state }) => state !== 'closed');
    this.#arrive(open.filter(({ state }) => state === 'waiting').length, now);
    for (const conversation of open) this.#answer(conversation, now);
  }

  #arrive(waiting: number, now: number): void {
    if (waiting >= MOST_WAITING || this.#arrived >= MOST_IN_ALL) return;
    if (!this.#patience.isOver(`arrival ${this.#arrived}`, now, 6, 16)) return;
    const dialogue = this.#dialogues[this.#arrived % this.#dialogues.length];
    if (dialogue !== undefined) this.#write(asked(this.#arrived, dialogue, 1));
    this.#arrived += 1;
  }

  #answer(conversation: Conversation, now: number): void {
    const dialogue = dialogueOf(conversation, this.#dialogues);
    const { last, customerMessages } = conversation;
    if (dialogue === undefined || last === null || last.from === 'customer' || last.from === 'imported') return;
    if (customerMessages >= dialogue.says.length) return;
    if (!this.#patience.isOver(`${conversation.id} ${customerMessages}`, now, 7, 16)) return;
    this.#write(asked(Number(conversation.thread.slice(THREAD.length)), dialogue, customerMessages + 1));
  }
}
