// What other apps shared into the desk and the service worker kept (sw/shared.ts), until a desk that is open takes
// it. Parsed again here: the cache is the origin's, and what lies in it was written by some version of the worker.

const SHARED = 'deskmesh.shared';
const MAX_CHARACTERS = 100_000;
const MAX_FILES = 50;

export interface Shared {
  readonly title: string;
  /** The text and the address, each on a line of its own. */
  readonly text: string;
  readonly files: readonly File[];
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, MAX_CHARACTERS).trim() : '';
};

const readShared = async (response: Response): Promise<Shared> => {
  const form = await response.formData();
  const files = form.getAll('files').filter((file) => typeof file !== 'string');
  const lines = [textIn(form, 'text'), textIn(form, 'url')];
  return {
    title: textIn(form, 'title'),
    text: [...new Set(lines)].join('\n').trim(),
    files: files.slice(0, MAX_FILES),
  };
};

/** All that waits, each once. Also takes the mark out of the address, so that a reload does not look again. */
export const takeShared = async ({
  location,
  history,
}: Pick<Window, 'location' | 'history'>): Promise<readonly Shared[]> => {
  const query = new URLSearchParams(location.search);
  if (query.has('shared')) {
    query.delete('shared');
    const rest = query.size === 0 ? '' : `?${query}`;
    history.replaceState(history.state, '', location.pathname + rest + location.hash);
  }
  // Where storage is blocked there is nothing: no worker either.
  if (!('caches' in globalThis) || !(await caches.has(SHARED).catch(() => false))) return [];
  const cache = await caches.open(SHARED);
  const shared: Shared[] = [];
  for (const key of await cache.keys()) {
    const response = await cache.match(key);
    // Of two tabs the one that takes it away has it.
    if (response === undefined || !(await cache.delete(key))) continue;
    const read = await readShared(response).catch(() => null);
    if (read !== null) shared.push(read);
  }
  return shared;
};
