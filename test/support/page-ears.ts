// Keeps whatever a page is given, from before its first script: signals, words on data channels, descriptions, keys,
// and what it unseals. `openEars` runs in the page; `heardBy` reads it, with storage and address.

import type { Page } from '@playwright/test';

declare global {
  var heard: string[];
}

const openEars = (): void => {
  const heard: string[] = [];
  globalThis.heard = heard;
  const bytesOf = (value: unknown): Uint8Array | null => {
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null;
  };
  const note = (value: unknown): void => {
    const bytes = bytesOf(value);
    if (bytes === null) return void heard.push(typeof value === 'string' ? value : JSON.stringify(value));
    heard.push(new TextDecoder().decode(bytes));
    if (bytes.length <= 4_096) heard.push(btoa(String.fromCharCode(...bytes)));
  };
  const { RTCPeerConnection: Peer, WebSocket: Socket } = globalThis;
  const makeChannel = Peer.prototype.createDataChannel;
  Peer.prototype.createDataChannel = function create(...args) {
    const channel = makeChannel.apply(this, args);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => note(data));
    return channel;
  };
  const describe = Peer.prototype.setRemoteDescription as (this: RTCPeerConnection, init: unknown) => Promise<void>;
  Peer.prototype.setRemoteDescription = function take(this: RTCPeerConnection, init: unknown) {
    note(init);
    return describe.call(this, init);
  } as typeof Peer.prototype.setRemoteDescription;
  globalThis.WebSocket = class extends Socket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => note(data));
    }
    override send(text: string): void {
      note(text);
      super.send(text);
    }
  };
  const { subtle } = crypto;
  const proto = Object.getPrototypeOf(subtle) as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of ['importKey', 'deriveBits', 'decrypt', 'exportKey', 'encrypt']) {
    const own = proto[name];
    if (own === undefined) continue;
    proto[name] = async function listen(this: unknown, ...args: unknown[]) {
      for (const each of args) if (bytesOf(each) !== null) note(each);
      const result = await own.apply(this, args);
      if (bytesOf(result) !== null) note(result);
      return result;
    };
  }
};

export const listenTo = (page: Page): Promise<unknown> => page.addInitScript(openEars);

/** All of it, as texts; bytes stand there as text and as base64. */
export const heardBy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const stored: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        for (const request of [all.getAll(), all.getAllKeys()]) {
          await new Promise((resolve) => (request.onsuccess = resolve));
          stored.push(JSON.stringify(request.result));
        }
      }
      database.close();
    }
    const scripts = performance.getEntriesByType('resource').map(({ name }) => name);
    const files = await Promise.all([location.pathname, ...scripts].map(async (url) => (await fetch(url)).text()));
    const { href } = location;
    return [href, document.cookie, JSON.stringify({ ...localStorage }), ...stored, ...files, ...globalThis.heard];
  });
