// The browser is killed at random moments of steady writing and started again on the same profile:
// whatever the page had shown as saved is there. Now and then all that IndexedDB had is taken away between the two,
// as browsers were seen to do by themselves. Under strace, each "saved" of an act comes after an fdatasync of that
// act's time, in the database and in the second copy; with y-indexeddb as it comes there is none to be seen.

import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { KillableBrowser, StorageSite } from './storage-site.ts';

const TIMES = 200;
const ACTS = 60;
const START_MS = 60_000;
const MOST_WRITING_MS = 900;
/** After every so many kills the database is taken away. */
const TAKEN_EVERY = 10;

interface Present {
  readonly texts: readonly string[];
  readonly faults: readonly string[];
  /** What the database holds, in words. */
  readonly inventory: readonly string[];
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The next report of that kind; rejects where the browser does not come so far. */
const next = <T>(site: StorageSite, wanted: string, also: (path: string, body: unknown) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${wanted} of the page in time.`)), START_MS);
    site.hear((path, body) => {
      also(path, body);
      if (!path.startsWith(wanted)) return;
      clearTimeout(timer);
      resolve(body as T);
    });
  });

/** The profile stays where something was missing in it (`isEvidence`). */
const inProfile = async <T>(
  work: (profile: string) => Promise<T>,
  isEvidence: (outcome: T) => boolean = () => false,
): Promise<T> => {
  const profile = mkdtempSync(join(tmpdir(), 'deskmesh-storage-'));
  let isKept = false;
  try {
    const outcome = await work(profile);
    isKept = isEvidence(outcome);
    return outcome;
  } finally {
    if (!isKept) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};

interface Tally {
  saved: number;
  missing: number;
  faults: number;
  /** How often the second copy had to help out. */
  rescues: number;
}

const takeDatabaseAway = (profile: string): void => {
  rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true, force: true });
};

const isRescue = (fault: string): boolean => fault.includes('second copy');

/** Starts, compares with all that was ever told, writes, and is killed. */
const oneLife = async (site: StorageSite, profile: string, session: number, told: Set<string>): Promise<Present> => {
  const noteSaved = (path: string, body: unknown): void => {
    if (path.startsWith('/saved/')) told.add((body as { readonly text: string }).text);
  };
  const known = new Set(told);
  const present = next<Present>(site, '/present', noteSaved);
  const log = openSync(join(profile, 'browser.log'), 'a');
  const browser = new KillableBrowser(profile, site.urlOf({ session: `s${session}` }), [], log);
  try {
    const { texts, faults, inventory } = await present;
    await next(site, '/saved/0/', noteSaved);
    await wait(Math.random() * MOST_WRITING_MS);
    const here = new Set(texts);
    return { texts: [...known].filter((text) => !here.has(text)), faults, inventory };
  } finally {
    await browser.kill();
    closeSync(log);
    site.hear(() => undefined);
  }
};

const killAgainAndAgain = (site: StorageSite, times: number, print: (line: string) => void): Promise<Tally> => {
  const isEvidence = ({ missing }: Tally): boolean => missing > 0;
  return inProfile(async (profile) => {
    const told = new Set<string>();
    const tally: Tally = { saved: 0, missing: 0, faults: 0, rescues: 0 };
    // Whoever tidies the folder of temporary files under a run takes the whole profile: that is no loss of the desk's.
    const mark = join(profile, 'is-this-profile');
    writeFileSync(mark, '');
    // One life more, to look at what the last kill left.
    for (let life = 0; life <= times; life += 1) {
      const isTaken = life % TAKEN_EVERY === TAKEN_EVERY - 1;
      if (isTaken) takeDatabaseAway(profile);
      const { texts: missing, faults, inventory } = await oneLife(site, profile, life, told);
      if (!existsSync(mark)) throw new Error('The profile was removed from outside while the browser was killed.');
      tally.missing += missing.length;
      tally.faults += faults.filter((fault) => !isRescue(fault)).length;
      tally.rescues += faults.filter(isRescue).length;
      for (const fault of faults) print(`after kill ${life}${isTaken ? ', database taken away' : ''}: ${fault}`);
      if (missing.length > 0) {
        print(`after kill ${life}: ${missing.length} of ${told.size} missing, first ${missing[0]}; see ${profile}`);
        for (const line of inventory) print(`  ${line}`);
        break;
      }
      if (life % 20 === 0 && life > 0) print(`${life} kills, ${told.size} acts shown as saved`);
    }
    return { ...tally, saved: told.size };
  }, isEvidence);
};

interface Synced {
  readonly acts: number;
  /** Acts that were shown as saved with no fdatasync since they were done. */
  readonly early: number;
  readonly syncs: number;
}

/** The syncs of the files in one folder: a browser syncs others of its own accord. One that strace sees begin
 * and end at two lines counts at the second. */
class SyncReader {
  readonly #underWay = new Set<string>();
  readonly #folder: string;

  constructor(folder: 'IndexedDB' | 'File System') {
    this.#folder = folder;
  }

  isSync(line: string): boolean {
    const [, pid = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, path = ''] = /^f(?:data)?sync\(\d+<([^>]*)>/.exec(call) ?? [];
    if (path.includes(`/${this.#folder}/`)) {
      if (!call.includes('<unfinished')) return call.endsWith(' = 0');
      this.#underWay.add(pid);
    }
    return /^<\.\.\. f(data)?sync resumed>.* = 0$/.test(call) && this.#underWay.delete(pid);
  }
}

