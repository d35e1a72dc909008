// `npm start`: installs and builds what is missing or stale, then serves the desk.

import { install } from './install.mjs';
import { inRoot } from './tree.mjs';
import { pathToFileURL } from 'node:url';

if (!install()) process.exit(1);
// Only now: what it needs may just have been installed.
const { buildIfStale } = await import('./build.mjs');
await buildIfStale();
await import(pathToFileURL(inRoot('dist/rendezvous/main.js')).href);
