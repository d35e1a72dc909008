// Where things are in this folder, and a hash over files of it.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project, wherever it was called from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} path */
export const inRoot = (path) => join(ROOT, path);

/** @param {string} path @returns {string[]} every file at or below it, in a steady order */
export const filesBelow = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
};

/** Names and contents of all files at or below these paths. @param {readonly string[]} paths */
export const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(inRoot(path)))) {
    const content = readFileSync(file);
    hash.update(`${file.slice(ROOT.length).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};

/** @param {string} file @returns {string} what it holds, '' where there is none */
export const readStamp = (file) => (existsSync(inRoot(file)) ? readFileSync(inRoot(file), 'utf8') : '');
