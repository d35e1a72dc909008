import { describe, expect, test } from 'vitest';
import { connectSources, isOwnScript } from '../../../src/platform/page-confines.ts';
import { CONTENT_POLICY, withContentPolicy } from '../../../tools/content-policy.mjs';

const ORIGIN = 'http://localhost:4173';

describe('scripts that the page may start', () => {
  test.for(['/sw.js', `${ORIGIN}/sw.js`, '/assets/alarm-worker-6-HWZNYi.js', '/assets/copy-worker-x_1.js'])(
    '%s is its own',
    (url) => {
      expect(isOwnScript(url, ORIGIN)).toBe(true);
    },
  );

  test.for([
    'https://elsewhere.example/sw.js',
    '//elsewhere.example/sw.js',
    '/sw.js?then=other',
    '/assets/other.js',
    '/assets/alarm-worker-x.js/../other.js',
    'data:text/javascript,1',
    'blob:http://localhost:4173/1',
    'javascript:1',
    'http://',
  ])('%s is not', (url) => {
    expect(isOwnScript(url, ORIGIN)).toBe(false);
  });
});

describe('whom the page may connect to', () => {
  test('each rendezvous of the team, once, by its origin alone', () => {
    const addresses = ['ws://10.0.0.2:4173/rendezvous', 'wss://meet.example/a', 'wss://meet.example/b'];
    expect(connectSources(addresses)).toEqual(['ws://10.0.0.2:4173', 'wss://meet.example']);
  });

  test('an IPv6 address, which a policy cannot name, by its scheme', () => {
    expect(connectSources(['ws://[fe80::1]:4173/rendezvous'])).toEqual(['ws:']);
  });

  test('nothing that is no rendezvous, and nothing that would end the directive', () => {
    const addresses = ['https://elsewhere.example', 'nonsense', 'ws://a.example;script-src *', 'wss://b.example,*'];
    expect(connectSources(addresses)).toEqual([]);
  });
});

describe('the policy of the built page', () => {
  test('lets nothing inline run, and no text become code', () => {
    expect(CONTENT_POLICY).not.toContain('unsafe');
    expect(CONTENT_POLICY).toContain("default-src 'none'");
    expect(CONTENT_POLICY).toContain("require-trusted-types-for 'script'");
  });

  test('stands before everything that it is to hold', () => {
    expect(withContentPolicy('<html><head><script></script></head></html>')).toMatch(/<head>\s*<meta http-equiv/);
    expect(() => withContentPolicy('<html></html>')).toThrow('one head');
  });
});
