// What the browser has to fetch of JavaScript before the desk stands: the scripts that index.html names, the shell
// of the desk, what those import by name, and the sentences of one language, which the first screen waits for. Measured as it is served, in brotli; told by where each part comes from.
// `node tools/first-load.mjs` prints it for the last build.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { inRoot } from './tree.mjs';

const APP = 'dist/app';
const WAITED_FOR = ['src/messages/en/first.ts', 'src/ui/shell/desk-shell.svelte'];
const NAMED = /<(?:script|link rel="modulepreload")[^>]*?(?:src|href)="(\/[^"]+\.js)"/gu;
const IMPORTED = /\b(?:from|import)\s*"(\.\/[^"]+\.js)"/gu;

/** @param {string} name */
const isWaitedFor = (name) => {
  if (!name.endsWith('.js.map')) return false;
  const map = readFileSync(inRoot(`${APP}/assets/${name}`), 'utf8');
  return WAITED_FOR.some((source) => map.includes(`${source}"`));
};

/** Every script that is loaded before anything is asked for, from the top of the site. */
const eagerScripts = () => {
  const html = readFileSync(inRoot(`${APP}/index.html`), 'utf8');
  const open = [...html.matchAll(NAMED)].map(([, path]) => path ?? '');
  open.push(
    ...readdirSync(inRoot(`${APP}/assets`))
      .filter(isWaitedFor)
      .map((name) => `/assets/${name.slice(0, -'.map'.length)}`),
  );
  /** @type {Set<string>} */
  const seen = new Set();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const folder = dirname(path);
    const code = readFileSync(inRoot(APP + path), 'utf8');
    open.push(...[...code.matchAll(IMPORTED)].map(([, name]) => join(folder, name ?? '')));
  }
  return [...seen].sort();
};

/** @param {string} source as a source map names it */
const partOf = (source) => {
  const [, packages] = source.split('node_modules/');
  if (packages !== undefined)
    return packages
      .split('/')
      .slice(0, packages.startsWith('@') ? 2 : 1)
      .join('/');
  const [, own] = source.split('/src/');
  return own === undefined
    ? 'without a source'
    : `src/${own
        .split('/')
        .slice(0, own.startsWith('ui/') ? 2 : 1)
        .join('/')}`;
};

/** How many characters of the script each part wrote. @param {string} path @param {Map<string, number>} into */
const countParts = (path, into) => {
  const file = inRoot(APP + path);
  if (!existsSync(`${file}.map`)) return;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, line) => {
      for (let column = 0; column < text.length; column += 1) {
        const entry = map.findEntry(line, column);
        const part = 'originalSource' in entry ? partOf(String(entry.originalSource)) : 'without a source';
        into.set(part, (into.get(part) ?? 0) + 1);
      }
    });
};

/** Bytes in brotli of each script, and characters of each part, the largest first. */
export const measureFirstLoad = () => {
  /** @type {Map<string, number>} */
  const parts = new Map();
  const scripts = eagerScripts().map((path) => {
    countParts(path, parts);
    return { path, bytes: brotliCompressSync(readFileSync(inRoot(APP + path))).length };
  });
  return {
    scripts,
    bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
    parts: [...parts].sort(([, a], [, b]) => b - a),
  };
};

/** As people read it. @param {ReturnType<typeof measureFirstLoad>} load */
export const firstLoadLines = ({ scripts, bytes, parts }) => {
  const all = parts.reduce((sum, [, characters]) => sum + characters, 0);
  return [
    `First load of JavaScript: ${(bytes / 1000).toFixed(1)} kB in brotli`,
    ...scripts.map((script) => `${(script.bytes / 1000).toFixed(1).padStart(8)} kB  ${script.path}`),
    'of which, by characters before compression:',
    ...parts.map(([part, characters]) => `${((100 * characters) / all).toFixed(1).padStart(6)} %  ${part}`),
  ];
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const line of firstLoadLines(measureFirstLoad())) console.log(line);
