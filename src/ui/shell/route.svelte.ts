// Which place of the desk the address names: `#/desk/<conversation>`. Going somewhere changes the screen, and once that
// is drawn the address, so that back, reload and a bookmark work: writing an address takes as long as drawing a row.

import { afterFrame } from './after-frame.ts';

export const PLACES = ['desk', 'dashboard', 'chat', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** `#/desk/reconciliation`: what was handled on both sides. No conversation has such a short id. */
export const RECONCILIATION = 'reconciliation';

const isPlace = (text: string | undefined): text is Place => PLACES.some((place) => place === text);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape in a hand-made address names nothing.
    return '';
  }
};

class Route {
  place: Place = $state('desk');
  rest: readonly string[] = $state.raw([]);

  read(hash: string): void {
    const [place, ...rest] = hash.replace(/^#\/?/u, '').split('/');
    this.place = isPlace(place) ? place : 'desk';
    this.rest = isPlace(place) ? rest.filter((part) => part !== '').map(decode) : [];
  }
}

export const route = new Route();

export const hrefOf = (place: Place, ...rest: readonly string[]): string =>
  `#/${[place, ...rest.map(encodeURIComponent)].join('/')}`;

let callOff = (): void => undefined;

export const go = (place: Place, ...rest: readonly string[]): void => {
  const href = hrefOf(place, ...rest);
  if (href === hrefOf(route.place, ...route.rest)) return;
  route.read(href);
  callOff();
  const before = location.hash;
  // A link or Back that came in between has the last word.
  const write = (): void => {
    if (location.hash === before && before !== href) history.pushState(null, '', href);
  };
  if (document.hidden) write();
  else callOff = afterFrame(write);
};

export const setTitle = (title: string): void => {
  document.title = title;
};

/** Follows the address until the returned function is called. */
export const followAddress = (): (() => void) => {
  const follow = (): void => {
    // An invite pasted into the address of an open desk: the app reads it as it starts.
    if (location.hash !== '' && !location.hash.startsWith('#/')) location.reload();
    else route.read(location.hash);
  };
  route.read(location.hash);
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
};
