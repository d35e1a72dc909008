// Peers for tests in the browser: each in a frame of its own, with its own copy of every module, joined
// over WebRTC through a real rendezvous. Each test has its own room, so that none meets another.

import { expect, inject, vi } from 'vitest';

import type { Station } from './mesh-station.ts';
import type { StationPage } from './mesh-station-page.ts';

export interface Framed {
  readonly station: Station;
  readonly page: StationPage;
  readonly window: Window;
  /** Another start of the app in the same page, as after logging out. */
  reopen(name: string): Station;
  /** As if the tab were closed. */
  remove(): void;
}

export class FrameWorld {
  readonly room = `room ${crypto.randomUUID()}`;
  readonly password = 'secret';
  readonly #framed: Framed[] = [];

  /** Frames with one `profile` are tabs of one device. */
  async open(
    name: string,
    profile = name,
    rendezvous: readonly string[] = [inject('rendezvous').url],
  ): Promise<Framed> {
    const frame = document.createElement('iframe');
    const script = new URL('/test/support/mesh-station-page.ts', location.origin).href;
    frame.srcdoc = `<script type="module" src="${script}"></script>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const window = frame.contentWindow as Window & { stationPage: StationPage };
    const page = window.stationPage;
    const tabsKey = `${this.room} ${profile}`;
    const reopen = (as: string): Station =>
      page.open({ name: as, room: this.room, password: this.password, rendezvous, tabsKey, profile });
    const framed = { station: reopen(name), page, window, reopen, remove: () => frame.remove() };
    this.#framed.push(framed);
    return framed;
  }

  find(station: Station): Framed | undefined {
    return this.#framed.find((each) => each.station === station);
  }

  /** Ends everything; a page that threw fails the test that opened it. */
  close(): void {
    const errors = this.#framed.flatMap(({ page }) => page.errors);
    for (const { remove, station } of this.#framed.splice(0)) {
      station.mesh.disconnect();
      remove();
    }
    expect(errors).toEqual([]);
  }
}

export const until = (check: () => void, timeout = 5_000): Promise<void> =>
  vi.waitFor(check, { timeout, interval: 10 });

/** Each has all that the other had when they met. */
export const haveMet = (a: Station, b: Station, timeout?: number): Promise<void> =>
  until(() => expect([a.has('caughtUp', b.name), b.has('caughtUp', a.name)]).toEqual([true, true]), timeout);

export const isSame = (...stations: readonly Station[]): boolean =>
  new Set(stations.map((station) => station.content())).size === 1;

const tellControl = async (what: string): Promise<string> => {
  const answer = await fetch(`${inject('rendezvous').control}/${what}`);
  return answer.text();
};

/** One of its own, for a test that switches it off. */
export const openRendezvous = (): Promise<string> => tellControl('open');

export const switchRendezvous = (to: 'start' | 'stop', url: string): Promise<string> =>
  tellControl(`${to}/${new URL(url).port}`);
