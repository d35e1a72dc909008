// Keeps the customers' page on this device once a conversation has begun, so that it opens again without a network, with
// all that was said, and what was written meanwhile goes out when there is one. A new version takes over when the page
// was closed everywhere: the browser's own way.

import { pageTimers } from './page-timers.ts';

const SCRIPT = '/ask/sw.js';
/** What connects goes first. */
const PATIENCE_MS = 2_000;

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

let isAsked = false;

/** Only in a built page; where a browser has none, or forbids it in a frame, the page runs without. */
export const keepPage = (): void => {
  if (isAsked || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  isAsked = true;
  pageTimers.after(PATIENCE_MS, () => {
    const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
    trustedTypes?.createPolicy('default', {
      createScriptURL(url) {
        if (url !== SCRIPT) throw new TypeError(`${url} is not a script of this page.`);
        return url;
      },
    });
    navigator.serviceWorker.register(SCRIPT).catch(() => undefined);
  });
};
