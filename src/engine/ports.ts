// Every contact of the core with the outside, in one place. Adapters live in mesh/, storage/ and
// platform/; main.ts chooses them. The core never calls a clock, a timer or a network by itself.

import type { SentFile } from '../domain/entry.ts';
import type { AgentId, ConversationId, DeviceId, MonoMs, WallMs } from '../domain/ids.ts';
import type { FirstPart, FirstSaid } from '../replica/first-part.ts';

export interface Clock {
  /** Milliseconds since 1970, as this machine believes. */
  wall(): WallMs;
  /** Monotonic milliseconds; goes on while the machine sleeps where the platform allows it. */
  mono(): MonoMs;
}

export interface Random {
  /** `bytes` random bytes from the platform's secure source, as base64url. */
  token(bytes: number): string;
}

/** Calls back once at or after the deadline, also in a hidden tab. Setting again replaces. */
export interface Alarm {
  set(at: MonoMs, ring: () => void): void;
  clear(): void;
}

/** The conversation on somebody's screen right now, and whether they write in it (AT1). Never stored. */
export interface Attending {
  readonly conversation: ConversationId;
  readonly isTyping: boolean;
}

/** What a peer says of itself with every beat: who it is, never a status (ST4). */
export interface Announcement {
  readonly device: DeviceId;
  /** Null while nobody is logged in there. */
  readonly agent: AgentId | null;
  /** Random for each start of the app on that device; DI2's peer id. */
  readonly peer: string;
  /** Caught up once with every peer it sees (DI1). */
  readonly isCaughtUp: boolean;
  /** Absent where nothing is open there, and from peers that do not say it. */
  readonly attending?: Attending | null;
}

export type MeshEvent =
  /** A beat or any message of that peer arrived. */
  | { readonly kind: 'heard'; readonly from: Announcement }
  /** Closed its last tab, logged out, or left the team: gone at once (ST7). */
  | { readonly kind: 'farewell'; readonly device: DeviceId; readonly peer: string }
  /** The connection broke without a word; liveness decides by time. */
  | { readonly kind: 'lost'; readonly device: DeviceId; readonly peer: string }
  /** All that this peer had when we connected has been applied here, and the reverse was asked. */
  | { readonly kind: 'caughtUp'; readonly device: DeviceId; readonly peer: string }
  /** A peer sends what is open first; of other conversations nothing can be told before `caughtUp`. */
  | { readonly kind: 'firstComing'; readonly said: FirstSaid }
  /** What `firstComing` spoke of is applied here. */
  | { readonly kind: 'firstIn' }
  /** This tab took or gave up the device's lock: only the holder is a peer (DI3). The other tabs of
   * the profile get the holder's `heard`, `farewell`, `lost` and `caughtUp` handed on. */
  | { readonly kind: 'role'; readonly isPeer: boolean }
  | { readonly kind: 'fault'; readonly fault: MeshFault };

export type MeshFault = {
  /** `notLoaded`: the program of the mesh did not come from where the app comes from. */
  readonly reason: 'webrtcAbsent' | 'rendezvousUnreachable' | 'peerMisbehaved' | 'notLoaded';
  readonly detail: string;
};

export interface MeshPeer {
  readonly device: DeviceId | null;
  readonly state: 'connecting' | 'connected';
  /** Through a relay (TURN), or straight; null until the browser has told. */
  readonly path: 'direct' | 'relayed' | null;
  readonly roundTripMs: number | null;
  /** Since its last message. */
  readonly lastHeardMs: number | null;
  /** Over this connection. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** Bytes of ours that this peer has not taken yet. */
  readonly pendingBytes: number;
  readonly isSynced: boolean;
}

export type RefusedReason =
  /** What no version sends: it cannot be read. */
  | 'unreadable'
  | 'tooLarge'
  /** More messages than any desk has to send. */
  | 'tooMany'
  /** A change that would damage the document. */
  | 'harmfulChange'
  /** Connected, and never answered a question. */
  | 'noAnswer'
  /** One connection that calls itself by many names. */
  | 'manyNames'
  /** Not cut off: it speaks a later version of the protocol, so this page wants an update. */
  | 'newerVersion';

