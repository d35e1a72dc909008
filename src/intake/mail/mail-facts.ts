// What the reader of e-mails hands over: plain values, so that they can come from a worker. Bounded here, for a
// file can say anything of any length.

import type { MailReason } from '../intake.ts';

/** A larger file is refused. Providers take 25 MB of files, a third more as it is written in an e-mail. */
export const MAX_MAIL_BYTES = 40_000_000;
/** Text beyond this is no letter. It comes in as several messages. */
export const MAX_MAIL_TEXT = 1_000_000;

export interface ReadMail {
  /** Without its brackets; empty where it has none. */
  readonly messageId: string;
  /** Message-IDs that it answers, nearest first. */
  readonly answers: readonly string[];
  /** The first of its thread, as far as it says. */
  readonly root: string;
  /** Names its words and files: of one Message-ID there may be several with other words. */
  readonly contentHash: string;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly subject: string;
  readonly sentAt: number | null;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export type MailReading =
  | { readonly ok: true; readonly mail: ReadMail }
  | { readonly ok: false; readonly reason: MailReason };

/** Reads one e-mail; never throws. */
export type MailReader = (bytes: Uint8Array<ArrayBuffer>) => Promise<MailReading>;
