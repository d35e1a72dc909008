import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findRendezvousAddresses } from '../../../src/platform/rendezvous-addresses.ts';

const place = { protocol: 'http:', host: 'localhost:4173' };
const OWN = 'ws://localhost:4173/rendezvous';

let close = (): void => undefined;
afterEach(() => close());

/** A server that answers `body`; null never answers. */
const serve = async (body: string | null, status = 200): Promise<typeof fetch> => {
  const server = createServer((_request, response) => {
    if (body !== null) response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  return (path, init) => fetch(`http://127.0.0.1:${port}${String(path)}`, init);
};

describe('the addresses of a rendezvous', () => {
  it('are the own server and those it names, each once', async () => {
    const lan = 'ws://192.168.1.7:4173/rendezvous';
    const fetchPage = await serve(JSON.stringify({ addresses: [lan, OWN, lan] }));
    expect(await findRendezvousAddresses(place, fetchPage)).toEqual([OWN, lan]);
  });

  it('are secure where the page is', async () => {
    const fetchPage = await serve('{"addresses":[]}');
    expect(await findRendezvousAddresses({ protocol: 'https:', host: 'desk.example' }, fetchPage)).toEqual([
      'wss://desk.example/rendezvous',
    ]);
  });

  it('are no more than an invite holds, and of no other kind', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `ws://10.0.0.${index}/rendezvous`);
    const fetchPage = await serve(
      JSON.stringify({ addresses: ['https://elsewhere.example', 'x'.repeat(500), ...many] }),
    );
    expect(await findRendezvousAddresses(place, fetchPage)).toEqual([OWN, ...many.slice(0, 7)]);
  });

  it.each([
    ['the index page', '<!doctype html>', 200],
    ['an error', '{"addresses":["ws://10.0.0.1/"]}', 404],
    ['something else', '{"addresses":"ws://10.0.0.1/"}', 200],
    ['far too much', JSON.stringify({ addresses: ['ws://10.0.0.1/'], more: 'x'.repeat(20_000) }), 200],
  ])('are only the own server where the answer is %s', async (_what, body, status) => {
    expect(await findRendezvousAddresses(place, await serve(body, status))).toEqual([OWN]);
  });

  it('are only the own server where nobody answers in time, or at all', async () => {
    expect(await findRendezvousAddresses(place, await serve(null), 50)).toEqual([OWN]);
    const offline: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await findRendezvousAddresses(place, offline)).toEqual([OWN]);
  });
});