/** Who was cut off for what it sent. */
export interface MeshRefusal {
  /** Null where it never said who it is. */
  readonly device: DeviceId | null;
  readonly reason: RefusedReason;
  readonly count: number;
  /** Time left until it is let back in; null where it was not cut off. */
  readonly backInMs: number | null;
}

export interface MeshStatus {
  readonly rendezvous: readonly { readonly url: string; readonly isConnected: boolean }[];
  readonly peers: readonly MeshPeer[];
  /** Newest first, a bounded number. */
  readonly refused: readonly MeshRefusal[];
  /** What a newcomer is being sent now; the total is an estimate that gets better. */
  readonly arriving: { readonly receivedBytes: number; readonly totalBytes: number } | null;
  /** Peers that are reached through others only. */
  readonly reachableThrough: number;
}

/** One kind of network path that this browser can offer to others. */
export interface MeshPath {
  readonly type: 'host' | 'srflx' | 'prflx' | 'relay';
  readonly protocol: string;
}

/** How peers reach each other. Sync of the document happens behind it: it reads and applies Yjs
 * updates by itself. Contract: test/contract/mesh.contract.ts. */
export interface Mesh {
  /** Joins the room and keeps trying for ever. Idempotent. */
  connect(): void;
  /** Says farewell and closes everything; `connect` may follow. */
  disconnect(): void;
  /** What the next beats say; sent at once when it changes. */
  announce(announcement: Announcement): void;
  subscribe(listener: (event: MeshEvent) => void): () => void;
  status(): MeshStatus;
  /** Called whenever `status()` may read differently; at most 4 times a second. */
  onStatus(listener: () => void): () => void;
  /** What the browser finds with the present servers, each kind once; within 3 s, never rejects. */
  inspect(): Promise<readonly MeshPath[]>;
  /** The bytes of a file from whichever connected peer has it, one asked after another, with the hash that it names;
   * null where none brings it, and in a tab that is no peer. `told` hears how much is here. */
  fetchFile(file: SentFile, told: (receivedBytes: number) => void): Promise<Uint8Array<ArrayBuffer> | null>;
  /** What a peer is sent first that lacks most of a long log; by default no part has an end of its own. */
  giveFirst(find: () => Promise<FirstPart | null>): void;
  /** Where the bytes are that other peers ask for; by default nowhere. */
  giveFiles(find: (hash: string) => Promise<Uint8Array<ArrayBuffer> | null>): void;
}

export type StorageFault = {
  /** `outdated`: a newer version of the desk has changed how things are stored here. `rescued`: the browser had
   * lost what was stored, and it came back from the second copy. `mended`: what was told before is over, and all is
   * saved. */
  readonly reason: 'blocked' | 'full' | 'closed' | 'outdated' | 'corrupt' | 'rescued' | 'mended' | 'unknown';
  readonly detail: string;
};

/** A copy apart from the browser's database, which browsers were seen to lose. */
export interface SecondCopyCondition {
  /** `opening`: not known yet. `none`: the browser offers no place for it. `full`: it waits for room on the disk. */
  readonly state: 'opening' | 'none' | 'kept' | 'full';
  readonly bytes: number;
}

/** What was found damaged on this device since it was opened, and how it is kept. */
export interface StorageCondition {
  /** Records that could not be read; kept aside, and asked of teammates. */
  readonly setAside: number;
  /** Damaged ones of which an older copy was there. */
  readonly broughtBack: number;
  /** Something is missing that what is here builds on; a teammate's copy fills it. */
  readonly isIncomplete: boolean;
  readonly copy: SecondCopyCondition;
}

/** Where this device keeps the team document. Contract: test/contract/storage.contract.ts. */
export interface Storage {
  /** Applies all that is stored to the document; resolves within seconds also where storage is not to
   * be had (then a fault was reported and the desk works on without). */
  load(): Promise<void>;
  /** Resolves once everything that the document holds now is in completed transactions; `false`
   * where that did not succeed. Many calls share one transaction. */
  saved(): Promise<boolean>;
  onFault(listener: (fault: StorageFault) => void): () => void;
  condition(): StorageCondition;
  /** Releases the database; the stored data stays. */
  close(): Promise<void>;
  /** Deletes this team's data on this device (CO9: "Leave this team"). */
  erase(): Promise<void>;
}
