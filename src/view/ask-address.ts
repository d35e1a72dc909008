// The address at which customers reach the team's page, as a person types it: brought to scheme, host and port, or
// refused with the reason. And where a customer who comes by it meets the team.

export type AddressRefusal = 'notAddress' | 'notHttps' | 'onlyHere';

export type TypedAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly reason: AddressRefusal };

/** Shown where none was typed yet. */
export const EXAMPLE_ADDRESS = 'https://desk.example.org';

const MAX_TYPED = 2_000;
const MAX_ADDRESS = 200;
const ONLY_HERE = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0)$/u;
/** What a name of the internet looks like, or an address of four numbers. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/u;

/** Empty: customers come where the desk is open. A whole link that was pasted counts by its beginning. */
export const parseAskAddress = (typed: string): TypedAddress => {
  const text = typed.trim();
  if (text === '') return { ok: true, address: '' };
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (text.length > MAX_TYPED || !URL.canParse(withScheme)) return { ok: false, reason: 'notAddress' };
  const { protocol, hostname, origin, username } = new URL(withScheme);
  if (protocol === 'http:') return { ok: false, reason: ONLY_HERE.test(hostname) ? 'onlyHere' : 'notHttps' };
  if (protocol !== 'https:' || username !== '') return { ok: false, reason: 'notAddress' };
  if (ONLY_HERE.test(hostname) || hostname === '[::1]') return { ok: false, reason: 'onlyHere' };
  if (!HOST.test(hostname) || origin.length > MAX_ADDRESS) return { ok: false, reason: 'notAddress' };
  return { ok: true, address: origin };
};

/** The server at that address first: a page that came by https may speak to nothing without. */
export const meetingPlaces = (base: string, rendezvous: readonly string[]): readonly string[] => {
  if (!base.startsWith('https://')) return rendezvous;
  return [...new Set([`${base.replace('https://', 'wss://')}/rendezvous`, ...rendezvous])];
};
