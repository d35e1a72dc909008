// What the page finds around it: hindrances, the ways to install it, what its shortcuts ask for.

import { describe, expect, it, vi } from 'vitest';
import { findHindrances } from '../../../src/platform/hindrances.ts';
import { watchInstallation, wayOf } from '../../../src/platform/install.ts';
import { followLaunches, parseLaunch, takeLaunch } from '../../../src/platform/launch.ts';

class RTCPeerConnection {}

describe('hindrances', () => {
  it('are none on localhost with WebRTC', () => {
    expect(findHindrances({ isSecureContext: true, RTCPeerConnection })).toEqual([]);
  });

  it('name a page opened at http on an address of the local network', () => {
    expect(findHindrances({ isSecureContext: false, RTCPeerConnection })).toEqual(['insecureOrigin']);
  });

  it('name a browser without WebRTC', () => {
    expect(findHindrances({ isSecureContext: true })).toEqual(['webrtcAbsent']);
    expect(findHindrances({ isSecureContext: false })).toEqual(['insecureOrigin', 'webrtcAbsent']);
  });
});

const CHROMIUM = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36', maxTouchPoints: 0 };
const PLACE = { ...CHROMIUM, isSecure: true, isAlone: false };

describe('the offer to install', () => {
  const offer = (outcome: string): Event =>
    Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: async () => ({ outcome }) });

  it('is kept until a person asks, and used once', async () => {
    const page = new EventTarget();
    const seen: string[] = [];
    const installation = watchInstallation(page, PLACE, (way) => seen.push(way));
    expect(installation.way).toBe('menu');
    expect(await installation.install()).toBe(false);
    const event = offer('accepted');
    page.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(await installation.install()).toBe(true);
    expect(await installation.install()).toBe(false);
    expect(seen).toEqual(['offered', 'menu']);
  });

  it('may be declined, and is gone once the desk is installed', async () => {
    const page = new EventTarget();
    const installation = watchInstallation(page, PLACE, () => undefined);
    page.dispatchEvent(offer('dismissed'));
    expect(await installation.install()).toBe(false);
    page.dispatchEvent(offer('accepted'));
    page.dispatchEvent(new Event('appinstalled'));
    expect(installation.way).toBe('installed');
  });
});

describe('the way to install without an offer', () => {
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';
  it.each([
    ['a Mac with Safari', { userAgent: `${mac} Version/17.4 Safari/605.1.15` }, 'safariMac'],
    [
      'an iPad, which calls itself a Mac',
      { userAgent: `${mac} Version/17.4 Safari/605.1.15`, maxTouchPoints: 5 },
      'safariPhone',
    ],
    [
      'Chrome on an iPhone',
      { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) CriOS/123 Safari/604.1' },
      'safariPhone',
    ],
    ['Chrome on a Mac', { userAgent: `${mac} Chrome/140.0.0.0 Safari/537.36` }, 'menu'],
    ['Firefox', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }, 'firefox'],
    ['Firefox on Android', { userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Firefox/140.0' }, 'firefoxPhone'],
    ['an address that is not secure', { isSecure: false }, 'insecure'],
    ['a window of its own', { isAlone: true }, 'installed'],
  ])('%s', (_, place, way) => {
    expect(wayOf({ ...PLACE, ...place })).toBe(way);
  });
});

describe('the shortcuts of the installed app', () => {
  const page = (address: string, referrer = ''): { launch: Parameters<typeof takeLaunch>[0]; left: () => string } => {
    const { href, hash, pathname, search, origin } = new URL(address);
    let left = href;
    const history = {
      state: null,
      replaceState: (_: unknown, __: string, to?: string | URL | null) => void (left = String(to)),
    };
    return { launch: { location: { href, hash, pathname, search, origin }, history, referrer }, left: () => left };
  };

  it('ask for Ready or Away, and the address forgets it', () => {
    const { launch, left } = page('http://localhost:4173/?set=ready&practice#/desk/c1');
    expect(takeLaunch(launch)).toBe('ready');
    expect(left()).toBe('/?practice=#/desk/c1');
    expect(parseLaunch('http://localhost:4173/?set=away')).toBe('away');
  });

  it.each(['?set=out', '?set=', '?set=READY', '?set=ready&set=away', `?set=ready&x=${'y'.repeat(3000)}`, '?get=ready'])(
    'nothing else: %s',
    (query) => {
      expect(parseLaunch(`http://localhost:4173/${query}`)).toBeNull();
    },
  );

  it('a link on a page of another origin asks for nothing', () => {
    const { launch, left } = page('http://localhost:4173/?set=away', 'https://elsewhere.example/');
    expect(takeLaunch(launch)).toBeNull();
    expect(left()).toBe('/');
    expect(
      takeLaunch(page('http://localhost:4173/?set=away', 'http://localhost:4173.elsewhere.example/').launch),
    ).toBeNull();
  });

  it('reach the window that is open already; what started it is not asked for twice', () => {
    vi.useFakeTimers();
    let tell: (launch: { targetURL: string }) => void = () => undefined;
    const launchQueue = { setConsumer: (consumer: typeof tell) => void (tell = consumer) };
    const wishes: string[] = [];
    const onFiles = (): void => undefined;
    followLaunches({ launchQueue }, { onWish: (wish) => wishes.push(wish), onFiles });
    tell({ targetURL: 'http://localhost:4173/?set=ready' });
    vi.advanceTimersByTime(2_000);
    tell({ targetURL: 'http://localhost:4173/?set=away' });
    tell({ targetURL: 'http://localhost:4173/' });
    followLaunches({}, { onWish: (wish) => wishes.push(wish), onFiles });
    vi.useRealTimers();
    expect(wishes).toEqual(['away']);
  });
});