/** What strace wrote, in the order in which it happened. */
const readTrace = (text: string, folder: 'IndexedDB' | 'File System'): Synced => {
  const reader = new SyncReader(folder);
  let [acts, early, syncs, since] = [0, 0, 0, 0];
  let open = '';
  for (const line of text.split('\n')) {
    const [, act] = /POST \/act\/(\d+)\//.exec(line) ?? [];
    const [, saved] = /POST \/saved\/(\d+)\//.exec(line) ?? [];
    if (act !== undefined) [open, since] = [act, 0];
    else if (saved !== undefined && saved === open) {
      acts += 1;
      if (since === 0) early += 1;
      open = '';
    } else if (reader.isSync(line) && open !== '') {
      since += 1;
      syncs += 1;
    }
  }
  return { acts, early, syncs };
};

const trace = (site: StorageSite, kind: string): Promise<readonly [database: Synced, copy: Synced]> =>
  inProfile(async (profile) => {
    const log = `${profile}.trace`;
    const calls = 'trace=fdatasync,fsync,write,writev,send,sendto,sendmsg';
    const strace = ['strace', '-f', '-y', '-qq', '-s', '120', '-e', calls, '-e', 'signal=none', '-o', log];
    const ended = next(site, '/end', () => undefined);
    const url = site.urlOf({ session: 'traced', kind, traced: '', acts: String(ACTS) });
    const browser = new KillableBrowser(profile, url, strace);
    try {
      await ended;
    } finally {
      await browser.kill();
    }
    try {
      const text = readFileSync(log, 'latin1');
      return [readTrace(text, 'IndexedDB'), readTrace(text, 'File System')];
    } finally {
      rmSync(log, { force: true });
    }
  });

/** True where all marks are met. */
const traceBoth = async (site: StorageSite, mark: (isMet: boolean, text: string) => void): Promise<void> => {
  const [ours, copy] = await trace(site, 'ours');
  const [stock] = await trace(site, 'stock');
  const shown = ({ acts, early, syncs }: Synced): string => `${acts} acts, ${syncs} fdatasync, ${early} too early`;
  mark(ours.acts === ACTS && ours.early === 0, `each "saved" comes after an fdatasync: ${shown(ours)}`);
  mark(copy.acts === ACTS && copy.early === 0, `and after one of the second copy: ${shown(copy)}`);
  mark(stock.acts === ACTS && stock.syncs === 0, `stock y-indexeddb shows none: ${shown(stock)}`);
};

export interface KillRun {
  readonly times: number | null;
  print(line: string): void;
}

export const runStorageKill = async ({ times, print }: KillRun): Promise<{ passed: number; failures: string[] }> => {
  const outcome = { passed: 0, failures: [] as string[] };
  const mark = (isMet: boolean, text: string): void => {
    print(`storage-kill: ${isMet ? 'ok    ' : 'MISSED'} ${text}`);
    if (isMet) outcome.passed += 1;
    else outcome.failures.push(`lab: storage-kill: ${text}`);
  };
  const site = await StorageSite.open();
  try {
    if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).error === undefined) await traceBoth(site, mark);
    else print('storage-kill: fdatasync was not looked at: it needs strace (apt-get install strace).');
    const kills = times ?? TIMES;
    const { saved, missing, faults, rescues } = await killAgainAndAgain(site, kills, print);
    mark(missing === 0 && faults === 0, `${kills} kills: of ${saved} acts shown as saved ${missing} are missing`);
    print(`storage-kill: the second copy was needed ${rescues} times.`);
  } finally {
    site.close();
  }
  return outcome;
};
