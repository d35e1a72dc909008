// What other apps share into the desk (`share_target` of the manifest): the browser posts a form to `/share`, and
// nothing of it may leave the device, so it ends here. Kept bounded until a desk takes it. Any page of the web can
// post such a form: what comes of it is only ever an offer to a person.

const SHARE_PATH = '/share';
/** Not one of the caches that hold a version: those go with it. */
const SHARED = 'deskmesh.shared';
const MAX_WAITING = 8;
const MAX_CHARACTERS = 100_000;
const MAX_FILES = 50;
const MAX_FILE_BYTES = 40_000_000;
const MAX_BYTES = 200_000_000;

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly isNavigation: boolean;
}

export const isShare = ({ url, method, isNavigation }: Asked, origin: string): boolean => {
  const asked = new URL(url);
  return method === 'POST' && isNavigation && asked.origin === origin && asked.pathname === SHARE_PATH;
};

/** Its three texts, cut, and as many of its files as are taken in. */
export const bounded = (form: FormData): FormData => {
  const kept = new FormData();
  for (const name of ['title', 'text', 'url']) {
    const value = form.get(name);
    if (typeof value === 'string' && value !== '') kept.set(name, value.slice(0, MAX_CHARACTERS));
  }
  let bytes = 0;
  for (const file of form.getAll('files').slice(0, MAX_FILES)) {
    if (typeof file === 'string' || file.size === 0 || file.size > MAX_FILE_BYTES) continue;
    bytes += file.size;
    if (bytes <= MAX_BYTES) kept.append('files', file);
  }
  return kept;
};

/** Of too many that nobody has looked at the oldest goes. */
const makeRoom = async (cache: Cache): Promise<void> => {
  const waiting = await cache.keys();
  await Promise.all(waiting.slice(0, Math.max(0, waiting.length + 1 - MAX_WAITING)).map((old) => cache.delete(old)));
};

/** Keeps it, and goes on to the desk, which takes it. */
export const takeShare = async (request: Request): Promise<Response> => {
  try {
    const form = bounded(await request.formData());
    if ([...form.keys()].length > 0) {
      const cache = await caches.open(SHARED);
      await makeRoom(cache);
      await cache.put(`/shared/${Date.now()}-${Math.random()}`, new Response(form));
    }
  } catch {
    // No form, or no room: the desk opens all the same.
  }
  return Response.redirect('/?shared', 303);
};
