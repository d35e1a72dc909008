// Which pages may use the rendezvous. A desk runs on localhost of each laptop and on this host; any
// other web page that a colleague happens to have open has no business here. What is no browser sends
// no origin and is let in: the limits hold for it as for all.

const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Addresses that only the own network has (RFC 1918, link-local, unique local). */
const isPrivateAddress = (host: string): boolean =>
  /^10\.\d+\.\d+\.\d+$/.test(host) ||
  /^192\.168\.\d+\.\d+$/.test(host) ||
  /^169\.254\.\d+\.\d+$/.test(host) ||
  /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host) ||
  /^\[f[cd][0-9a-f]{2}:/.test(host) ||
  /^\[fe[89ab][0-9a-f]:/.test(host);

/** `host` is the Host header of the same request. */
export const isTrustedOrigin = (origin: string | undefined, host: string | undefined): boolean => {
  if (origin === undefined) return true;
  const page = parseUrl(origin);
  if (page === null || (page.protocol !== 'http:' && page.protocol !== 'https:')) return false;
  if (isLoopback(page.hostname) || isPrivateAddress(page.hostname)) return true;
  return host !== undefined && page.hostname === parseUrl(`http://${host}`)?.hostname;
};
