// Rendezvous for the tests in the browser, on free ports, with switches beside them. On the control
// address, /open gives the address of a new one, /stop/<port> and /start/<port> take it off the air and
// bring it back. One is open from the start, for all who need nothing else.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { TestProject } from 'vitest/node';

import { startRendezvous, type Rendezvous } from '../../src/rendezvous/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly rendezvous: { readonly url: string; readonly control: string };
  }
}

const start = (port: number): Promise<Rendezvous> => startRendezvous({ site: new Map(), port, hosts: ['127.0.0.1'] });

const urlOf = (port: number): string => `ws://127.0.0.1:${port}/rendezvous`;

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const open = new Map<number, Rendezvous>();
  const begin = async (port: number): Promise<string> => {
    const rendezvous = await start(port);
    open.set(rendezvous.port, rendezvous);
    return urlOf(rendezvous.port);
  };
  const control = createServer(async (request, response) => {
    const [, act, at] = (request.url ?? '').split('/');
    const port = Number(at);
    let answer = '';
    if (act === 'open') answer = await begin(0);
    if (act === 'start') answer = await begin(port);
    if (act === 'stop') await open.get(port)?.close();
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end(answer);
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  const { port } = control.address() as AddressInfo;
  project.provide('rendezvous', { url: await begin(0), control: `http://127.0.0.1:${port}` });
  return async () => {
    control.close();
    await Promise.all([...open.values()].map((rendezvous) => rendezvous.close()));
  };
};
