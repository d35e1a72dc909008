// `npm run pictures`: every page of the built desk as pictures in dist/pictures, empty and busy, wide and as a phone,
// light and dark, in two languages. `-- NAME ...` takes those alone whose names begin so.

import { install } from './install.mjs';
import { inRoot } from './tree.mjs';

if (!install()) process.exit(1);

/** A working afternoon wherever it is taken: its charts then have a day to show. */
const afternoon = () => {
  const ahead = (14 - new Date().getUTCHours() + 24) % 24;
  const hours = ahead > 14 ? ahead - 24 : ahead;
  // The sign of these zones is the other way round.
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
};
process.env['TZ'] = afternoon();

const { createServer } = await import('vite');
const server = await createServer({
  root: inRoot('.'),
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { takePictures } = await server.ssrLoadModule(inRoot('test/pictures/desk-pictures.ts'));
  const isWhole = await takePictures({
    folder: inRoot('dist/pictures'),
    only: process.argv.slice(2),
    print: (/** @type {string} */ line) => console.log(line),
  });
  process.exitCode = isWhole ? 0 : 1;
} finally {
  await server.close();
}
