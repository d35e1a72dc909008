// Time as this folder needs it, handed in: a customer's page has its browser's timers, a desk its alarm, which
// rings in a hidden tab too.

export interface Timers {
  mono(): number;
  /** Returns what stops it. */
  after(ms: number, ring: () => void): () => void;
}
