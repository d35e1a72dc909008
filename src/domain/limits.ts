// How much of anything the desk takes in. Every bound on foreign input stands here, once.

/** Characters (UTF-16 units). */
export const MAX_TEXT = 100_000;
export const MAX_NAME = 200;
export const MAX_SUBJECT = 500;
export const MAX_ID = 64;
export const MAX_SKILLS = 50;
/** Choices one status entry may replace: more never stand at once in practice. */
export const MAX_REPLACES = 16;
/** Above this a Lamport counter does not parse, so nobody can use the counter up (CO2). */
export const MAX_LAMPORT = 2 ** 40;
/** Customer messages a close may claim to have seen. */
export const MAX_SEEN = 1_000_000;
export const MAX_ROUND = 1_000_000;
/** Entries a log takes before its writer starts the next one: a longer array makes every push slow
 * (Yjs merges a run of pushes by copying it). */
export const LOG_ENTRIES_MAX = 2_000;
/** Entries written in one transaction by an import, or by the dispatcher where a long queue is given out. */
export const IMPORT_BATCH = 500;
