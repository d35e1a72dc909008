// Whether somebody is at this device: keys and pointers in any tab of this browser profile. Told at most every two
// seconds, in the tab itself and over a BroadcastChannel in all others.

const CHANNEL = 'deskmesh-activity';
const EVENTS = ['keydown', 'click', 'pointerdown', 'pointermove', 'wheel'] as const;
const LEAST_MS = 2_000;

export interface Hands {
  /** Gives back what ends it. */
  listen(active: () => void): () => void;
}

export const handsOfDevice: Hands = {
  listen(active) {
    const channel = new BroadcastChannel(CHANNEL);
    let hasTold = false;
    const tell = (): void => {
      if (hasTold) return;
      hasTold = true;
      setTimeout(() => (hasTold = false), LEAST_MS);
      active();
      channel.postMessage(null);
    };
    channel.onmessage = active;
    for (const event of EVENTS) addEventListener(event, tell, { capture: true, passive: true });
    return () => {
      channel.close();
      for (const event of EVENTS) removeEventListener(event, tell, { capture: true });
    };
  },
};
