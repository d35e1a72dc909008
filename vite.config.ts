// How the app is built and its tests are run. The two aliases give the whole network of y-webrtc to
// src/mesh; they hold only where y-webrtc is not pre-bundled and, in Node, not left to Node (inline).

import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

import { BROWSER_FLAGS, findBrowser } from './tools/browser.mjs';
import { emulateMedia } from './test/support/media-command.ts';
import { axeFindings } from './test/support/axe-command.ts';
import { withContentPolicy } from './tools/content-policy.mjs';
import { FIRST_SCREEN } from './tools/first-chunk.mjs';

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const executablePath = findBrowser();
const isTest = process.env['VITEST'] !== undefined;

export default defineConfig({
  // Two runs of tests at a time, on a fresh clone, each find out for themselves what is to be bundled.
  cacheDir: process.env['DESKMESH_VITE_CACHE'] ?? 'node_modules/.vite',
  plugins: [
    svelte({
      configFile: false,
      compilerOptions: { runes: true },
      // Runes that live: compiled for a server, effects and updates do nothing, and tests in Node would see none.
      dynamicCompileOptions: () => (isTest ? { generate: 'client' } : undefined),
    }),
    // While developing, Vite's own client runs inline: only what people get has the policy.
    { name: 'content-policy', apply: 'build', transformIndexHtml: { order: 'post', handler: withContentPolicy } },
  ],
  resolve: {
    alias: [
      { find: /^simple-peer\/simplepeer\.min\.js$/, replacement: local('./src/mesh/peer.ts') },
      { find: /^lib0\/websocket$/, replacement: local('./src/mesh/signalling-socket.ts') },
    ],
  },
  // All of the Yjs family is plain modules: served as they are, there is one copy of each.
  // The icons too: bundled on demand, a new one would reload the page in the middle of a test.
  optimizeDeps: {
    include: ['valibot'],
    exclude: ['y-webrtc', 'yjs', 'lib0', 'y-protocols', 'y-indexeddb', '@lucide/svelte'],
  },
  // `npm run dev` has no rendezvous of its own: it borrows the one of an `npm start` beside it.
  server: isTest ? {} : { proxy: { '/rendezvous': { target: 'http://127.0.0.1:4173', ws: true } } },
  build: {
    outDir: 'dist/app',
    target: 'es2023',
    sourcemap: true,
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: { groups: [FIRST_SCREEN] } } },
  },
  test: {
    // Vitest leaves one core free, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Svelte's reactive half; ws is the one package that such a choice takes away from Node.
        resolve: { conditions: ['browser'], alias: { ws: local('./node_modules/ws/wrapper.mjs') } },
        ssr: { resolve: { conditions: ['browser'] } },
        test: {
          name: 'unit',
          setupFiles: ['./test/support/words-of-tests.ts'],
          environment: 'node',
          include: ['test/*.test.ts', 'test/{unit,contract,simulation}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          server: { deps: { inline: ['y-webrtc', 'svelte'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles: ['./test/support/words-of-tests.ts'],
          globalSetup: ['./test/support/mesh-rendezvous.ts'],
          include: ['test/{unit,contract}/**/*.browser.test.ts'],
          // Some measure how long a page was kept busy: not while another file keeps it busy.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { axeFindings, emulateMedia },
            provider: playwright({
              launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: BROWSER_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
