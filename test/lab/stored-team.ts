// What a browser has of its team, read from where the app keeps it: the Yjs updates in IndexedDB, put
// together here. No hook in the app: nothing that could say "equal" without being so, and what is read is
// what would be there after a crash. The digest covers every entry of every log.

import { createHash } from 'node:crypto';

import type { Page } from '@playwright/test';
import * as Y from 'yjs';

export interface StoredTeam {
  readonly digest: string;
  readonly entries: number;
  /** Updates that wait for others: equal digests would not mean equal teams. */
  readonly hasHoles: boolean;
  /** Every text that people wrote. */
  readonly texts: ReadonlySet<string>;
  /** When entries of that kind were written, by their writers' clocks, the earliest first. */
  stampsOf(kind: string): readonly number[];
}

interface WireEntry {
  readonly k?: unknown;
  readonly t?: unknown;
  readonly x?: unknown;
}

/** In the page: each stored update as base64. */
export const storedUpdates = async (): Promise<readonly string[]> => {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const name = names.find((each) => each.startsWith('deskmesh-team-'));
  if (name === undefined) return [];
  const database = await done(indexedDB.open(name));
  try {
    const values: unknown[] = await done(database.transaction('updates').objectStore('updates').getAll());
    return values.filter((value): value is Uint8Array => value instanceof Uint8Array).map(base64);
  } finally {
    database.close();
  }
};

export const decodeTeam = (updates: readonly string[]): StoredTeam => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  const logs = doc.getMap('logs').toJSON();
  const hash = createHash('sha256');
  const all: WireEntry[] = [];
  for (const key of Object.keys(logs).sort()) {
    const log: unknown = logs[key];
    hash.update(key).update(JSON.stringify(log));
    if (Array.isArray(log)) all.push(...(log as readonly WireEntry[]));
  }
  const hasHoles = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  doc.destroy();
  const texts = new Set(all.flatMap(({ x }) => (typeof x === 'string' ? [x] : [])));
  const stampsOf = (kind: string): readonly number[] =>
    all.flatMap(({ k, t }) => (k === kind && typeof t === 'number' ? [t] : [])).sort((a, b) => a - b);
  return { digest: hash.digest('hex').slice(0, 16), entries: all.length, hasHoles, texts, stampsOf };
};

export const readStoredTeam = async (page: Page): Promise<StoredTeam> => decodeTeam(await page.evaluate(storedUpdates));

/** Waits until all have the same entries; null where they had not by then. */
export const untilEqual = async (pages: readonly Page[], timeoutMs: number): Promise<StoredTeam | null> => {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    const [first, ...others] = await Promise.all(pages.map(readStoredTeam));
    const isWhole = first !== undefined && first.entries > 0 && !first.hasHoles;
    if (isWhole && others.every((other) => !other.hasHoles && other.digest === first.digest)) return first;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
};
