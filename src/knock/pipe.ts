// One connection between a customer's page and a peer of the team: WebRTC with one channel, agreed on beforehand.
// Candidates travel with the description, so that one knock and one answer are enough. Decides when it is over:
// closed, broken, silent, or sending what no version sends. Says so once. Leaves out what the words mean.

import type { Bytes } from '../files/sent-file.ts';
import { FileTraffic } from '../files/traffic.ts';
import { fileFrame, parseFrame } from '../mesh/frame.ts';
import { Inbox } from '../mesh/inbox.ts';
import { Outbox } from '../mesh/outbox.ts';
import type { Timers } from './timers.ts';

const BEAT_MS = 1_500;
const SILENCE_MS = 5_000;
/** Candidates of this machine are there at once; those of a server may take a while. */
const GATHER_MS = 1_500;
const OPEN_MS = 10_000;

export interface PipeOptions {
  readonly timers: Timers;
  readonly iceServers: readonly RTCIceServer[];
  /** Sent while nothing else is. */
  readonly beat: Uint8Array;
  opened(pipe: Pipe): void;
  /** False: no version says so, and the connection ends. */
  heard(pipe: Pipe, message: Uint8Array): boolean;
  /** The bytes of a file that the other side asks for; null where there is none that it may have. */
  find(hash: string): Promise<Bytes | null>;
  /** It was given up to here. */
  gave?(hash: string, upToBytes: number): void;
  /** Once, also for one that never opened. */
  ended(pipe: Pipe): void;
}

export class Pipe {
  readonly files: FileTraffic;
  readonly #options: PipeOptions;
  readonly #pc: RTCPeerConnection;
  readonly #channel: RTCDataChannel;
  readonly #outbox: Outbox;
  readonly #inbox = new Inbox();
  #state: 'opening' | 'open' | 'ended' = 'opening';
  #heardAt: number;
  #stop: () => void;

  constructor(options: PipeOptions) {
    this.#options = options;
    this.#pc = new RTCPeerConnection({ iceServers: [...options.iceServers] });
    this.#channel = this.#pc.createDataChannel('ask', { negotiated: true, id: 0 });
    this.#channel.binaryType = 'arraybuffer';
    this.#outbox = new Outbox(this.#channel, () => undefined);
    const outbox = this.#outbox;
    this.files = new FileTraffic({
      timers: options.timers,
      find: (hash) => options.find(hash),
      gave: (hash, upToBytes) => options.gave?.(hash, upToBytes),
      line: {
        get queuedBytes() {
          return outbox.queuedBytes;
        },
        post: (message) => this.isOpen && outbox.postFrame(fileFrame(message)),
      },
    });
    this.#heardAt = options.timers.mono();
    this.#channel.onopen = () => this.#opened();
    this.#channel.onclose = () => this.end();
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#take(data);
    this.#pc.onconnectionstatechange = () => {
      if (this.#pc.connectionState === 'failed') this.end();
    };
    this.#stop = options.timers.after(OPEN_MS, () => this.end());
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isOver(): boolean {
    return this.#state === 'ended';
  }

  /** What the network has not taken yet. */
  get queuedBytes(): number {
    return this.#outbox.queuedBytes;
  }

  /** Null where the browser cannot. */
  async offer(): Promise<string | null> {
    return this.#described(() => Promise.resolve());
  }

  async answer(offer: string): Promise<string | null> {
    return this.#described(() => this.#pc.setRemoteDescription({ type: 'offer', sdp: offer }));
  }

  async accept(answer: string): Promise<void> {
    if (this.#pc.signalingState !== 'have-local-offer') return;
    await this.#pc.setRemoteDescription({ type: 'answer', sdp: answer }).catch(() => this.end());
  }

  send(message: Uint8Array): void {
    if (this.isOpen) this.#outbox.post(message);
  }

  end(): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#stop();
    this.files.close();
    this.#channel.onopen = this.#channel.onclose = this.#channel.onmessage = null;
    this.#pc.onconnectionstatechange = null;
    this.#channel.close();
    this.#pc.close();
    this.#options.ended(this);
  }

  async #described(before: () => Promise<void>): Promise<string | null> {
    try {
      await before();
      await this.#pc.setLocalDescription();
      await this.#gathered();
      return this.#pc.localDescription?.sdp ?? null;
    } catch {
      this.end();
      return null;
    }
  }

  #gathered(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        stop();
        this.#pc.onicegatheringstatechange = null;
        resolve();
      };
      const stop = this.#options.timers.after(GATHER_MS, done);
      this.#pc.onicegatheringstatechange = () => {
        if (this.#pc.iceGatheringState === 'complete') done();
      };
      if (this.#pc.iceGatheringState === 'complete') done();
    });
  }

  #opened(): void {
    if (this.#state !== 'opening') return;
    this.#state = 'open';
    this.#heardAt = this.#options.timers.mono();
    this.#stop();
    this.#beat();
    this.#options.opened(this);
  }

  #beat(): void {
    if (this.#options.timers.mono() - this.#heardAt > SILENCE_MS) return this.end();
    this.send(this.#options.beat);
    this.#stop = this.#options.timers.after(BEAT_MS, () => this.#beat());
  }

  #take(content: unknown): void {
    this.#heardAt = this.#options.timers.mono();
    try {
      const frame = parseFrame(new Uint8Array(content instanceof ArrayBuffer ? content : []));
      if (frame.kind === 'later') return;
      if (frame.kind === 'file' && this.files.heard(frame.bytes)) return;
      if (frame.kind === 'file' || !('bytes' in frame)) return this.end();
      const message = this.#inbox.accept(frame);
      if (message !== null && !this.#options.heard(this, message)) this.end();
    } catch {
      this.end();
    }
  }
}
