// How the system starts the installed app beside its icon. Files that it opens come as they are: a person chose
// them. The shortcuts, "Set Ready" and "Set Away", are an address, `/?set=ready`, and foreign input, for any page
// can link here: only these two values count, one of them, and not from a page of another origin. What one asks for
// is done like any other act, by the road that warns the last Ready agent (ST9).

import type { Intent } from '../domain/entry.ts';

const KEY = 'set';
const MAX_ADDRESS = 2_000;
/** What started this page comes through the queue too, at once, and after every reload. */
const STARTING_MS = 1_000;

export const parseLaunch = (address: string): Intent | null => {
  if (address.length > MAX_ADDRESS || !URL.canParse(address)) return null;
  const [asked, ...more] = new URL(address).searchParams.getAll(KEY);
  return more.length === 0 && (asked === 'ready' || asked === 'away') ? asked : null;
};

/** `/?practice`: a practice in this tab, from the empty desk; no team of this device is opened. */
export const isPractice = (search: string): boolean =>
  new URLSearchParams(search.slice(0, MAX_ADDRESS)).has('practice');

interface Launched {
  readonly location: Pick<Location, 'href' | 'hash' | 'pathname' | 'search' | 'origin'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly referrer: string;
}

/** Takes the wish out of the address, so that a reload or a bookmark does not ask again. */
export const takeLaunch = ({ location, history, referrer }: Launched): Intent | null => {
  const query = new URLSearchParams(location.search);
  if (!query.has(KEY)) return null;
  const wish = parseLaunch(location.href);
  query.delete(KEY);
  const rest = query.size === 0 ? '' : `?${query}`;
  history.replaceState(history.state, '', location.pathname + rest + location.hash);
  const isForeign = referrer !== '' && !referrer.startsWith(`${location.origin}/`);
  return isForeign ? null : wish;
};

interface FileHandle {
  getFile(): Promise<File>;
}

interface Launch {
  readonly targetURL?: string | null;
  readonly files?: readonly object[];
}

interface LaunchQueue {
  setConsumer(consumer: (launch: Launch) => void): void;
}

const queueOf = (page: object): LaunchQueue | null =>
  'launchQueue' in page ? (page as { readonly launchQueue: LaunchQueue }).launchQueue : null;

const isFileHandle = (handle: object): handle is FileHandle => 'getFile' in handle;

/** One that is gone by now is left out: the report names those that were read. */
const filesOf = async (handles: readonly object[]): Promise<readonly File[]> => {
  const files = await Promise.all(
    handles.filter(isFileHandle).map(async (handle) => handle.getFile().catch(() => null)),
  );
  return files.filter((file) => file !== null);
};

interface Launches {
  readonly onWish: (wish: Intent) => void;
  /** Opened with the desk by the system (`file_handlers`). */
  readonly onFiles: (files: readonly File[]) => void;
}

/** What is chosen while the desk is open: it reaches the open window (`launch_handler`). */
export const followLaunches = (page: object, { onWish, onFiles }: Launches): void => {
  let isStarting = true;
  setTimeout(() => (isStarting = false), STARTING_MS);
  queueOf(page)?.setConsumer(({ targetURL, files = [] }) => {
    if (files.length > 0) void filesOf(files).then(onFiles);
    const wish = parseLaunch(targetURL ?? '');
    if (wish !== null && !isStarting) onWish(wish);
  });
};
