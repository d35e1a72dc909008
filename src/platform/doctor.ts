// What this browser says of itself that matters for connecting, followed while somebody looks.

interface BrowserState {
  readonly isSecureContext: boolean;
  readonly hasWebrtc: boolean;
  readonly isOnline: boolean;
  readonly localNetwork: 'granted' | 'denied' | 'prompt' | 'unknown';
  readonly isLoopback: boolean;
  readonly isHttps: boolean;
  readonly agent: string;
}

/** One permission under the names that browsers gave it, the present one first. */
const LOCAL_NETWORK = ['local-network', 'local-network-access'];

const findPermission = async (): Promise<PermissionStatus | null> => {
  for (const name of LOCAL_NETWORK) {
    try {
      return await navigator.permissions.query({ name: name as PermissionName });
    } catch {
      // Not a name that this browser knows.
    }
  }
  return null;
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.');

/** `changed` is called whenever `read()` may say something else, until `end()`. */
export const watchBrowser = async (changed: () => void): Promise<{ read(): BrowserState; end(): void }> => {
  const permission = await findPermission();
  permission?.addEventListener('change', changed);
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return {
    read: () => ({
      isSecureContext: globalThis.isSecureContext,
      hasWebrtc: typeof RTCPeerConnection === 'function',
      isOnline: navigator.onLine,
      localNetwork: permission?.state ?? 'unknown',
      isLoopback: isLoopback(location.hostname),
      isHttps: location.protocol === 'https:',
      agent: navigator.userAgent,
    }),
    end: () => {
      permission?.removeEventListener('change', changed);
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    },
  };
};
