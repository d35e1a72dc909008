// The service worker on a page of its own, served by the real rendezvous: what it keeps, what it leaves
// alone, and how a new version gets in.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { startRendezvous, type Rendezvous } from '../../src/rendezvous/server.ts';
import { loadSite } from '../../src/rendezvous/site.ts';
import { buildServiceWorker } from '../../tools/build.mjs';

const PAGE = (version: string): string => `<!doctype html><title>${version}</title>
  <script type="module" src="/assets/index-${version}.js"></script>
  <script type="module">await navigator.serviceWorker.register('/sw.js');</script>`;

let folder = '';
let served: Rendezvous | null = null;

const writeVersion = async (version: string): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), PAGE(version));
  writeFileSync(join(folder, `assets/index-${version}.js`), `globalThis.version = '${version}';`);
  await buildServiceWorker(folder);
};

const serve = async (port = 0): Promise<number> => {
  served = await startRendezvous({ site: loadSite(folder), port, hosts: ['127.0.0.1'] });
  return served.port;
};

const stop = async (): Promise<void> => {
  await served?.close();
  served = null;
};

const openAndInstall = async (page: Page, port: number): Promise<void> => {
  await page.goto(`http://localhost:${port}/`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
};

const loadedVersion = (page: Page): Promise<unknown> => page.evaluate('globalThis.version');
const cacheNames = (page: Page): Promise<readonly string[]> => page.evaluate(() => caches.keys());

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskmesh-sw-'));
});
test.afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('[OF3] once loaded, the page and its files start with no server', async ({ page }) => {
  await writeVersion('one');
  const port = await serve();
  await openAndInstall(page, port);
  await stop();
  await page.goto(`http://localhost:${port}/?source=icon`);
  expect(await loadedVersion(page)).toBe('one');
  const isReached = await page.evaluate(() =>
    fetch('/rendezvous.json').then(
      () => true,
      () => false,
    ),
  );
  expect(isReached).toBe(false);
});

test('a new version waits until it is let in, then the old one is gone', async ({ page }) => {
  await writeVersion('one');
  const port = await serve();
  await openAndInstall(page, port);
  const [first] = await cacheNames(page);
  await stop();
  await writeVersion('two');
  await serve(port);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe('installed');
  await page.reload();
  expect(await loadedVersion(page)).toBe('one');
  await page.evaluate(async () => {
    const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    (await navigator.serviceWorker.ready).waiting?.postMessage('skipWaiting');
    await taken;
  });
  await page.reload();
  expect(await loadedVersion(page)).toBe('two');
  const names = await cacheNames(page);
  expect(names).toHaveLength(1);
  expect(names[0]).not.toBe(first);
});

test('files of two versions are never kept together', async ({ page }) => {
  await writeVersion('one');
  const port = await serve();
  await openAndInstall(page, port);
  await stop();
  await writeVersion('two');
  // Half of it is in place: the new worker, and a page that is not the one it was built with.
  writeFileSync(join(folder, 'index.html'), PAGE('three'));
  await serve(port);
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing)),
    );
    await registration.update().catch(() => undefined);
    const worker = await found;
    if (worker !== null && worker.state !== 'redundant') {
      await new Promise((resolve) => worker.addEventListener('statechange', resolve));
    }
    return worker?.state;
  });
  expect(end).toBe('redundant');
  await stop();
  await page.goto(`http://localhost:${port}/`);
  expect(await loadedVersion(page)).toBe('one');
});
