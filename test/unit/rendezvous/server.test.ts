// The real server on loopback, with real sockets.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { DEFAULT_LIMITS, type Limits } from '../../../src/rendezvous/limits.ts';
import { startRendezvous, type Rendezvous } from '../../../src/rendezvous/server.ts';
import { loadSite, type Site } from '../../../src/rendezvous/site.ts';
import { SignallingClient } from '../../support/signalling-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskmesh-site-'));
let site: Site = new Map();
const running: Rendezvous[] = [];

beforeAll(() => {
  mkdirSync(join(folder, 'app/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'app/index.html'), '<!doctype html><title>Deskmesh</title>');
  writeFileSync(join(folder, 'app/sw.js'), '// worker');
  writeFileSync(join(folder, 'app/assets/index-abc.js'), `// ${'x'.repeat(2000)}`);
  site = loadSite(join(folder, 'app'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((rendezvous) => rendezvous.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = async (limits: Partial<Limits> = {}): Promise<{ http: string; url: string; port: number }> => {
  const rendezvous = await startRendezvous({
    site,
    port: 0,
    hosts: ['127.0.0.1'],
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  running.push(rendezvous);
  const { port } = rendezvous;
  return { http: `http://127.0.0.1:${port}`, url: `ws://127.0.0.1:${port}/rendezvous`, port };
};

/** Bytes as they are: fetch would tidy the path up first. */
const askRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });

describe('meeting', () => {
  test('what one says on a topic reaches those who listen to it, and says how many they are', async () => {
    const { url } = await start();
    const [ada, bo, cy] = await Promise.all([1, 2, 3].map(() => SignallingClient.open(url)));
    await Promise.all([ada?.subscribe('tea'), bo?.subscribe('tea'), cy?.subscribe('milk')]);
    ada?.say({ type: 'publish', topic: 'tea', data: { from: 'ada', text: 'grüß dich' } });
    await ada?.settle();
    await bo?.settle();
    await cy?.settle();
    expect(bo?.received).toEqual([
      { type: 'publish', topic: 'tea', clients: 2, data: { from: 'ada', text: 'grüß dich' } },
    ]);
    expect(cy?.received).toEqual([]);
  });

  test('who has left a topic, or is gone, is no longer counted', async () => {
    const { url } = await start();
    const [ada, bo, cy] = await Promise.all([1, 2, 3].map(() => SignallingClient.open(url)));
    await Promise.all([ada?.subscribe('tea'), bo?.subscribe('tea'), cy?.subscribe('tea')]);
    bo?.say({ type: 'unsubscribe', topics: ['tea'] });
    await bo?.settle();
    cy?.socket.terminate();
    await expect
      .poll(async () => {
        ada?.say({ type: 'publish', topic: 'tea', data: 1 });
        await ada?.settle();
        return ada?.received.at(-1);
      })
      .toEqual({ type: 'publish', topic: 'tea', clients: 1, data: 1 });
    expect(bo?.received).toEqual([]);
  });

  test('thirty peers who join at once and write to each other all get through', async () => {
    const { url } = await start();
    const peers = await Promise.all(Array.from({ length: 30 }, () => SignallingClient.open(url)));
    await Promise.all(peers.map((peer) => peer.subscribe('room')));
    const data = 'x'.repeat(2000);
    for (const peer of peers) for (let i = 0; i < 30; i += 1) peer.say({ type: 'publish', topic: 'room', data });
    await Promise.all(peers.map((peer) => peer.settle()));
    await expect.poll(() => peers.every((peer) => peer.received.length === 900), { timeout: 10_000 }).toBe(true);
  }, 15_000);
});

describe('a client that does what it must not loses its own connection only', () => {
  const FAULTS: readonly (readonly [string, number, (client: SignallingClient) => void])[] = [
    ['no JSON', 1007, (client) => client.socket.send('{bad')],
    ['no text', 1003, (client) => client.socket.send(new Uint8Array([1, 2, 3]))],
    ['text that is not UTF-8', 1007, (client) => client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false })],
    ['a frame too large', 1009, (client) => client.socket.send('x'.repeat(DEFAULT_LIMITS.frameBytes + 1))],
    [
      'more topics than allowed',
      1008,
      (client) => {
        for (let i = 0; i <= DEFAULT_LIMITS.topicsPerConnection; i += 1)
          client.say({ type: 'subscribe', topics: [`t${i}`] });
      },
    ],
    [
      'a flood',
      1008,
      (client) => {
        for (let i = 0; i < 5000; i += 1) client.say({ type: 'publish', topic: 'tea', data: i });
      },
    ],
    [
      'a flood of bytes',
      1008,
      (client) => {
        for (let i = 0; i < 200; i += 1) client.say({ type: 'publish', topic: 'none', data: 'x'.repeat(60_000) });
      },
    ],
  ];

  test.each(FAULTS)('[W11] %s: closed with %i', async (_, code, misbehave) => {
    const { url } = await start();
    const [ada, bo, bad] = await Promise.all([1, 2, 3].map(() => SignallingClient.open(url)));
    await Promise.all([ada?.subscribe('tea'), bo?.subscribe('tea')]);
    if (bad !== undefined) misbehave(bad);
    expect(await bad?.closed).toBe(code);
    ada?.say({ type: 'publish', topic: 'tea', data: 'still here' });
    await ada?.settle();
    await bo?.settle();
    expect(bo?.received.at(-1)).toMatchObject({ data: 'still here' });
  });

  test('one that does not take what it is sent is dropped', async () => {
    const { url } = await start({
      backlogBytes: 1024 * 1024,
      messages: { burst: 1e6, perSecond: 1e6 },
      bytes: { burst: 1e9, perSecond: 1e9 },
    });
    const [ada, slow] = await Promise.all([1, 2].map(() => SignallingClient.open(url)));
    await slow?.subscribe('tea');
    slow?.socket.pause();
    for (let i = 0; i < 300; i += 1) ada?.say({ type: 'publish', topic: 'tea', data: 'x'.repeat(60_000) });
    await ada?.settle();
    slow?.socket.resume();
    expect(await slow?.closed).toBe(1006);
  });

  test('one that does not answer a ping is dropped, the others stay', async () => {
    const { url } = await start({ pingIntervalMs: 60 });
    const [ada, dead] = await Promise.all([1, 2].map(() => SignallingClient.open(url)));
    dead?.socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 300));
    dead?.socket.resume();
    expect(await dead?.closed).toBe(1006);
    expect(ada?.socket.readyState).toBe(ada?.socket.OPEN);
  });

  test('bytes that are no HTTP, and sockets that break off, harm nobody', async () => {
    const { url, port } = await start();
    const ada = await SignallingClient.open(url);
    await askRaw(port, '\u0000\u0001garbage\r\n\r\n');
    await askRaw(port, 'GET /rendezvous HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    connect(port, '127.0.0.1', function (this: ReturnType<typeof connect>) {
      this.write('GET /rendezvous HTTP/1.1\r\nHost: x\r\nUpgrade: web');
      this.resetAndDestroy();
    });
    await ada.settle();
    expect(ada.socket.readyState).toBe(ada.socket.OPEN);
  });
});

describe('who is let in', () => {
  test('no more connections than allowed, and those that end make room', async () => {
    const { url } = await start({ connectionsPerAddress: 2 });
    const first = [await SignallingClient.open(url), await SignallingClient.open(url)];
    expect(await SignallingClient.tryOpen(url)).toBeNull();
    for (const client of first) client.socket.close();
    await Promise.all(first.map((client) => client.closed));
    const next: (SignallingClient | null)[] = [];
    const openOneMore = async (): Promise<number> => {
      next.push(await SignallingClient.tryOpen(url));
      return next.filter((client) => client !== null).length;
    };
    await expect.poll(openOneMore).toBe(2);
    expect(await SignallingClient.tryOpen(url)).toBeNull();
  });

  test('one that was sent away and does not go is cut off', async () => {
    const { url } = await start({ connections: 1 });
    const stubborn = await SignallingClient.open(url);
    stubborn.socket.pause();
    stubborn.socket.send('{bad');
    await expect.poll(async () => (await SignallingClient.tryOpen(url)) !== null, { timeout: 5000 }).toBe(true);
  });

  test('no more in total than allowed', async () => {
    const { url } = await start({ connections: 1 });
    await SignallingClient.open(url);
    expect(await SignallingClient.tryOpen(url)).toBeNull();
  });

  test('a foreign page is not, a desk is', async () => {
    const { url } = await start();
    expect(await SignallingClient.tryOpen(url, 'https://example.com')).toBeNull();
    expect(await SignallingClient.tryOpen(url, 'http://localhost:4173')).not.toBeNull();
  });

  test('only at /rendezvous', async () => {
    const { url } = await start();
    for (const at of [`${url}/elsewhere`, new URL('/', url).href, new URL('/rendezvous.json', url).href])
      expect(await SignallingClient.tryOpen(at)).toBeNull();
    expect(await SignallingClient.tryOpen(url)).not.toBeNull();
  });
});

describe('the site', () => {
  test('what carries a hash is kept for good, the page and the worker are asked for anew', async () => {
    const { http } = await start();
    const [page, worker, asset] = await Promise.all(
      ['/?invite', '/sw.js', '/assets/index-abc.js'].map((path) =>
        fetch(http + path, { headers: { 'accept-encoding': 'br' } }),
      ),
    );
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page?.headers.get('cache-control')).toBe('no-cache');
    expect(worker?.headers.get('cache-control')).toBe('no-cache');
    expect(asset?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset?.headers.get('content-encoding')).toBe('br');
    expect(await asset?.text()).toHaveLength(2003);
    const again = await fetch(`${http}/`, { headers: { 'if-none-match': page?.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('a missing asset is 404, never the page', async () => {
    const { http } = await start();
    for (const path of ['/assets/index-old.js', '/desk', '/assets', '/assets/', '/%']) {
      expect({ path, status: (await fetch(http + path)).status }).toEqual({ path, status: 404 });
    }
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
  ])('no way out of the folder by %s', async (path) => {
    const { port } = await start();
    const answer = await askRaw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).not.toContain('outside');
  });

  test('it is only read: other methods and odd ranges change nothing', async () => {
    const { http, port } = await start();
    expect((await fetch(`${http}/`, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(`${http}/`, { headers: { range: 'bytes=5-2' } })).status).toBe(200);
    const head = await askRaw(port, 'HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(head.split('\r\n\r\n')[1]).toBe('');
  });

  test('no other page may frame it', async () => {
    const { http } = await start();
    expect((await fetch(`${http}/`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('/rendezvous.json tells what an invite may contain: nothing while only this machine is served', async () => {
    const { http } = await start();
    expect(await (await fetch(`${http}/rendezvous.json`)).json()).toEqual({ addresses: [] });
  });
});

test('a second server on the same port is refused, and the first goes on', async () => {
  const { port, http } = await start();
  await expect(startRendezvous({ site, port, hosts: ['127.0.0.1'] })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const status = await new Promise((resolve) =>
    request(`${http}/`, (answer) => resolve(answer.resume().statusCode)).end(),
  );
  expect(status).toBe(200);
});
