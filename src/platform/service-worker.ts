// Registers the worker that lets the desk start without a network, and tells when a new version of
// the desk waits. A person decides when it takes over: never in the middle of a reply.

const SCRIPT = '/sw.js';

export interface DeskUpdate {
  /** The waiting version takes over and this page loads anew. */
  apply(): void;
}

const applyWaiting = (registration: ServiceWorkerRegistration): void => {
  const { waiting } = registration;
  if (waiting === null) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting.postMessage('skipWaiting');
};

const watch = (registration: ServiceWorkerRegistration, onUpdate: (update: DeskUpdate) => void): void => {
  const tell = (): void => {
    // Without a controller this is the first version ever: nothing to update.
    if (registration.waiting === null || navigator.serviceWorker.controller === null) return;
    onUpdate({ apply: () => applyWaiting(registration) });
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
};

/** Only in a built desk in a secure context; elsewhere, and where it fails, the desk runs without. */
export const registerServiceWorker = async (onUpdate: (update: DeskUpdate) => void): Promise<void> => {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  try {
    watch(await navigator.serviceWorker.register(SCRIPT), onUpdate);
  } catch {
    // A self-signed certificate, or a profile that forbids it.
  }
};
