// How much of anything the desk takes in. Every bound on foreign input stands here, once.

/** Characters (UTF-16 units). */
export const MAX_TEXT = 100_000;
export const MAX_NAME = 200;
export const MAX_SUBJECT = 500;
export const MAX_ID = 64;
/** A key as base64url; a P-256 key in PKCS 8 has 184. */
export const MAX_KEY = 300;
/** Links by which customers reach a team, at once. */
export const MAX_ASK_LINKS = 8;
export const MAX_SKILLS = 50;
export const MAX_TAG = 40;
/** Tags that one conversation carries: what is put on beyond them does not count. */
export const MAX_TAGS = 20;
/** What is typed to find a saved reply. */
export const MAX_CODE = 40;
export const MAX_SAVED_REPLIES = 1_000;
/** Colleagues that one text may call. */
export const MAX_MENTIONS = 50;
/** A Message-ID or the address of a sender, as far as a message carries them. */
export const MAX_MAIL_NAME = 320;
/** Files named of one e-mail. */
export const MAX_MAIL_FILES = 100;
/** Of a file that an e-mail says it carried: named, never read. */
export const MAX_MAIL_FILE_BYTES = 2 ** 40;
/** Of one file that is sent (FI1). */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Files that go with one message. */
export const MAX_FILES = 5;
/** A call or a talk that lasted longer was forgotten to be ended. */
export const MAX_LASTED_MS = 86_400_000;
/** How far ahead a conversation may be laid aside. */
export const MAX_SNOOZE_MS = 366 * 86_400_000;
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
