// One step of the loop of recoveries, the same for every library: each side says the number of the turn
// again and again, and is through when it has heard that of the other.

export interface LoopOptions {
  readonly name: string;
  readonly room: string;
  readonly signalling: string;
}

export interface Loop {
  open(options: LoopOptions): Promise<void>;
  /** Resolves to whether the other's number came in time. */
  turn(turn: number, limitMs: number): Promise<boolean>;
  /** Ends the connection under the library, as the browser does. */
  breakNative(): void;
}

export interface LoopPeer {
  open(options: LoopOptions): Promise<void>;
  say(turn: number): void;
  /** The highest number heard. */
  heard(): number;
}

declare global {
  var loop: Loop;
}

const AGAIN_MS = 25;
const CHECK_MS = 2;

export const presentLoop = (peer: LoopPeer): void => {
  let current = 0;
  const loop: Loop = {
    async open(options) {
      await peer.open(options);
      setInterval(() => peer.say(current), AGAIN_MS);
    },
    turn(turn, limitMs) {
      current = turn;
      const until = performance.now() + limitMs;
      return new Promise((resolve) => {
        const check = (): void => {
          if (peer.heard() >= turn) resolve(true);
          else if (performance.now() > until) resolve(false);
          else setTimeout(check, CHECK_MS);
        };
        check();
      });
    },
    breakNative() {
      for (const connection of globalThis.instruments.connections)
        if (connection.connectionState === 'connected') connection.close();
    },
  };
  Object.assign(globalThis, { loop });
};
