// The service worker: keeps the files of one build on the device, so that the desk starts without a
// network; built once more for the customers' page, with the files of that. It serves only what it shipped and has
// checked, and a new version waits until a person lets it in. What other apps share ends in it, and goes to no network.

import { isShare, takeShare } from './shared.ts';
import { shippedFor, type Shipped } from './shipped.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by tools/build.mjs. */
declare const __SHIPPED__: Shipped;
declare const __VERSION__: string;
declare const __PREFIX__: string;

const SHIPPED: Shipped = __SHIPPED__;
const CACHE = __PREFIX__ + __VERSION__;

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const isShipped = async (response: Response, hash: string): Promise<boolean> =>
  response.ok && hexOf(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer())) === hash;

/** What the page has just loaded is not loaded once more, if it is right. */
const fetchShipped = async (path: string, hash: string): Promise<void> => {
  for (const cache of path.includes('/assets/') ? (['default', 'reload'] as const) : (['reload'] as const)) {
    const response = await fetch(path, { cache });
    if (await isShipped(response, hash)) return (await caches.open(CACHE)).put(path, response);
  }
  // Another version is being put in place: installing fails, and the browser tries again later.
  throw new Error(`${path} is not the one of this version`);
};

const fetchAll = async (): Promise<void> => {
  await Promise.all(Object.entries(SHIPPED).map(([path, hash]) => fetchShipped(path, hash)));
};

const takeOver = async (): Promise<void> => {
  const old = (await caches.keys()).filter((name) => name.startsWith(__PREFIX__) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

const answer = async (path: string, request: Request): Promise<Response> => {
  try {
    // The stored answers vary by encoding, which says nothing about their content.
    const kept = await (await caches.open(CACHE)).match(path, { ignoreVary: true });
    if (kept !== undefined) return kept;
  } catch {
    // Storage is blocked or broken; the network may still do.
  }
  return fetch(request);
};

self.addEventListener('install', (event) => event.waitUntil(fetchAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'skipWaiting') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { url: request.url, method: request.method, isNavigation: request.mode === 'navigate' };
  if (isShare(asked, self.location.origin)) return event.respondWith(takeShare(request));
  const path = shippedFor(asked, self.location.origin, SHIPPED);
  if (path !== null) event.respondWith(answer(path, request));
});
