// A rendezvous for the tests in the browser, on free ports, with a switch beside it: GET /stop and
// /start on the control address take it off the air and bring it back on the same port.

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

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let rendezvous: Rendezvous | null = await start(0);
  const { port } = rendezvous;
  const control = createServer(async (request, response) => {
    if (request.url === '/stop') {
      await rendezvous?.close();
      rendezvous = null;
    }
    if (request.url === '/start') rendezvous ??= await start(port);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  const { port: controlPort } = control.address() as AddressInfo;
  project.provide('rendezvous', {
    url: `ws://127.0.0.1:${port}/rendezvous`,
    control: `http://127.0.0.1:${controlPort}`,
  });
  return async () => {
    control.close();
    await rendezvous?.close();
  };
};
