import { expect, test } from 'vitest';

import { shippedFor } from '../../../src/sw/shipped.ts';

const ORIGIN = 'http://localhost:4173';
const SHIPPED = { '/': 'aa', '/assets/index-1.js': 'bb', '/icon-192.png': 'cc' };

const ask = (path: string, isNavigation = false, method = 'GET'): string | null =>
  shippedFor({ url: new URL(path, ORIGIN).href, method, isNavigation }, ORIGIN, SHIPPED);

test('[OF3] the page is answered from the device, by each of its names and with a query', () => {
  expect(ask('/', true)).toBe('/');
  expect(ask('/index.html', true)).toBe('/');
  expect(ask('/?source=icon', true)).toBe('/');
});

test('[AK4] so is the customers’ page, which is another’s to the desk', () => {
  const asked = { url: new URL('/ask/', ORIGIN).href, method: 'GET', isNavigation: true };
  expect(shippedFor(asked, ORIGIN, { '/ask/': 'dd' })).toBe('/ask/');
  expect(shippedFor({ ...asked, url: `${asked.url}index.html` }, ORIGIN, { '/ask/': 'dd' })).toBe('/ask/');
  expect(shippedFor(asked, ORIGIN, SHIPPED)).toBeNull();
});

test('[OF3] so are its files', () => {
  expect(ask('/assets/index-1.js')).toBe('/assets/index-1.js');
});

test.each(['/rendezvous', '/rendezvous.json', '/assets/index-2.js', '/assets/index-1.js?other', '/constructor'])(
  '%s was not shipped and goes to the network',
  (path) => {
    expect(ask(path)).toBeNull();
  },
);

test('other origins and acts are left alone', () => {
  expect(ask('http://192.168.1.5:4173/')).toBeNull();
  expect(ask('/', false, 'POST')).toBeNull();
});
