// Confines the page beyond what its own policy says (tools/content-policy.mjs): the only scripts it may
// start are its own workers, and it speaks to no address but its own and the team's rendezvous. Both are
// enforced by the browser, whatever the code does. Each policy only adds to those before.

/** What a build names the service worker, and the workers of the alarm, of e-mails and of the second copy. */
const OWN_SCRIPT = /^\/(?:sw\.js|assets\/(?:alarm|copy|mail)-worker-[\w-]+\.js)$/;

/** The path is all that counts: an address elsewhere is not ours, whatever it is called. */
export const isOwnScript = (url: string, origin: string): boolean => {
  if (!URL.canParse(url, origin)) return false;
  const parsed = new URL(url, origin);
  return parsed.origin === origin && parsed.search === '' && OWN_SCRIPT.test(parsed.pathname);
};

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

/** Call before the first worker starts. Where the browser has no Trusted Types, the page's policy holds alone. */
export const trustOwnScripts = (origin: string): void => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (!isOwnScript(url, origin)) throw new TypeError(`${url} is not a script of this desk.`);
      return url;
    },
  });
};

const sourceOf = ({ protocol, host, hostname }: URL): string =>
  // The policy's grammar has no IPv6 addresses: there the scheme is as narrow as it gets.
  hostname.startsWith('[') ? protocol : `${protocol}//${host}`;

/** A source of `connect-src` for each address (ws:, wss:), each once. */
export const connectSources = (rendezvous: readonly string[]): readonly string[] => {
  const urls = rendezvous.filter((address) => URL.canParse(address)).map((address) => new URL(address));
  const lines = urls.filter(({ protocol }) => protocol === 'ws:' || protocol === 'wss:').map(sourceOf);
  // What the grammar would take for the end of this directive is no address.
  return [...new Set(lines)].filter((source) => !/[\s;,]/.test(source));
};

/** The page's one narrowing of whom it may connect to. */
export class ConnectionConfines {
  #allowed: ReadonlySet<string> | null = null;

  /** False where an earlier team's confines forbid one of these: only a new page is free of them. */
  confine(rendezvous: readonly string[]): boolean {
    const sources = connectSources(rendezvous);
    const allowed = this.#allowed;
    if (allowed !== null) return sources.every((source) => allowed.has(source));
    this.#allowed = new Set(sources);
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = `connect-src ${["'self'", ...sources].join(' ')}`;
    document.head.append(meta);
    return true;
  }
}
