// What the service worker answers and what it leaves to the network. Pure.

/** Path to SHA-256 (hex) of every file that the build shipped; a path that ends in `/` stands for its index page. */
export type Shipped = Readonly<Record<string, string>>;

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly isNavigation: boolean;
}

/** The shipped file that answers; null: not ours, which all of /rendezvous is. */
export const shippedFor = (asked: Asked, origin: string, shipped: Shipped): string | null => {
  const url = new URL(asked.url);
  if (asked.method !== 'GET' || url.origin !== origin) return null;
  const path = url.pathname.replace(/\/index\.html$/, '/');
  // An asset with a query is some other resource; a page with one is the page.
  if (!Object.hasOwn(shipped, path) || (url.search !== '' && !asked.isNavigation)) return null;
  return path;
};
