// The e-mails that are on this machine to try the desk on, and how a second parser, written by others, reads them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';

const FOLDER = fileURLToPath(new URL('../../../shared/data/eml/', import.meta.url));

export const hasMailFiles = existsSync(FOLDER);

export const mailFiles = (): readonly { readonly name: string; readonly path: string }[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => ({ name, path: FOLDER + name }));

export const bytesAt = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));

export const readBySecond = async (path: string): Promise<{ readonly subject: string; readonly text: string }> => {
  const { subject = '', text = '' } = await simpleParser(readFileSync(path));
  return { subject, text };
};
