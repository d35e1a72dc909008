// How this device gets a person's attention: a notification of the system, a quiet sound of our own, and a
// number on the app's icon. Of several tabs of a profile one speaks for all. Where the browser has none of
// it, or the person said no, nothing happens and nothing is thrown.

export interface Telling {
  /** Of several tabs only the first with a key tells it. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly hasSound: boolean;
  /** The person came by the notification. */
  readonly onopen: () => void;
}

/** Two tabs hear of the same thing within so long. */
const ONCE_MS = 3_000;
const QUIET = 0.05;
/** A fifth upwards: noticed, not alarming. Hertz and seconds. */
const TONES = [
  { hertz: 587, at: 0 },
  { hertz: 880, at: 0.12 },
] as const;
const TONE_SECONDS = 0.28;

const hasNotifications = (): boolean => 'Notification' in globalThis && window.isSecureContext;

/** Runs in the tab that is first; the others find the name taken. */
const once = (key: string, run: () => void): void => {
  if (!('locks' in navigator)) return run();
  void navigator.locks.request(`deskmesh-call-${key}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    run();
    await new Promise((resolve) => setTimeout(resolve, ONCE_MS));
  });
};

const show = ({ key, title, body, onopen }: Telling): void => {
  try {
    const notification = new Notification(title, { body, tag: key, icon: '/icon-192.png', silent: true });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
      onopen();
    });
  } catch {
    // A phone allows them to a service worker alone; there the app's own lists and number say it.
  }
};

export class BrowserAttention {
  #audio: AudioContext | null = null;

  get permission(): 'unknown' | 'granted' | 'denied' | 'absent' {
    if (!hasNotifications()) return 'absent';
    return Notification.permission === 'default' ? 'unknown' : Notification.permission;
  }

  async ask(): Promise<void> {
    if (hasNotifications()) await Notification.requestPermission();
  }

  tell(telling: Telling): void {
    once(telling.key, () => {
      if (telling.hasSound) this.chime();
      if (this.permission === 'granted' && !document.hasFocus()) show(telling);
    });
  }

  chime(): void {
    const audio = (this.#audio ??= new AudioContext());
    // Before the first gesture a page may not sound.
    if (audio.state === 'suspended') void audio.resume();
    for (const { hertz, at } of TONES) {
      const start = audio.currentTime + at;
      const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(QUIET, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + TONE_SECONDS);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + TONE_SECONDS);
    }
  }

  badge(count: number): void {
    if (!('setAppBadge' in navigator)) return;
    const done = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
    done.catch(() => undefined);
  }
}
