// The app itself on this device, apart from any team: how it can be installed, whether it starts without a
// network, which new version waits, and what a shortcut of the installed app has asked for.

import type { Intent } from '../domain/entry.ts';

/** Keys of messages/. `offered`: one click. `insecure`: nothing is installed from this address. */
export type InstallWay =
  | 'installed'
  | 'offered'
  | 'safariPhone'
  | 'safariMac'
  | 'firefoxPhone'
  | 'firefox'
  | 'menu'
  | 'insecure';

export interface Installation {
  readonly way: InstallWay;
  install(): Promise<boolean>;
}

export interface DeskUpdate {
  /** `taken`: another tab has let the new version in. */
  readonly kind: 'waiting' | 'taken';
  apply(): void;
}

export interface SharedThing {
  readonly title: string;
  readonly text: string;
  readonly files: readonly File[];
}

export class ThisApp {
  way: InstallWay = $state('menu');
  /** `kept`: all files of this version are here. */
  offline: 'kept' | 'keeping' | 'never' = $state('never');
  /** Never taken by itself: a person decides when. */
  update: DeskUpdate | null = $state.raw(null);
  #wish: Intent | null = $state(null);
  #installation: Installation | null = null;
  /** What other apps shared and no desk has taken yet. */
  takeShared: () => Promise<readonly SharedThing[]> = () => Promise.resolve([]);

  installBy(installation: Installation): void {
    this.#installation = installation;
    this.way = installation.way;
  }

  async install(): Promise<boolean> {
    return (await this.#installation?.install()) ?? false;
  }

  /** Asked for by a shortcut; done as soon as a desk is open. */
  ask(wish: Intent | null): void {
    this.#wish = wish;
  }

  get hasWish(): boolean {
    return this.#wish !== null;
  }

  /** Each wish once. */
  takeWish(): Intent | null {
    const wish = this.#wish;
    this.#wish = null;
    return wish;
  }
}
