// Registers the worker that lets the desk start without a network, and tells whether it can, and when a
// new version of the desk waits. A person decides when it takes over: never in the middle of a reply. The
// profile's other tabs go on with the old one, and are told that it is time to reload.

const SCRIPT = '/sw.js';
/** A desk is open all day; a browser by itself looks for a new version only as a page loads. */
const LOOK_EVERY_MS = 3_600_000;

export interface DeskUpdate {
  /** `taken`: another tab has let the new version in. */
  readonly kind: 'waiting' | 'taken';
  /** This page loads anew, with the new version. */
  apply(): void;
}

/** `kept`: all files of this version are here. */
export type OfflineStart = 'kept' | 'keeping' | 'never';

export interface WorkerEvents {
  onUpdate(update: DeskUpdate): void;
  onOffline(state: OfflineStart): void;
}

class Registered {
  readonly #registration: ServiceWorkerRegistration;
  readonly #events: WorkerEvents;
  #isReloading = false;

  constructor(registration: ServiceWorkerRegistration, events: WorkerEvents) {
    this.#registration = registration;
    this.#events = events;
  }

  watch(): void {
    const { serviceWorker } = navigator;
    // Without a controller this is the first version ever: nothing to update.
    let hadController = serviceWorker.controller !== null;
    this.#tell();
    this.#registration.addEventListener('updatefound', () => {
      this.#registration.installing?.addEventListener('statechange', () => this.#tell());
    });
    serviceWorker.addEventListener('controllerchange', () => {
      this.#events.onOffline('kept');
      if (this.#isReloading) window.location.reload();
      else if (hadController) this.#events.onUpdate({ kind: 'taken', apply: () => window.location.reload() });
      hadController = true;
    });
    const look = (): void => void this.#registration.update().catch(() => undefined);
    setInterval(look, LOOK_EVERY_MS);
    addEventListener('online', look);
  }

  #tell(): void {
    const { waiting, active } = this.#registration;
    this.#events.onOffline(active === null ? 'keeping' : 'kept');
    if (waiting === null || navigator.serviceWorker.controller === null) return;
    this.#events.onUpdate({ kind: 'waiting', apply: () => this.#apply() });
  }

  #apply(): void {
    const { waiting } = this.#registration;
    // Another tab was quicker: the new version is in already.
    if (waiting === null) return window.location.reload();
    this.#isReloading = true;
    waiting.postMessage('skipWaiting');
  }
}

/** Only in a built desk in a secure context; elsewhere, and where it fails, the desk runs without. */
export const registerServiceWorker = async (events: WorkerEvents): Promise<void> => {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  try {
    new Registered(await navigator.serviceWorker.register(SCRIPT), events).watch();
  } catch {
    // A self-signed certificate, or a profile that forbids it.
  }
};
