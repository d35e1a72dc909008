// How two sides agree on a connection ("perfect negotiation"): either may offer at any time, and where
// two offers cross, one side gives way by a fixed rule. Everything that arrives is taken one after the
// other, and network candidates that come before their offer wait for it. Nothing here throws: an
// attempt that comes to nothing is ended by its time-out.

import { type Signal, type SignalBody, givesWay } from './signal.ts';

/** Candidates found within this time go out together. */
const BATCH_MS = 20;
const MAX_EARLY = 256;

export class Negotiation {
  readonly #pc: RTCPeerConnection;
  readonly #session: string;
  readonly #send: (body: SignalBody) => void;
  #mayOffer: boolean;
  #isOffering = false;
  #early: RTCIceCandidateInit[] = [];
  #found: RTCIceCandidateInit[] = [];
  #steps: Promise<void> = Promise.resolve();

  constructor(pc: RTCPeerConnection, session: string, isInitiator: boolean, send: (body: SignalBody) => void) {
    this.#pc = pc;
    this.#session = session;
    this.#mayOffer = isInitiator;
    this.#send = send;
    pc.onnegotiationneeded = () => {
      if (this.#mayOffer) this.#then(() => this.#offer());
    };
    pc.onicecandidate = ({ candidate }) => this.#collect(candidate);
  }

  take(signal: Signal): void {
    const { body } = signal;
    if (body.kind === 'description') this.#then(() => this.#describe(body.description, signal.session));
    else if (body.kind === 'candidates') this.#then(() => this.#reach(body.candidates));
  }

  #then(step: () => Promise<void>): void {
    this.#steps = this.#steps.then(async () => {
      if (this.#pc.signalingState === 'closed') return;
      await step().catch(() => undefined);
    });
  }

  async #offer(): Promise<void> {
    if (this.#pc.signalingState !== 'stable') return;
    this.#isOffering = true;
    try {
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    } finally {
      this.#isOffering = false;
    }
  }

  async #describe(description: RTCSessionDescriptionInit, from: string): Promise<void> {
    const doesCross = description.type === 'offer' && (this.#isOffering || this.#pc.signalingState !== 'stable');
    if (doesCross && !givesWay(this.#session, from)) return;
    // Takes back an own offer where there is one.
    await this.#pc.setRemoteDescription(description);
    this.#mayOffer = true;
    if (description.type === 'offer') {
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    }
    const early = this.#early;
    this.#early = [];
    await this.#reach(early);
  }

  async #reach(candidates: readonly RTCIceCandidateInit[]): Promise<void> {
    if (this.#pc.remoteDescription === null) {
      if (this.#early.length < MAX_EARLY) this.#early.push(...candidates);
      return;
    }
    // Those of an offer that was passed over do not fit; the others of the batch may.
    for (const candidate of candidates) await this.#pc.addIceCandidate(candidate).catch(() => undefined);
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (description === null || (description.type !== 'offer' && description.type !== 'answer')) return;
    this.#send({ kind: 'description', description: { type: description.type, sdp: description.sdp } });
  }

  #collect(candidate: RTCIceCandidate | null): void {
    if (candidate === null) return;
    this.#found.push(candidate.toJSON());
    if (this.#found.length > 1) return;
    setTimeout(() => {
      const candidates = this.#found;
      this.#found = [];
      if (this.#pc.signalingState !== 'closed') this.#send({ kind: 'candidates', candidates });
    }, BATCH_MS);
  }
}
