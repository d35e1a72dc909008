// Builds the three programs: the app, its service worker, and the rendezvous. The stamp is written last:
// a build that broke off is begun again.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';

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

/** Path to hash of all that the app consists of; source maps are for who looks into it. @param {string} folder */
const shippedFiles = (folder) => {
  const isOfDesk = (/** @type {string} */ file) => !file.slice(folder.length).startsWith(`${sep}ask`);
  const files = filesBelow(folder).filter((file) => isOfDesk(file) && !/\.map$|sw\.js$/.test(file));
  return Object.fromEntries(
    files.map((file) => {
      const path = file.slice(folder.length).split(sep).join('/');
      return [path === '/index.html' ? '/' : path, createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
};

/** After the app: it carries the list of what that build made. @param {string} outDir */
export const buildServiceWorker = async (outDir) => {
  const { build } = await import('vite');
  const shipped = JSON.stringify(shippedFiles(outDir));
  const version = createHash('sha256').update(shipped).digest('hex').slice(0, 12);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __SHIPPED__: shipped, __VERSION__: JSON.stringify(version) },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: { input: inRoot('src/sw/main.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } },
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
  await buildServiceWorker(inRoot('dist/app'));
  await buildRendezvous(inRoot('dist/rendezvous'));
  writeFileSync(inRoot(STAMP), sources);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildIfStale();
