// What the tabs of one profile say to each other over a BroadcastChannel: the same app on the same
// origin, maybe of another version; what is of another version is not understood and passed over.

import type { Announcement, Attending, MeshEvent, MeshStatus } from '../engine/ports.ts';

const VERSION = 1;

export type TabContent =
  /** A tab asks to follow whoever holds the lock. */
  | { readonly kind: 'hello' }
  /** From the holder: to everyone with each beat; to one tab when its session begins (anew). */
  | { readonly kind: 'holder'; readonly about: Announcement | null; readonly mark: number }
  | { readonly kind: 'sync'; readonly bytes: Uint8Array }
  | { readonly kind: 'event'; readonly event: MeshEvent }
  | { readonly kind: 'status'; readonly status: MeshStatus }
  /** From a follower: what is open in it. */
  | { readonly kind: 'attends'; readonly attending: Attending | null }
  | { readonly kind: 'leave' };

export type TabMessage = TabContent & { readonly from: string; readonly to: string | null };

/** The part of a BroadcastChannel that is used. */
export interface TabChannel {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

const isMessage = (value: unknown): value is TabMessage & { readonly version: number } =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION && 'from' in value;

/** One tab's end of the channel. */
export class TabLine {
  readonly #channel: TabChannel;
  readonly #self: string;

  constructor(channel: TabChannel, self: string, onMessage: (message: TabMessage) => void) {
    this.#channel = channel;
    this.#self = self;
    channel.onmessage = ({ data }) => {
      if (isMessage(data) && (data.to === null || data.to === self)) onMessage(data);
    };
  }

  say(content: TabContent, to: string | null = null): void {
    this.#channel.postMessage({ ...content, version: VERSION, from: this.#self, to });
  }

  close(): void {
    this.#channel.onmessage = null;
    this.#channel.close();
  }
}
