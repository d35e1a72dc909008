// The service worker: keeps the files of one build on the device, so that the desk starts without a
// network. It serves only what it shipped and has checked, and a new version waits until a person lets it in.

import { shippedFor, type Shipped } from './shipped.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by tools/build.mjs. */
declare const __SHIPPED__: Shipped;
declare const __VERSION__: string;

const SHIPPED: Shipped = __SHIPPED__;
const PREFIX = 'deskmesh-';
const CACHE = PREFIX + __VERSION__;

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fetchShipped = async (path: string, hash: string): Promise<void> => {
  const response = await fetch(path, { cache: 'reload' });
  const found = hexOf(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  // Another version is being put in place: installing fails, and the browser tries again later.
  if (!response.ok || found !== hash) throw new Error(`${path} is not the one of this version`);
  await (await caches.open(CACHE)).put(path, response);
};

const fetchAll = async (): Promise<void> => {
  await Promise.all(Object.entries(SHIPPED).map(([path, hash]) => fetchShipped(path, hash)));
};

const takeOver = async (): Promise<void> => {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
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
  const path = shippedFor(asked, self.location.origin, SHIPPED);
  if (path !== null) event.respondWith(answer(path, request));
});
