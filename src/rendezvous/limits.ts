// How much of the rendezvous one connection, one address and all together may use. The numbers leave
// room for thirty peers who join at once (each sends about 29 offers or answers and some ten network
// candidates for each), and stop a flood within a second. The bucket is pure: the time is handed in.

/** A bucket of tokens: it starts full, holds `burst`, and refills steadily. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Limits {
  readonly frameBytes: number;
  readonly messages: Rate;
  readonly bytes: Rate;
  readonly topicsPerConnection: number;
  readonly topicLength: number;
  readonly connectionsPerAddress: number;
  readonly connections: number;
  /** A receiver that lets more than this pile up is too slow and is dropped. */
  readonly backlogBytes: number;
  /** A connection that does not answer a ping until the next one is dead. */
  readonly pingIntervalMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  frameBytes: 64 * 1024,
  messages: { burst: 2000, perSecond: 200 },
  bytes: { burst: 8 * 1024 * 1024, perSecond: 512 * 1024 },
  topicsPerConnection: 32,
  topicLength: 128,
  connectionsPerAddress: 256,
  connections: 1024,
  backlogBytes: 8 * 1024 * 1024,
  pingIntervalMs: 30_000,
};

export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export const fullBucket = (rate: Rate, nowMs: number): Bucket => ({ tokens: rate.burst, atMs: nowMs });

/** The bucket after `cost` was taken from it; null where it does not hold that much. */
export const takeFrom = (bucket: Bucket, cost: number, rate: Rate, nowMs: number): Bucket | null => {
  const gained = (Math.max(0, nowMs - bucket.atMs) / 1000) * rate.perSecond;
  const tokens = Math.min(rate.burst, bucket.tokens + gained) - cost;
  return tokens < 0 ? null : { tokens, atMs: nowMs };
};
