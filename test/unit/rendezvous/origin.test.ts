import { expect, test } from 'vitest';

import { isTrustedOrigin } from '../../../src/rendezvous/origin.ts';

const HOST = '192.168.1.5:4173';

test.each([
  undefined,
  'http://localhost:4173',
  'http://localhost:5173',
  'https://desk.localhost',
  'http://127.0.0.1:8080',
  'http://[::1]:4173',
  'http://192.168.1.5:4173',
  'http://10.0.0.2:4173',
  'http://172.16.0.9',
  'http://[fd00::1]:4173',
])('a desk at %s may meet others here', (origin) => {
  expect(isTrustedOrigin(origin, HOST)).toBe(true);
});

test.each([
  'https://example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://192.168.1.5.example.com',
  'http://172.32.0.9',
  'http://8.8.8.8',
  'null',
  'file://',
  'chrome-extension://abcdef',
  '',
])('a page at "%s" has no business here', (origin) => {
  expect(isTrustedOrigin(origin, HOST)).toBe(false);
});

test('a page that this very host served may come, whatever its name', () => {
  expect(isTrustedOrigin('https://desk.example.com', 'desk.example.com')).toBe(true);
  expect(isTrustedOrigin('https://desk.example.com', 'other.example.com')).toBe(false);
  expect(isTrustedOrigin('https://desk.example.com', undefined)).toBe(false);
});
