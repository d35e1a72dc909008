// One port: the built app, the rendezvous at /rendezvous, and its addresses at /rendezvous.json.
// Listens on every address it was given, or on none: half a server would be found by half the pages.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';

import { lanUrls } from './addresses.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { SENTENCES } from './sentences.ts';
import { Signalling } from './signalling.ts';
import { answerFromSite, type Site } from './site.ts';

export interface RendezvousSettings {
  readonly site: Site;
  /** 0: any free one. */
  readonly port: number;
  /** Null: all addresses of this machine. */
  readonly hosts: readonly string[] | null;
  readonly limits?: Limits;
}

export interface Rendezvous {
  readonly port: number;
  /** What invites may contain: empty unless colleagues on the network can reach this machine. */
  readonly lanUrls: readonly string[];
  close(): Promise<void>;
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/';

const listen = (server: Server, port: number, host: string | undefined): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      // Later faults of a listening socket (out of file handles) pass; they must not end the process.
      server.on('error', () => undefined);
      resolve((server.address() as AddressInfo).port);
    });
  });

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The sentence for a server that could not listen. */
export const explainListening = (error: unknown, port: number, hosts: readonly string[] | null): string => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return SENTENCES.portTaken(port);
    case 'EACCES':
      return SENTENCES.portForbidden(port);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return SENTENCES.badAddress(hosts?.join(', ') ?? '');
    default:
      return SENTENCES.notListening(error instanceof Error ? error.message : String(error));
  }
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** A machine without IPv6 has no ::1; that is no fault as long as another address works. */
const isAbsentIpv6 = (host: string | undefined, error: unknown): boolean =>
  host?.includes(':') === true && ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(codeOf(error));

export const startRendezvous = async (settings: RendezvousSettings): Promise<Rendezvous> => {
  const signalling = new Signalling(settings.limits ?? DEFAULT_LIMITS);
  const servers: Server[] = [];
  let port = settings.port;
  const urls = (): readonly string[] => lanUrls(settings.hosts, port, networkInterfaces());

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (pathOf(request) !== '/rendezvous.json') return answerFromSite(settings.site, request, response);
    // Asked anew each time: a laptop changes its network while this runs.
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ addresses: urls() }));
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    if (pathOf(request) === '/rendezvous') signalling.accept(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  };
  const close = async (): Promise<void> => {
    signalling.close();
    await Promise.all(servers.map(closeServer));
  };

  for (const host of settings.hosts ?? [undefined]) {
    const server = createServer(answer).on('upgrade', upgrade);
    try {
      port = await listen(server, port, host);
      servers.push(server);
    } catch (error) {
      if (servers.length > 0 && isAbsentIpv6(host, error)) continue;
      await close();
      throw error;
    }
  }
  return { port, lanUrls: urls(), close };
};
