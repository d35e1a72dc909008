// What the connection doctor is told, and what it says of it.

import type { IceServer } from '../domain/ice-server.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { Status } from '../engine/desk-types.ts';
import type { MeshPath, MeshStatus } from '../engine/ports.ts';

/** What the browser says of itself and of this page. */
export interface BrowserReadings {
  readonly isSecureContext: boolean;
  readonly hasWebrtc: boolean;
  readonly isOnline: boolean;
  /** `unknown` where the browser knows no such permission. */
  readonly localNetwork: 'granted' | 'denied' | 'prompt' | 'unknown';
  /** The page comes from this computer, so that it needs no such permission. */
  readonly isLoopback: boolean;
  readonly isHttps: boolean;
  /** The browser's name for itself. */
  readonly agent: string;
}

/** Follows the browser while the doctor is open. */
export interface BrowserWatch {
  read(): BrowserReadings;
  end(): void;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly isMe: boolean;
}

export interface DoctorReadings {
  readonly browser: BrowserReadings;
  readonly mesh: MeshStatus;
  /** Null while the browser is still looking. */
  readonly paths: readonly MeshPath[] | null;
  readonly servers: readonly IceServer[];
  /** `teammates`: null where this device has not met the team yet. */
  readonly reach: { readonly reachable: number; readonly teammates: number | null };
  /** Teammates that cannot be reached. */
  readonly missing: readonly Person[];
  ownerOf(device: DeviceId): Person | null;
}

export type StepState = 'ok' | 'warn' | 'fail' | 'unknown';

export interface StepLine {
  readonly isOk: boolean;
  readonly label: string;
  readonly text: string;
}

export interface Step {
  readonly id: 'secure' | 'webrtc' | 'network' | 'rendezvous' | 'local' | 'paths' | 'team';
  readonly state: StepState;
  readonly title: string;
  readonly text: string;
  /** What to do about it; null where nothing is to be done. */
  readonly todo: string | null;
  readonly lines: readonly StepLine[];
}

/** One device, in words; '' where there is nothing to say. */
export interface DeviceLine {
  readonly person: Person | null;
  readonly name: string;
  readonly isConnected: boolean;
  readonly path: string;
  readonly roundTrip: string;
  readonly heard: string;
  readonly received: string;
  readonly sent: string;
  readonly pending: string;
  readonly sync: string;
}

export interface RefusedLine {
  readonly name: string;
  readonly why: string;
  readonly until: string;
  readonly count: string;
}

export interface Diagnosis {
  readonly state: StepState;
  readonly seen: string;
  readonly summary: string;
  readonly steps: readonly Step[];
  readonly devices: readonly DeviceLine[];
  /** '' where everybody is reached directly. */
  readonly through: string;
  readonly notInReach: string;
  readonly refused: readonly RefusedLine[];
}
