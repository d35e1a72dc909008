// What the bench of starts runs in the page: it watches a start, and counts keys. Each function goes into the page as it stands, with nothing from around it.

import { build, type Rolldown } from 'vite';

import { inRoot } from '../../tools/tree.mjs';
import { store } from '../support/stored-record.ts';

/** Milliseconds since the page was called. */
export interface Start {
  readonly listMs?: number;
  readonly keyMs?: number;
  readonly logMs?: number;
}

declare global {
  var started: { listMs?: number; keyMs?: number; logMs?: number } | undefined;
  var keysMs: number[] | undefined;
}

/** The key is pressed as soon as the lists stand; it is answered when the palette is drawn. */
const watch = (): void => {
  const started: { listMs?: number; keyMs?: number; logMs?: number } = {};
  globalThis.started = started;
  const look = (): void => {
    const pane = document.querySelector('main section[aria-busy]');
    const now = performance.now();
    const isListed = (pane?.querySelector('section') ?? null) !== null;
    if (started.listMs === undefined && isListed) {
      started.listMs = now;
      const key = { key: 'k', ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    }
    if (started.keyMs === undefined && document.querySelector('dialog[open]') !== null) {
      started.keyMs = now;
      document.querySelector('dialog[open]')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    }
    if (started.keyMs !== undefined && pane?.getAttribute('aria-busy') === 'false') started.logMs ??= now;
    if (started.logMs === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

const watchKeys = (): void => {
  const keysMs: number[] = [];
  globalThis.keysMs = keysMs;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') keysMs.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
};

export const watchStart = { store, watch, watchKeys };

/** A page of `test/bench/pages` as one script. */
export const buildRaw = async (name: 'raw-start' | 'raw-year'): Promise<string> => {
  const result = await build({
    configFile: false,
    root: inRoot('.'),
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: inRoot(`test/bench/pages/${name}.ts`), output: { format: 'iife' } },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  const page = output?.output.find((file) => file.type === 'chunk');
  if (page === undefined) throw new Error('The page was not built.');
  return page.code;
};
