// What a bench sees of a page without asking what runs in it: every connection, channel, message, error,
// long task and address. Must be imported before anything that opens a connection.

export interface Received {
  readonly openedAt: number;
  /** Of messages that carry content: small ones are beats and acknowledgements. */
  firstLargeAt: number;
  lastLargeAt: number;
  bytes: number;
}

export interface Instruments {
  readonly connections: RTCPeerConnection[];
  readonly channels: RTCDataChannel[];
  readonly received: Received[];
  /** Messages sent since `reset`, by their first byte. */
  readonly sent: Map<number, number>;
  readonly errors: string[];
  readonly taskMs: number[];
  /** Addresses of sockets and ICE servers that were asked for. */
  readonly addresses: string[];
  /** Whatever is sent or comes in the first moments of a channel is lost. */
  lossyMs: number;
  reset(): void;
}

declare global {
  var instruments: Instruments;
}

const LARGE_BYTES = 1_000;

const instruments: Instruments = {
  connections: [],
  channels: [],
  received: [],
  sent: new Map(),
  errors: [],
  taskMs: [],
  addresses: [],
  lossyMs: 0,
  reset() {
    instruments.sent.clear();
    instruments.taskMs.length = 0;
  },
};

const lossyUntil = new WeakMap<RTCDataChannel, number>();

const watch = (channel: RTCDataChannel): void => {
  instruments.channels.push(channel);
  const opened = (): void => {
    const received: Received = { openedAt: performance.now(), firstLargeAt: 0, lastLargeAt: 0, bytes: 0 };
    instruments.received.push(received);
    lossyUntil.set(channel, performance.now() + instruments.lossyMs);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!(data instanceof ArrayBuffer) || data.byteLength < LARGE_BYTES) return;
      received.bytes += data.byteLength;
      received.lastLargeAt = performance.now();
      if (received.firstLargeAt === 0) received.firstLargeAt = received.lastLargeAt;
    });
  };
  if (channel.readyState === 'open') opened();
  else channel.addEventListener('open', opened, { once: true });
};

const NativeConnection = RTCPeerConnection;

class WatchedConnection extends NativeConnection {
  constructor(config?: RTCConfiguration) {
    super(config);
    instruments.connections.push(this);
    for (const { urls } of config?.iceServers ?? []) instruments.addresses.push(...[urls].flat());
    this.addEventListener('datachannel', ({ channel }) => watch(channel));
  }

  override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
    const channel = super.createDataChannel(label, options);
    watch(channel);
    return channel;
  }
}

const NativeSocket = WebSocket;

class WatchedSocket extends NativeSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    instruments.addresses.push(String(url));
  }
}

Object.assign(globalThis, { RTCPeerConnection: WatchedConnection, WebSocket: WatchedSocket });

const firstByteOf = (content: unknown): number => {
  if (content instanceof ArrayBuffer) return new Uint8Array(content)[0] ?? -1;
  return ArrayBuffer.isView(content) ? (new Uint8Array(content.buffer, content.byteOffset)[0] ?? -1) : -1;
};

const ownSend = RTCDataChannel.prototype.send as (this: RTCDataChannel, content: unknown) => void;
RTCDataChannel.prototype.send = function send(this: RTCDataChannel, content: unknown): void {
  if (performance.now() < (lossyUntil.get(this) ?? 0)) return;
  const first = firstByteOf(content);
  instruments.sent.set(first, (instruments.sent.get(first) ?? 0) + 1);
  ownSend.call(this, content);
};

addEventListener('error', (event) => instruments.errors.push(String(event.error ?? event.message)));
addEventListener('unhandledrejection', (event) => instruments.errors.push(String(event.reason)));
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) instruments.taskMs.push(duration);
}).observe({ type: 'longtask' });

Object.assign(globalThis, { instruments });
