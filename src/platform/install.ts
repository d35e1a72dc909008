// Whether the browser offers to install the desk, and the offer itself, kept until a person asks.

interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const isInstallPrompt = (event: Event): event is InstallPrompt => 'prompt' in event;

export interface Installation {
  readonly canInstall: boolean;
  /** Shows the browser's own question; true where the person said yes. */
  install(): Promise<boolean>;
}

/** `onChange` runs whenever `canInstall` may differ. */
export const watchInstallation = (page: EventTarget, onChange: () => void): Installation => {
  let offer: InstallPrompt | null = null;
  const keep = (next: InstallPrompt | null): void => {
    offer = next;
    onChange();
  };
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isInstallPrompt(event)) keep(event);
  });
  page.addEventListener('appinstalled', () => keep(null));
  return {
    get canInstall() {
      return offer !== null;
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
