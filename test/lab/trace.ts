// What a page did with the network, line by line, for whoever wants to know why a trial took long
// (`--trace`): its sockets, its peer connections and what the browser said of the line. Watched from
// outside, by wrapping what the browser offers; the app is the same with and without it.

import type { Page } from '@playwright/test';

const watch = (): void => {
  const lines: [number, string][] = [];
  Object.assign(globalThis, { labTrace: lines });
  const note = (text: string): void => void lines.push([Date.now(), text]);
  for (const name of ['online', 'offline']) globalThis.addEventListener(name, () => note(name));
  let made = 0;
  const Socket = globalThis.WebSocket;
  globalThis.WebSocket = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const id = `socket ${(made += 1)}`;
      note(`${id} new`);
      for (const type of ['open', 'close', 'error']) this.addEventListener(type, () => note(`${id} ${type}`));
      this.addEventListener('message', ({ data }) => note(`${id} in ${String(data).slice(0, 60)}`));
      const send = this.send.bind(this);
      this.send = (data: string) => {
        note(`${id} out ${String(data).slice(0, 60)}`);
        send(data);
      };
    }
  };
  const Connection = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Connection {
    constructor(settings?: RTCConfiguration) {
      super(settings);
      const id = `peer ${(made += 1)}`;
      note(`${id} new`);
      this.addEventListener('iceconnectionstatechange', () => note(`${id} ice ${this.iceConnectionState}`));
      this.addEventListener('connectionstatechange', () => note(`${id} ${this.connectionState}`));
      this.addEventListener('signalingstatechange', () => note(`${id} signalling ${this.signalingState}`));
      this.addEventListener('icegatheringstatechange', () => note(`${id} gathering ${this.iceGatheringState}`));
      this.addEventListener('icecandidate', ({ candidate }) =>
        note(`${id} candidate ${candidate?.candidate ?? 'end'}`),
      );
      const close = this.close.bind(this);
      this.close = () => {
        note(`${id} close()`);
        close();
      };
      const add = this.addIceCandidate.bind(this);
      this.addIceCandidate = (candidate?: RTCIceCandidateInit | null) => {
        note(`${id} given candidate ${candidate?.candidate ?? 'end'}`);
        return add(candidate);
      };
      const createDataChannel = this.createDataChannel.bind(this);
      this.createDataChannel = (label: string, init?: RTCDataChannelInit) => {
        const channel = createDataChannel(label, init);
        for (const type of ['open', 'close']) channel.addEventListener(type, () => note(`${id} channel ${type}`));
        return channel;
      };
    }
  };
};

/** From the next start of the page on. */
export const traceNetwork = async (page: Page): Promise<void> => {
  await page.addInitScript(watch);
  await page.reload();
};

export const readTrace = async (page: Page, since: number): Promise<readonly string[]> => {
  const lines = await page.evaluate(() => (globalThis as { labTrace?: [number, string][] }).labTrace ?? []);
  return lines.filter(([at]) => at >= since).map(([at, text]) => `${String(at - since).padStart(6)} ms ${text}`);
};
