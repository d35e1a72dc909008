// The project's own source as text, and the import edges between its files. Read with TypeScript's own
// scanner, type imports and the scripts of .svelte files included.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface SourceFile {
  /** From the top of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const readSource = (file: string): SourceFile => {
  const text = readFileSync(file, 'utf8');
  return { path: relative(ROOT, file).split(sep).join('/'), text, lines: text.replace(/\n$/, '').split('\n').length };
};

/** Every file below the folder whose name ends so. */
export const sourcesBelow = (folder: string, ...endings: readonly string[]): readonly SourceFile[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => readSource(join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

export const sourceAt = (path: string): SourceFile => readSource(join(ROOT, path));

/** What a machine reads: in a .svelte file, its scripts. */
const codeOf = (file: SourceFile): string =>
  file.path.endsWith('.svelte')
    ? [...file.text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : file.text;

/** Code without its comments: what they talk about is nobody's offence. */
export const bareCode = (file: SourceFile): string =>
  codeOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** Workers are named by address, not imported; the file they run is an edge all the same. */
const workersIn = (code: string): readonly string[] =>
  [...code.matchAll(/new URL\(\s*['"](\.[^'"]+\.ts)['"],\s*import\.meta\.url/g)].flatMap((match) => match[1] ?? []);

export interface Edge {
  readonly from: string;
  /** A path of the project, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

export const edgesOf = (file: SourceFile): readonly Edge[] => {
  const code = codeOf(file);
  const named = [...ts.preProcessFile(code, true, true).importedFiles.map((each) => each.fileName), ...workersIn(code)];
  return named.map((name) => {
    const isPackage = !name.startsWith('.');
    const to = isPackage ? name : posix.normalize(`${posix.dirname(file.path)}/${name.split('?')[0] ?? ''}`);
    return { from: file.path, to, isPackage };
  });
};

/** The files of one round trip, or null where none leads back. */
export const findCycle = (edges: readonly Edge[]): readonly string[] | null => {
  const next = new Map<string, string[]>();
  for (const { from, to, isPackage } of edges) if (!isPackage) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const to of next.get(path) ?? []) {
      const cycle = walk(to, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of next.keys()) {
    const cycle = walk(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
};
