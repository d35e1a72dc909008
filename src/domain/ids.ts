// The names of things. Each kind of id is its own type, so that an agent's id can never be
// passed where a device's is meant. Nothing here says how ids are made: randomness is handed in.

declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** A person of the team, the same on all of their devices. */
export type AgentId = Branded<string, 'AgentId'>;
/** One browser profile in one team. */
export type DeviceId = Branded<string, 'DeviceId'>;
/** One entry of a log; random, or derived where two peers must write the same one (QU1). */
export type EntryId = Branded<string, 'EntryId'>;
export type ConversationId = Branded<string, 'ConversationId'>;

/** Wall clock, milliseconds since 1970, of the machine that wrote it: display and measures only (CO2). */
export type WallMs = Branded<number, 'WallMs'>;
/** This machine's monotonic clock in milliseconds, origin arbitrary: deadlines and liveness (ST7, DI4). */
export type MonoMs = Branded<number, 'MonoMs'>;

export const asAgentId = (text: string): AgentId => text as AgentId;
export const asDeviceId = (text: string): DeviceId => text as DeviceId;
export const asEntryId = (text: string): EntryId => text as EntryId;
export const asConversationId = (text: string): ConversationId => text as ConversationId;
export const asWallMs = (ms: number): WallMs => ms as WallMs;
export const asMonoMs = (ms: number): MonoMs => ms as MonoMs;
