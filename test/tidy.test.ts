// The house rules that no compiler knows: who may import whom, how long a file may be, how it is named.
// Exceptions are lists with reasons; they only shrink.

import { describe, expect, test } from 'vitest';

import { bareCode, edgesOf, findCycle, sourceAt, sourcesBelow, type Edge } from './support/source-files.ts';

const CONTRACTS = ['src/engine/ports.ts', 'src/engine/desk-types.ts'];
const ADAPTER = [...CONTRACTS, 'src/replica/', 'src/domain/', 'src/platform/'];

/** A realm, what of the project it may import beside itself, and which packages. */
const WALLS: Readonly<Record<string, { readonly own: readonly string[]; readonly packages: readonly string[] }>> = {
  'src/domain/': { own: [], packages: ['lib0/hash/sha256'] },
  'src/replica/': { own: ['src/domain/'], packages: ['yjs', 'lib0'] },
  'src/engine/': { own: ['src/replica/', 'src/domain/'], packages: [] },
  'src/platform/': { own: [...CONTRACTS, 'src/replica/', 'src/domain/'], packages: ['valibot', 'yjs', 'lib0'] },
  'src/mesh/': { own: [...ADAPTER, 'src/files/'], packages: ['yjs', 'y-webrtc', 'y-protocols', 'valibot', 'lib0'] },
  // A document in bounded updates: for a peer, and for a copy of it.
  'src/storage/': { own: [...ADAPTER, 'src/mesh/slices.ts', 'src/files/'], packages: ['yjs', 'y-indexeddb', 'lib0'] },
  'src/intake/': { own: ADAPTER, packages: ['valibot', 'lib0', 'postal-mime'] },
  'src/practice/': {
    own: ['src/engine/', 'src/replica/', 'src/domain/', 'src/files/', 'src/messages/', 'src/view/'],
    packages: ['yjs', 'y-protocols', 'lib0'],
  },
  'src/messages/': { own: [], packages: [] },
  'src/view/': {
    own: ['src/engine/', 'src/replica/', 'src/domain/', 'src/files/', 'src/messages/', 'src/intake/'],
    packages: ['svelte', 'uqr'],
  },
  'src/ui/': {
    own: ['src/view/', 'src/engine/desk-types.ts', 'src/domain/', 'src/files/kinds.ts', 'src/messages/'],
    packages: ['svelte', '@lucide/svelte'],
  },
  // What a customer's browser and the desk both speak; the framing of the mesh is the one of both.
  'src/knock/': {
    own: ['src/mesh/frame.ts', 'src/mesh/inbox.ts', 'src/mesh/outbox.ts', 'src/files/', 'src/platform/base64url.ts'],
    packages: ['lib0/hash/sha256'],
  },
  // The bytes of what is sent: seen by a customer's page too, and so nothing of a team but a file's three facts.
  'src/files/': { own: ['src/domain/limits.ts', 'src/domain/entry.ts', 'src/platform/base64url.ts'], packages: [] },
  'src/bridge/': { own: [...ADAPTER, 'src/knock/', 'src/files/', 'src/intake/well-formed.ts'], packages: [] },
  // Sees nothing of a team: no replica, no engine, no domain.
  'src/ask/': {
    own: [
      'src/knock/',
      'src/files/',
      'src/messages/ask/',
      'src/messages/language.ts',
      'src/platform/base64url.ts',
      'src/platform/clock.ts',
      'src/platform/random.ts',
      'src/ui/styles/',
    ],
    packages: ['svelte'],
  },
  'src/rendezvous/': { own: [], packages: ['node:', 'ws'] },
  'src/sw/': { own: [], packages: [] },
  // The composition root sees everything that runs in the page.
  'src/main.ts': {
    own: [
      'domain',
      'replica',
      'engine',
      'platform',
      'mesh',
      'storage',
      'intake',
      'bridge',
      'files',
      'messages',
      'practice',
      'view',
      'ui',
    ].map((folder) => `src/${folder}/`),
    packages: ['svelte', '@fontsource-variable/inter', 'yjs'],
  },
};

const sources = sourcesBelow('src', '.ts', '.svelte');
const edges = sources.flatMap(edgesOf);
const paths = new Set(sources.map((file) => file.path));

const wallOf = (path: string): string | undefined => Object.keys(WALLS).find((wall) => path.startsWith(wall));

const isPackageOf = (name: string, allowed: string): boolean =>
  name === allowed || name.startsWith(`${allowed}/`) || (allowed.endsWith(':') && name.startsWith(allowed));

const isAllowed = (edge: Edge): boolean => {
  const wall = wallOf(edge.from);
  const allowed = wall === undefined ? undefined : WALLS[wall];
  if (wall === undefined || allowed === undefined) return false;
  return edge.isPackage
    ? allowed.packages.some((name) => isPackageOf(edge.to, name))
    : edge.to.startsWith(wall) || allowed.own.some((start) => edge.to.startsWith(start));
};

