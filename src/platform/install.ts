// Whether and how this browser gives the desk an icon and a window of its own: its offer, kept until a
// person asks, or else the way through its menus. A browser's name is read from what it says of itself: a
// wrong guess costs a sentence about the wrong menu.

interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const isInstallPrompt = (event: Event): event is InstallPrompt => 'prompt' in event;

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

export interface Surroundings {
  readonly userAgent: string;
  /** An iPad calls itself a Mac, and has fingers. */
  readonly maxTouchPoints: number;
  readonly isSecure: boolean;
  /** In a window of its own. */
  readonly isAlone: boolean;
}

export const wayOf = ({ userAgent, maxTouchPoints, isSecure, isAlone }: Surroundings): InstallWay => {
  if (isAlone) return 'installed';
  if (!isSecure) return 'insecure';
  const isMac = userAgent.includes('Macintosh');
  // Every browser of an iPhone is Safari inside.
  if (/iPhone|iPad|iPod/u.test(userAgent) || (isMac && maxTouchPoints > 1)) return 'safariPhone';
  if (userAgent.includes('Firefox/')) return userAgent.includes('Android') ? 'firefoxPhone' : 'firefox';
  return isMac && userAgent.includes('Safari/') && !/Chrome|Chromium|Edg/u.test(userAgent) ? 'safariMac' : 'menu';
};

const ALONE = ['standalone', 'minimal-ui', 'window-controls-overlay'].map((mode) => `(display-mode: ${mode})`);

export const surroundingsOf = (page: Window): Surroundings => ({
  userAgent: page.navigator.userAgent,
  maxTouchPoints: page.navigator.maxTouchPoints,
  isSecure: page.isSecureContext,
  isAlone: page.matchMedia(ALONE.join(', ')).matches,
});

export interface Installation {
  readonly way: InstallWay;
  /** Shows the browser's own question; true where the person said yes. */
  install(): Promise<boolean>;
}

/** `onChange` runs whenever `way` may differ. */
export const watchInstallation = (
  page: EventTarget,
  surroundings: Surroundings,
  onChange: (way: InstallWay) => void,
): Installation => {
  let offer: InstallPrompt | null = null;
  let isInstalled = false;
  const readWay = (): InstallWay => {
    if (isInstalled) return 'installed';
    return offer === null ? wayOf(surroundings) : 'offered';
  };
  const keep = (next: InstallPrompt | null): void => {
    offer = next;
    onChange(readWay());
  };
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isInstallPrompt(event)) keep(event);
  });
  page.addEventListener('appinstalled', () => {
    isInstalled = true;
    keep(null);
  });
  return {
    get way() {
      return readWay();
    },
    async install() {
      const asked = offer;
      if (asked === null) return false;
      keep(null);
      const answer = await asked.prompt().catch(() => null);
      return answer?.outcome === 'accepted';
    },
  };
};
