// What the page finds around it: hindrances, the offer to install, notifications.

import { describe, expect, it } from 'vitest';
import { findHindrances } from '../../../src/platform/hindrances.ts';
import { watchInstallation } from '../../../src/platform/install.ts';

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

describe('the offer to install', () => {
  const offer = (outcome: string): Event =>
    Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: async () => ({ outcome }) });

  it('is kept until a person asks, and used once', async () => {
    const page = new EventTarget();
    const seen: boolean[] = [];
    const installation = watchInstallation(page, () => seen.push(installation.canInstall));
    expect(installation.canInstall).toBe(false);
    expect(await installation.install()).toBe(false);
    const event = offer('accepted');
    page.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(await installation.install()).toBe(true);
    expect(await installation.install()).toBe(false);
    expect(seen).toEqual([true, false]);
  });

  it('may be declined, and is gone once the desk is installed', async () => {
    const page = new EventTarget();
    const installation = watchInstallation(page, () => undefined);
    page.dispatchEvent(offer('dismissed'));
    expect(await installation.install()).toBe(false);
    page.dispatchEvent(offer('accepted'));
    page.dispatchEvent(new Event('appinstalled'));
    expect(installation.canInstall).toBe(false);
  });
});
