// The `Mesh` port: this tab's way to the other peers. Decides which part it plays: the tab that holds
// the device's lock speaks with the mesh (peer-part.ts), the others follow it over a BroadcastChannel
// (DI3). Says farewell when the page goes, on `pagehide`: `beforeunload` also comes with a click on a
// download (W6).

import type * as Y from 'yjs';

import { asMonoMs } from '../domain/ids.ts';
import type { Announcement, Clock, Mesh, MeshEvent, MeshPath, MeshStatus } from '../engine/ports.ts';
import { createAlarm } from '../platform/alarm.ts';
import { secureRandom } from '../platform/random.ts';
import { isSameAnnouncement } from './beat.ts';
import { Sleep } from './doubt.ts';
import { Fan } from './fan.ts';
import { inspectPaths } from './inspection.ts';
import { NO_STATUS } from './no-status.ts';
import type { Part } from './part.ts';
import { PeerPart } from './peer-part.ts';
import { StatusBell } from './status-bell.ts';
import { type Surroundings, browserSurroundings } from './surroundings.ts';
import { TabFollower } from './tab-follower.ts';
import { waitForLock } from './tab-lock.ts';
import { TabLine } from './tab-message.ts';

const TICK_MS = 250;
const TAB_BYTES = 12;

export interface MeshOptions {
  readonly doc: Y.Doc;
  /** Name and password of the room; whoever has both is of the team. */
  readonly room: string;
  readonly password: string;
  /** Addresses (ws:, wss:) of meeting points. */
  readonly rendezvous: readonly string[];
  /** Names what the tabs of this profile share for this team: lock and channel. */
  readonly tabsKey: string;
  readonly clock: Clock;
  /** STUN and TURN, read for each new connection; none by default. */
  readonly iceServers?: () => readonly RTCIceServer[];
  readonly surroundings?: Surroundings;
}

class TabMesh implements Mesh {
  readonly #options: MeshOptions;
  readonly #around: Surroundings;
  readonly #listeners = new Set<(event: MeshEvent) => void>();
  readonly #bell = new StatusBell();
  #findFile: Parameters<Mesh['giveFiles']>[0] = () => Promise.resolve(null);
  #findFirst: Parameters<Mesh['giveFirst']>[0] = () => Promise.resolve(null);
  #isWanted = false;
  #announcement: Announcement | null = null;
  #part: Part | null = null;
  /** Leaves what `#join` opened. */
  #leave: ((isLeaving: boolean) => void) | null = null;

  constructor(options: MeshOptions) {
    this.#options = options;
    this.#around = options.surroundings ?? browserSurroundings();
    this.#bell.onRing(() => this.#part?.statusRang());
  }

  connect(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    const { page } = this.#around;
    page.addEventListener('pagehide', this.#onHide);
    page.addEventListener('pageshow', this.#onShow);
    page.addEventListener('online', this.#onOnline);
    page.addEventListener('visibilitychange', this.#onVisibility);
    this.#join();
  }

  disconnect(): void {
    if (!this.#isWanted) return;
    this.#isWanted = false;
    const { page } = this.#around;
    page.removeEventListener('pagehide', this.#onHide);
    page.removeEventListener('pageshow', this.#onShow);
    page.removeEventListener('online', this.#onOnline);
    page.removeEventListener('visibilitychange', this.#onVisibility);
    this.#leave?.(true);
  }

  announce(announcement: Announcement): void {
    if (isSameAnnouncement(this.#announcement, announcement)) return;
    this.#announcement = announcement;
    this.#part?.announce(announcement);
  }

  subscribe(listener: (event: MeshEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  status(): MeshStatus {
    return this.#part?.status() ?? NO_STATUS;
  }

  onStatus(listener: () => void): () => void {
    return this.#bell.onRing(listener);
  }

  inspect(): Promise<readonly MeshPath[]> {
    return inspectPaths(this.#iceServers());
  }

  async fetchFile(...asked: Parameters<Mesh['fetchFile']>): ReturnType<Mesh['fetchFile']> {
    return (await this.#part?.fetchFile(...asked)) ?? null;
  }

  giveFiles(find: Parameters<Mesh['giveFiles']>[0]): void {
    this.#findFile = find;
  }

  giveFirst(find: Parameters<Mesh['giveFirst']>[0]): void {
    this.#findFirst = find;
  }

  #iceServers(): readonly RTCIceServer[] {
    return this.#options.iceServers?.() ?? [];
  }

  #join(): void {
    const { doc, clock, room, password, rendezvous } = this.#options;
    const shared = `deskmesh-mesh-${this.#options.tabsKey}`;
    const { locks, isSecureContext, hasWebrtc } = this.#around;
    const fan = new Fan(doc);
    const line = new TabLine(this.#around.openChannel(shared), secureRandom.token(TAB_BYTES), (message) =>
      this.#part?.take(message),
    );
    const common = {
      doc,
      fan,
      line,
      now: () => clock.mono(),
      emit: (event: MeshEvent) => this.#emit(event),
      changed: () => this.#bell.ring(),
      gives: { file: (hash: string) => this.#findFile(hash), first: () => this.#findFirst() },
    };
    const held = (): void => {
      this.#part?.end(true);
      const iceServers = (): readonly RTCIceServer[] => this.#iceServers();
      const radioRoom = { name: room, password, rendezvous, iceServers, isSecureContext, hasWebrtc };
      this.#part = new PeerPart({ ...common, room: radioRoom, announcement: this.#announcement });
      this.#emit({ kind: 'role', isPeer: true });
    };
    const waiting = (): void => {
      this.#part = new TabFollower(common);
      if (this.#announcement !== null) this.#part.announce(this.#announcement);
      this.#emit({ kind: 'role', isPeer: false });
    };
    const giveUp = locks === null ? null : waitForLock(locks, shared, { held, waiting });
    if (locks === null) held();
    const stopTicking = this.#tick();
    this.#leave = (isLeaving) => {
      this.#leave = null;
      stopTicking();
      this.#part?.end(isLeaving);
      this.#part = null;
      giveUp?.();
      line.close();
      fan.close();
    };
  }

  /** Everything that takes time in the mesh moves here. Returns what stops it. */
  #tick(): () => void {
    const { clock } = this.#options;
    const alarm = createAlarm(clock);
    const sleep = new Sleep(clock);
    const tick = (): void => {
      alarm.set(asMonoMs(clock.mono() + TICK_MS), tick);
      if (sleep.hasSlept()) this.#part?.doubt('woke');
      this.#part?.tick();
    };
    tick();
    return () => alarm.clear();
  }

  #emit(event: MeshEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        // A fault of the listener: no reason to give up a connection.
        reportError(error);
      }
    }
  }

  /** A page that may come back (`persisted`) comes back as the peer it was: it has not left. */
  readonly #onHide = (event: Event): void => {
    this.#leave?.(!('persisted' in event && event.persisted === true));
  };

  readonly #onShow = (): void => {
    if (this.#isWanted && this.#leave === null) this.#join();
  };

  readonly #onOnline = (): void => {
    this.#part?.doubt('network');
  };

  readonly #onVisibility = (): void => {
    if (globalThis.document?.visibilityState !== 'hidden') this.#part?.doubt('shown');
  };
}

export const createMesh = (options: MeshOptions): Mesh => new TabMesh(options);
