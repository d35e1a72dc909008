// The one interface of every way in. A way in reads its source and gives conversations, or says why
// a piece of it was left out; it knows nothing of the desk. One folder or file a way in: by-hand.ts,
// dialogues.ts, mail/. Those that take files stand in file-ways.ts. What is done with the
// conversations stands in import.ts.

import type { NewConversation } from '../engine/desk-types.ts';

/** Why a piece was left out. Each is the key of a sentence in messages/. */
export type SkipReason =
  | 'emptyFile'
  | 'unreadable'
  | 'unknownFile'
  | 'notText'
  | 'lineTooLong'
  | 'invalidUtf8'
  | 'invalidJson'
  | 'wrongShape'
  | 'idTooLong'
  | 'noTurns'
  | 'tooManyTurns'
  | 'emptyTurn'
  | 'turnTooLong'
  | MailReason
  | FormReason;

/** Why an e-mail was. */
export type MailReason =
  | 'mailTooLarge'
  | 'notMail'
  | 'mailTooDeep'
  | 'mailTextTooLong'
  | 'mailTooSlow'
  | 'mailNoReader';

/** The same for a form: one reason a field. */
export type FormReason =
  | 'customerEmpty'
  | 'customerTooLong'
  | 'channelEmpty'
  | 'channelTooLong'
  | 'subjectEmpty'
  | 'subjectTooLong'
  | 'messageEmpty'
  | 'messageTooLong'
  | 'priorityUnknown';

/** `bytes` is how much of the source has been read by then. `line` counts from 1. */
export type IntakeItem =
  | {
      readonly kind: 'conversation';
      readonly bytes: number;
      readonly line: number;
      readonly conversation: NewConversation;
    }
  | { readonly kind: 'skipped'; readonly bytes: number; readonly line: number; readonly reason: SkipReason }
  /** Nothing new, only further on: a very long line gives no other sign of life. */
  | { readonly kind: 'advanced'; readonly bytes: number };

/** What a file looks like to a way in; a `File` and a `Blob` do. */
export interface ByteSource {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

export interface Intake<Source> {
  /** The channel its conversations come by. */
  readonly name: string;
  /** Endings of file names and types of files that are its own; empty where it takes no file. */
  readonly accepts: readonly string[];
  /** When it was written, wall ms: of several that come together the oldest comes in first. */
  writtenAt?(source: Source): Promise<number | null>;
  /** Ends where the source does; throws only where the source itself cannot be read any more. */
  read(source: Source): AsyncIterable<IntakeItem>;
}
