// How two sides agree on a connection. One of them offers, always the same (neighbours.ts says which);
// the other asks it to. So offers never cross and none is ever taken back: Chromium 156 at times looks
// for no path after a first offer was taken back (1 of 33 under load, seen). What arrives is taken one
// after the other; network candidates that come before their description wait for it. Nothing here
// throws: an attempt that comes to nothing is ended by its time-out.

import { createAlarm } from '../platform/alarm.ts';
import { systemClock } from '../platform/clock.ts';
import { asMonoMs } from '../domain/ids.ts';
import type { Signal, SignalBody } from './signal.ts';

/** Candidates found within this time go out together. */
const BATCH_MS = 20;
const MAX_EARLY = 256;

export interface NegotiationSide {
  /** Known once y-webrtc has entered the attempt into its table, which is before anything happens here. */
  offers(): boolean;
  send(body: SignalBody): void;
}

export class Negotiation {
  readonly #pc: RTCPeerConnection;
  readonly #side: NegotiationSide;
  #isWanted: boolean;
  #early: RTCIceCandidateInit[] = [];
  #found: RTCIceCandidateInit[] = [];
  #steps: Promise<void> = Promise.resolve();
  /** Not a timer of the page: a lone peer that nobody looks at would be a minute late. */
  readonly #batch = createAlarm(systemClock);

  /** `isWanted`: this side begins; else it waits to be called or offered to. */
  constructor(pc: RTCPeerConnection, isWanted: boolean, side: NegotiationSide) {
    this.#pc = pc;
    this.#isWanted = isWanted;
    this.#side = side;
    pc.onnegotiationneeded = () => this.#begin();
    pc.onicecandidate = ({ candidate }) => this.#collect(candidate);
  }

  take({ body }: Signal): void {
    switch (body.kind) {
      case 'call':
        return this.#called();
      case 'description':
        return this.#then(() => this.#describe(body.description));
      case 'candidates':
        return this.#then(() => this.#reach(body.candidates));
      case 'over':
        return;
    }
  }

  /** Says again what was said; a description carries the candidates found so far. */
  repeat(): void {
    if (!this.#isWanted) return;
    if (this.#side.offers()) this.#sendDescription();
    else this.#side.send({ kind: 'call' });
  }

  /** Looks for another path for what is connected. */
  restart(): void {
    if (this.#side.offers()) this.#pc.restartIce();
    else this.#side.send({ kind: 'call' });
  }

  #begin(): void {
    if (!this.#isWanted) return;
    if (this.#side.offers()) this.#then(() => this.#offer());
    else if (this.#pc.remoteDescription === null) this.#side.send({ kind: 'call' });
  }

  #called(): void {
    if (!this.#side.offers()) return;
    if (this.#pc.remoteDescription !== null) this.#pc.restartIce();
    else if (this.#isWanted) this.#sendDescription();
    else {
      this.#isWanted = true;
      this.#begin();
    }
  }

  #then(step: () => Promise<void>): void {
    this.#steps = this.#steps.then(async () => {
      if (this.#pc.signalingState !== 'closed') await step().catch(() => undefined);
    });
  }

  async #offer(): Promise<void> {
    if (this.#pc.signalingState !== 'stable') return;
    await this.#pc.setLocalDescription();
    this.#sendDescription();
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    if ((description.type === 'offer') === this.#side.offers()) return;
    await this.#pc.setRemoteDescription(description);
    if (description.type === 'offer') {
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    }
    await this.#reach(this.#early.splice(0));
  }

  async #reach(candidates: readonly RTCIceCandidateInit[]): Promise<void> {
    if (this.#pc.remoteDescription === null) {
      if (this.#early.length < MAX_EARLY) this.#early.push(...candidates);
      return;
    }
    // One that does not fit says nothing about the others.
    for (const candidate of candidates) await this.#pc.addIceCandidate(candidate).catch(() => undefined);
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (description === null || (description.type !== 'offer' && description.type !== 'answer')) return;
    this.#side.send({ kind: 'description', description: { type: description.type, sdp: description.sdp } });
  }

  #collect(candidate: RTCIceCandidate | null): void {
    if (candidate === null) return;
    this.#found.push(candidate.toJSON());
    if (this.#found.length > 1) return;
    this.#batch.set(asMonoMs(systemClock.mono() + BATCH_MS), () => {
      const candidates = this.#found.splice(0);
      if (this.#pc.signalingState !== 'closed') this.#side.send({ kind: 'candidates', candidates });
    });
  }
}
