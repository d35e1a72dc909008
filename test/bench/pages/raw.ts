// One data channel with nothing above it: what the browser itself gives. Negotiated, as the product's; 64
// KiB a message, and never more ahead of the network than the product allows itself. The descriptions
// travel by the bench's hand. Stands beside whatever else runs in the page.

export interface RawPage {
  offer(): Promise<RTCSessionDescriptionInit>;
  answer(offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit>;
  accept(answer: RTCSessionDescriptionInit): Promise<void>;
  whenOpen(): Promise<void>;
  send(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Resolves when so many bytes are here, to the time since the opening. */
  received(total: number): Promise<number>;
  /** All that came. */
  bytes(): Uint8Array;
  /** Sends every small message back. */
  echo(): void;
  /** Round trips of small messages, and how far the other page's clock is ahead of this one's. */
  roundTrips(times: number): Promise<{ readonly tripMs: readonly number[]; readonly aheadMs: number }>;
  close(): void;
}

declare global {
  var raw: RawPage;
}

const FRAGMENT_BYTES = 64 * 1024;
const AHEAD_BYTES = 1024 * 1024;
const LOW_BYTES = 256 * 1024;

interface Ping {
  readonly at: number;
  readonly there: number;
}

let connection: RTCPeerConnection;
let channel: RTCDataChannel;
let opened: Promise<number>;
const parts: Uint8Array[] = [];
let bytesHere = 0;
let tell: (() => void) | null = null;

const begin = (): void => {
  connection = new RTCPeerConnection({ iceServers: [] });
  channel = connection.createDataChannel('raw', { negotiated: true, id: 0 });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = LOW_BYTES;
  parts.length = 0;
  bytesHere = 0;
  opened = new Promise((resolve) => channel.addEventListener('open', () => resolve(performance.now()), { once: true }));
  channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    parts.push(new Uint8Array(data));
    bytesHere += data.byteLength;
    tell?.();
  };
};

/** With every candidate in it, so that one exchange is enough. */
const described = async (): Promise<RTCSessionDescriptionInit> => {
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (connection.iceGatheringState === 'complete') resolve();
    };
    connection.onicegatheringstatechange = check;
    check();
  });
  const { type, sdp } = connection.localDescription ?? { type: 'offer', sdp: '' };
  return { type, sdp };
};

const drained = (): Promise<unknown> =>
  new Promise((resolve) => channel.addEventListener('bufferedamountlow', resolve, { once: true }));

const joined = (): Uint8Array => {
  const bytes = new Uint8Array(bytesHere);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const page: RawPage = {
  async offer() {
    begin();
    await connection.setLocalDescription(await connection.createOffer());
    return described();
  },
  async answer(offer) {
    begin();
    await connection.setRemoteDescription(offer);
    await connection.setLocalDescription(await connection.createAnswer());
    return described();
  },
  accept: (answer) => connection.setRemoteDescription(answer),
  whenOpen: () => opened.then(() => undefined),
  async send(bytes) {
    await opened;
    for (let at = 0; at < bytes.length; at += FRAGMENT_BYTES) {
      if (channel.bufferedAmount >= AHEAD_BYTES) await drained();
      channel.send(bytes.subarray(at, at + FRAGMENT_BYTES));
    }
  },
  async received(total) {
    const openedAt = await opened;
    await new Promise<void>((resolve) => {
      tell = () => {
        if (bytesHere >= total) resolve();
      };
      tell();
    });
    tell = null;
    return performance.now() - openedAt;
  },
  bytes: joined,
  echo() {
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      const ping: Ping = { ...(JSON.parse(data) as Ping), there: performance.now() };
      channel.send(JSON.stringify(ping));
    };
  },
  async roundTrips(times) {
    const trips: { tripMs: number; aheadMs: number }[] = [];
    for (let time = 0; time < times; time += 1) {
      const back = new Promise<MessageEvent<string>>((resolve) => (channel.onmessage = resolve));
      channel.send(JSON.stringify({ at: performance.now(), there: 0 }));
      const { data } = await back;
      const { at, there } = JSON.parse(data) as Ping;
      const now = performance.now();
      trips.push({ tripMs: now - at, aheadMs: there - (at + now) / 2 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // The fastest trip leaves the least room for a difference between the two ways.
    const fastest = trips.reduce((a, b) => (b.tripMs < a.tripMs ? b : a));
    return { tripMs: trips.map(({ tripMs }) => tripMs), aheadMs: fastest.aheadMs };
  },
  close: () => connection.close(),
};

Object.assign(globalThis, { raw: page });
