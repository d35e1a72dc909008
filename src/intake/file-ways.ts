// Every way in that takes files, and which of them a file is for. A bridge to another channel is a folder beside
// these and a line here.

import { dialogues } from './dialogues.ts';
import type { ByteSource, Intake } from './intake.ts';
import { MailDesk } from './mail/mail-desk.ts';
import { mailBy, type MailWords } from './mail/mail.ts';

export interface SourceFile extends ByteSource {
  readonly name: string;
  readonly type: string;
}

type FileWay = Intake<ByteSource>;

export type WayOf = (file: SourceFile) => FileWay | null;

const takes = ({ accepts }: FileWay, { name, type }: SourceFile): boolean => {
  const lower = name.toLowerCase();
  return accepts.some((own) => (own.startsWith('.') ? lower.endsWith(own) : own === type));
};

export class FileWays {
  readonly #mailDesk = new MailDesk();
  readonly #ways: readonly FileWay[];

  constructor(words: MailWords) {
    this.#ways = [mailBy(this.#mailDesk.read, words), dialogues];
  }

  /** For a file picker. */
  get accepts(): string {
    return this.#ways.flatMap(({ accepts }) => accepts).join(',');
  }

  /** Null: no way in is for such a file. */
  readonly of: WayOf = (file) => this.#ways.find((way) => takes(way, file)) ?? null;

  end(): void {
    this.#mailDesk.end();
  }
}
