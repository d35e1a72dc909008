// What the mesh needs of the browser, in one place; handed in so that a test can stand in for several
// tabs of one profile.

import type { TabLocks } from './tab-lock.ts';
import type { TabChannel } from './tab-message.ts';

export interface Surroundings {
  /** Null where there are none: this tab is then a peer, whatever other tabs do. */
  readonly locks: TabLocks | null;
  readonly isSecureContext: boolean;
  readonly hasWebrtc: boolean;
  /** Hears `pagehide`, `pageshow`, `online` and `visibilitychange`. */
  readonly page: EventTarget;
  openChannel(name: string): TabChannel;
}

export const browserSurroundings = (): Surroundings => ({
  locks: 'locks' in navigator ? (navigator.locks as unknown as TabLocks) : null,
  isSecureContext: globalThis.isSecureContext,
  hasWebrtc: typeof RTCPeerConnection === 'function',
  page: globalThis,
  openChannel: (name) => new BroadcastChannel(name),
});
