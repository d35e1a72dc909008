// Which conversation an e-mail belongs to: the one that has it already, else the one that has what it answers.
// What names nothing that is here keeps the thread that its way in derived for it, which is the same everywhere.

import type { Conversation } from '../domain/conversation-state.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { NewConversation } from './desk-types.ts';

export class AnsweredThreads {
  readonly #team: TeamState;
  /** Conversation of each Message-ID, a map for each channel, made when it is first asked for. */
  readonly #channels = new Map<string, Map<string, ConversationId>>();

  constructor(team: TeamState) {
    this.#team = team;
  }

  find({ channel, messages, answers = [] }: NewConversation): ConversationId | null {
    const own = messages.flatMap(({ mail }) => (mail === undefined ? [] : [mail.id]));
    const names = [...own, ...answers].filter((name) => name !== '');
    if (names.length === 0) return null;
    const known = this.#of(channel);
    for (const name of names) {
      const id = known.get(name);
      if (id !== undefined) return id;
    }
    return null;
  }

  /** What comes later in the same batch may answer it. */
  note(id: ConversationId, { channel, messages }: NewConversation): void {
    for (const { mail } of messages) if (mail !== undefined && mail.id !== '') this.#of(channel).set(mail.id, id);
  }

  #of(channel: string): Map<string, ConversationId> {
    const known = this.#channels.get(channel) ?? this.#read(channel);
    this.#channels.set(channel, known);
    return known;
  }

  #read(channel: string): Map<string, ConversationId> {
    const known = new Map<string, ConversationId>();
    for (const conversation of this.#team.conversations.values()) {
      if (conversation.channel === channel) this.#take(conversation, known);
    }
    return known;
  }

  #take({ id, entries }: Conversation, known: Map<string, ConversationId>): void {
    for (const entry of entries) {
      if (entry.kind === 'message' && entry.mail !== undefined && entry.mail.id !== '') known.set(entry.mail.id, id);
    }
  }
}