const shown = (edge: Edge): string => `${edge.from} -> ${edge.to}`;

describe('imports', () => {
  test('every edge is one that the table allows', () => {
    expect(edges.filter((edge) => !isAllowed(edge)).map(shown)).toEqual([]);
  });

  test('every edge leads to a file that was seen', () => {
    const isLost = (edge: Edge): boolean => !edge.isPackage && !paths.has(edge.to) && !/\.(css|svg)$/.test(edge.to);
    expect(edges.filter(isLost).map(shown)).toEqual([]);
  });

  test('no round trips, types included', () => {
    expect(findCycle(edges)).toBeNull();
  });

  test('the walls stand in files that were really read', () => {
    const isSvelte = (path: string): boolean => path.endsWith('.svelte');
    expect(sources.length).toBeGreaterThan(100);
    expect(edges.length).toBeGreaterThan(300);
    expect(edges.filter((edge) => isSvelte(edge.from)).length).toBeGreaterThan(
      sources.filter((file) => isSvelte(file.path)).length,
    );
    expect(Object.keys(WALLS).filter((wall) => !sources.some((file) => file.path.startsWith(wall)))).toEqual([]);
  });

  test('no file only passes on what others export', () => {
    const passes = /^export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s*)?from.*$/gm;
    const isBarrel = (code: string): boolean => passes.test(code) && !/^export /m.test(code.replace(passes, ''));
    expect(sources.filter((file) => isBarrel(bareCode(file))).map((file) => file.path)).toEqual([]);
  });
});

describe('time and chance', () => {
  const CORE = /^src\/(domain|replica|engine)\//;
  /** Where the page reads its clocks and draws lots. Everything else is handed them. */
  const READERS: readonly string[] = ['src/platform/clock.ts'];

  test('the core is handed both', () => {
    const reads = /\b(Date\.now|Math\.random|performance\.now|new Date\(\s*\))/;
    const offenders = sources.filter((file) => CORE.test(file.path) && reads.test(bareCode(file)));
    expect(offenders.map((file) => file.path)).toEqual([]);
  });

  test('the page reads its clocks in one file', () => {
    const reads = /\b(Date\.now\(|performance\.now\(|new Date\(\s*\))/;
    const isPage = (path: string): boolean => !/^src\/(rendezvous|sw)\//.test(path);
    const readers = sources.filter((file) => isPage(file.path) && reads.test(bareCode(file)));
    expect(readers.map((file) => file.path)).toEqual(READERS);
  });
});

describe('size', () => {
  const all = [...sources, ...sourcesBelow('test', '.ts', '.svelte'), ...sourcesBelow('tools', '.mjs')];
  const wallFor = (path: string): number => (path === 'src/main.ts' ? 120 : path.endsWith('.svelte') ? 250 : 300);

  test('no file is longer than its wall', () => {
    const long = all.filter((file) => file.lines > wallFor(file.path));
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  test('documents stay short enough to be read', () => {
    const walls = [
      { file: sourceAt('README.md'), wall: 120 },
      { file: sourceAt('ARCHITECTURE.md'), wall: 220 },
      ...sourcesBelow('docs/decisions', '.md').map((file) => ({ file, wall: 50 })),
    ];
    expect(walls.filter(({ file, wall }) => file.lines > wall).map(({ file }) => file.path)).toEqual([]);
  });
});

describe('names', () => {
  const all = [...sources, ...sourcesBelow('test', '.ts', '.svelte')];
  const EMPTY_WORDS = /\b(managers?|helpers?|utils?|utilities|services?|handlers?|data|infos?)\b/;
  /** What the platform itself calls so. */
  const PLATFORM_NAMES = /service-worker/;

  test('files are kebab-case', () => {
    const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
    const odd = all.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(nameOf(file.path)));
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  test('no file is named by a word that says nothing', () => {
    expect(all.map((file) => file.path).filter((path) => EMPTY_WORDS.test(path.replace(PLATFORM_NAMES, '')))).toEqual(
      [],
    );
  });

  test('nothing exported is named so either', () => {
    const exported =
      /^export (?:abstract )?(?:class|const|function|interface|type|enum) (\w*(?:Manager|Helper|Util|Utils|Service|Handler|Info))\b/gm;
    expect(
      sources.flatMap((file) => [...bareCode(file).matchAll(exported)].map((match) => `${file.path}: ${match[1]}`)),
    ).toEqual([]);
  });

  test('a file opens with what it decides', () => {
    const silent = sources.filter((file) => file.path.endsWith('.ts') && !/^(\/\/|\/\*)/.test(file.text));
    expect(silent.map((file) => file.path)).toEqual([]);
  });
});
