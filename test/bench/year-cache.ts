// The year of test/support/year-team.ts, made once and kept in the system's folder for what may go: its name says
// what made it, so that a changed script makes another. Half a file is none: it gets its name when it is whole.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inRoot } from '../../tools/tree.mjs';
import { YEAR, yearOf } from '../support/year-team.ts';

const MAKERS = ['test/support/year-team.ts', 'src/replica/wire.ts', 'src/replica/log-key.ts'];
const LENGTH_BYTES = 4;

const nameOf = (): string => {
  const hash = createHash('sha256');
  for (const file of MAKERS) hash.update(readFileSync(inRoot(file)));
  return `year-${hash.digest('hex').slice(0, 16)}`;
};

const make = (path: string): void => {
  const parts = [...yearOf(YEAR)].flatMap((update) => {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(update.length);
    return [length, update];
  });
  writeFileSync(`${path}.part`, Buffer.concat(parts));
  renameSync(`${path}.part`, path);
};

export const cachedYear = (): readonly Uint8Array[] => {
  const folder = join(tmpdir(), 'deskmesh-bench');
  const path = join(folder, nameOf());
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) make(path);
  const bytes = readFileSync(path);
  const updates: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += LENGTH_BYTES + bytes.readUInt32LE(at))
    updates.push(bytes.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + bytes.readUInt32LE(at)));
  return updates;
};
