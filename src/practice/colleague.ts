// One simulated colleague: a real session with a replica of its own, and a habit: pick up, answer, close, go
// Away for a while and come back. Does only what a person at that desk could do, through the same acts.

import type { Conversation } from '../domain/conversation-state.ts';
import type { Desk } from '../engine/desk.ts';
import type { Session } from '../engine/session.ts';
import type { Dialogue } from '../messages/practice-dialogue.ts';
import { dialogueOf } from './customers.ts';
import type { LocalMesh } from './local-mesh.ts';
import type { Patience } from './patience.ts';

export interface ColleagueOptions {
  readonly session: Session;
  readonly desk: Desk;
  readonly mesh: LocalMesh;
  readonly dialogues: readonly Dialogue[];
  readonly patience: Patience;
  /** One of the team always stays Ready, so that the desk goes on. */
  readonly staysReady: boolean;
}

export class Colleague {
  readonly session: Session;
  readonly desk: Desk;
  readonly mesh: LocalMesh;
  readonly #dialogues: readonly Dialogue[];
  readonly #patience: Patience;
  readonly #staysReady: boolean;
  #turns = 0;

  constructor({ session, desk, mesh, dialogues, patience, staysReady }: ColleagueOptions) {
    this.session = session;
    this.desk = desk;
    this.mesh = mesh;
    this.#dialogues = dialogues;
    this.#patience = patience;
    this.#staysReady = staysReady;
  }

  tick(now: number): void {
    for (const conversation of this.desk.team.conversations.values()) {
      if ((conversation.state === 'assigned' || conversation.state === 'active') && conversation.owner === this.desk.me)
        this.#work(conversation, now);
    }
    if (!this.#staysReady) this.#comeAndGo(now);
  }

  #work(conversation: Conversation, now: number): void {
    const { id, state, base, last, customerMessages } = conversation;
    if (state === 'assigned') {
      if (this.#patience.isOver(`pick up ${base}`, now, 3, 9)) this.desk.pickUp(id);
      return;
    }
    const dialogue = dialogueOf(conversation, this.#dialogues);
    if (last?.from === 'customer') {
      const words = dialogue?.replies[customerMessages - 1] ?? dialogue?.replies.at(-1);
      if (words !== undefined && this.#patience.isOver(`reply ${id} ${customerMessages}`, now, 8, 20))
        this.desk.reply(id, words);
      return;
    }
    const isDone = customerMessages >= (dialogue?.says.length ?? 0);
    if (isDone && this.#patience.isOver(`close ${id} ${customerMessages}`, now, 6, 12)) this.desk.close(id);
  }

  /** Longer Ready than Away. */
  #comeAndGo(now: number): void {
    const isReady = this.desk.team.agents.get(this.desk.me)?.standing.intent === 'ready';
    const [least, most] = isReady ? [50, 110] : [15, 35];
    if (!this.#patience.isOver(`turn ${this.#turns}`, now, least, most)) return;
    this.#turns += 1;
    this.desk.chooseStatus(isReady ? 'away' : 'ready');
  }
}
