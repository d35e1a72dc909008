// Builds the three programs: the app, its service worker, and the rendezvous. The stamp is written last:
// a build that broke off is begun again.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { compressBelow } from './compress.mjs';
import { filesBelow, hashOf, inRoot, readStamp, ROOT } from './tree.mjs';

const STAMP = 'dist/.stamp';
const SOURCES = ['src', 'public', 'index.html', 'ask', 'vite.config.ts', 'tools', 'package-lock.json'];

/** The program behind `npm start`, as one file; what it needs from node_modules stays there. @param {string} outDir */
export const buildRendezvous = async (outDir) => {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: inRoot('src/rendezvous/main.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
};

const buildApp = async () => {
  const { build } = await import('vite');
  await build({ root: ROOT, configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
};

/** The customers' page: a program of its own, so that it loads nothing of the desk. @param {string} outDir */
export const buildAsk = async (outDir) => {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: inRoot('vite.config.ts'),
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      assetsDir: 'ask/assets',
      rolldownOptions: { input: inRoot('ask/index.html') },
    },
  });
};

/**
 * Path to hash of all that one program consists of; source maps are for who looks into it.
 * @param {string} folder @param {(path: string) => boolean} isOfIt
 */
const shippedFiles = (folder, isOfIt) => {
  const files = filesBelow(folder).map((file) => ({ file, path: file.slice(folder.length).split(sep).join('/') }));
  return Object.fromEntries(
    files
      .filter(({ path }) => isOfIt(path) && !/\.(?:map|br)$|sw\.js$/.test(path))
      .map(({ file, path }) => [
        path.replace(/\/index\.html$/, '/'),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
};

/** What keeps each program on a device: the caches' first name, where the worker stands, and what it ships. */
const DESK_WORKER = {
  prefix: 'deskmesh-',
  file: 'sw.js',
  // What a browser shows before it installs the desk is no part of it.
  ships: (/** @type {string} */ path) => !/^\/(?:ask|screenshots\/)/.test(path),
};
const ASK_WORKER = {
  prefix: 'ask-',
  file: 'ask/sw.js',
  ships: (/** @type {string} */ path) => /^\/(?:ask\/|favicon\.svg$)/.test(path),
};

/** After the app: it carries the list of what that build made. @param {string} outDir @param {typeof DESK_WORKER} worker */
export const buildServiceWorker = async (outDir, { prefix, file, ships } = DESK_WORKER) => {
  const { build } = await import('vite');
  const shipped = JSON.stringify(shippedFiles(outDir, ships));
  const version = createHash('sha256').update(shipped).digest('hex').slice(0, 12);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __SHIPPED__: shipped, __PREFIX__: JSON.stringify(prefix), __VERSION__: JSON.stringify(version) },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: { input: inRoot('src/sw/main.ts'), output: { format: 'iife', entryFileNames: file } },
    },
  });
};

/** Builds where a source is other than at the last build. */
export const buildIfStale = async () => {
  const sources = hashOf(SOURCES);
  if (readStamp(STAMP) === sources) return;
  console.log('Building the app.');
  // Vite takes it from the surroundings; what people get must not depend on them.
  process.env.NODE_ENV = 'production';
  rmSync(inRoot(STAMP), { force: true });
  await buildApp();
  await buildAsk(inRoot('dist/app'));
  for (const worker of [DESK_WORKER, ASK_WORKER]) await buildServiceWorker(inRoot('dist/app'), worker);
  await compressBelow(inRoot('dist/app'));
  await buildRendezvous(inRoot('dist/rendezvous'));
  writeFileSync(inRoot(STAMP), sources);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildIfStale();
