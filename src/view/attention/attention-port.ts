// What the view needs of a device to get a person's attention. Implemented in platform/attention.ts.

export interface Telling {
  /** Of several tabs only the first with a key tells it. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly hasSound: boolean;
  /** The person came by the notification. */
  readonly onopen: () => void;
}

export interface AttentionPort {
  readonly permission: 'unknown' | 'granted' | 'denied' | 'absent';
  /** Shows the browser's own question; call from a click. */
  ask(): Promise<void>;
  tell(telling: Telling): void;
  /** The sound, to hear what it is like. */
  chime(): void;
  /** The number on the app's icon; 0 takes it away. */
  badge(count: number): void;
}
