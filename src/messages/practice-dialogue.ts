// What the simulated people of a practice team are given to say. Plain data, made up.

export interface Dialogue {
  readonly customer: string;
  readonly subject: string;
  readonly channel: 'chat' | 'email';
  readonly priority: 'urgent' | 'high' | 'normal' | 'low';
  /** The customer's turns, one after each reply. */
  readonly says: readonly string[];
  /** What a simulated colleague answers to each. */
  readonly replies: readonly string[];
}

export interface PracticeTalk {
  readonly team: string;
  readonly me: string;
  readonly colleagues: readonly [string, string, string];
  /** In the team room, by the first colleague. */
  readonly welcome: string;
  /** With the conversation that a colleague hands over. */
  readonly handOver: string;
  readonly dialogues: readonly Dialogue[];
}
