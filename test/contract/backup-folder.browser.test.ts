// Backups that go into a folder by themselves: into a real directory of the browser's own file system, which
// stands for one that a person would choose (a picker cannot be driven by a test).

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBackup } from '../../src/platform/backup-file.ts';
import { openBackupFolder, type BackupFolder } from '../../src/platform/backup-folder.ts';
import { DailyBackup } from '../../src/view/daily-backup.svelte.ts';

const TEAM = 'team-1';
const PASS = 'several words that are long';
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 19);

type Picked = Parameters<typeof openBackupFolder>[0];

let directory: FileSystemDirectoryHandle;
let port: BackupFolder;

const update = (version: number): Uint8Array => Uint8Array.of(1, 2, version);
const nameOn = (day: number): string => `deskmesh-Bikes-${new Date(day).toISOString().slice(0, 10)}.backup`;

const names = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const name of directory.keys()) found.push(name);
  return found.toSorted();
};

const openPort = (pick: () => Promise<FileSystemDirectoryHandle>): BackupFolder => {
  const opened = openBackupFolder(pick as unknown as Picked);
  if (opened === null) throw new Error('This browser has no locks.');
  return opened;
};

beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  directory = await root.getDirectoryHandle(`backups-${crypto.randomUUID()}`, { create: true });
  port = openPort(async () => directory);
});

afterEach(async () => {
  await port.forget(TEAM);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(directory.name, { recursive: true }).catch(() => undefined);
});

test('[I6] what is written there opens with the passphrase, also by a page that was opened since', async () => {
  expect(await port.choose(TEAM, PASS)).toBe('chosen');
  const later = openPort(() => Promise.reject(new Error('It must not ask again.')));
  expect(await later.read(TEAM)).toEqual({ name: directory.name, isOpen: true });
  expect(await later.write({ teamId: TEAM, madeAt: NOW, update: update(7) }, nameOn(NOW))).toBe('written');
  const file = await (await directory.getFileHandle(nameOn(NOW))).getFile();
  expect(await openBackup(file, PASS, TEAM)).toEqual({ ok: true, madeAt: NOW, update: update(7) });
  expect(await openBackup(file, 'another passphrase', TEAM)).toEqual({ ok: false, reason: 'wrongPassphrase' });
});

test('the last seven are kept, and nothing else in the folder is touched', async () => {
  const others = ['holiday.jpg', 'deskmesh-Tools-2020-01-01.backup', 'deskmesh-Bikes-old.backup'];
  for (const name of others) await directory.getFileHandle(name, { create: true });
  await port.choose(TEAM, PASS);
  for (let day = 0; day < 9; day += 1) {
    const madeAt = NOW + day * DAY_MS;
    expect(await port.write({ teamId: TEAM, madeAt, update: update(day) }, nameOn(madeAt))).toBe('written');
  }
  const kept = Array.from({ length: 7 }, (_, index) => nameOn(NOW + (index + 2) * DAY_MS));
  expect(await names()).toEqual([...others, ...kept].toSorted());
});

test('a clock that was wrong for days takes the place of no backup of today, and those days go first once it is right', async () => {
  await port.choose(TEAM, PASS);
  const on = async (day: number): Promise<string> => {
    expect(await port.write({ teamId: TEAM, madeAt: day, update: update(1) }, nameOn(day))).toBe('written');
    expect(await names()).toContain(nameOn(day));
    return nameOn(day);
  };
  for (const wrong of [0, Date.UTC(2100, 0, 1)]) for (let day = 0; day < 8; day += 1) await on(wrong + day * DAY_MS);
  const right: string[] = [];
  for (let day = 0; day < 7; day += 1) right.push(await on(NOW + day * DAY_MS));
  expect(await names()).toEqual(right);
});

test('a folder that is gone is told, and so is one that nobody chose', async () => {
  expect(await port.write({ teamId: TEAM, madeAt: NOW, update: update(1) }, nameOn(NOW))).toBe('notAllowed');
  expect(await port.read(TEAM)).toBeNull();
  await port.choose(TEAM, PASS);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(directory.name, { recursive: true });
  expect(await port.write({ teamId: TEAM, madeAt: NOW, update: update(1) }, nameOn(NOW))).toBe('failed');
});

test('one is written at once, the next a day later and only if something was written, and failures are shown', async () => {
  let [now, size, told] = [NOW, 10, 0];
  const notes = new Map<string, unknown>();
  const daily = new DailyBackup({
    folder: port,
    teamId: TEAM,
    notes: { get: (key) => notes.get(key), set: (key, value) => void notes.set(key, value) },
    now: () => now,
    size: () => size,
    copy: async () => update(size),
    fileName: () => nameOn(now),
    written: () => (told += 1),
  });
  expect(await daily.start(PASS)).toBe('started');
  expect([daily.state, daily.folderName, told]).toEqual(['on', directory.name, 1]);
  now += DAY_MS - 1;
  size += 1;
  await daily.look();
  expect(told).toBe(1);
  now += 1;
  await daily.look();
  expect(told).toBe(2);
  now += DAY_MS;
  await daily.look();
  expect(told).toBe(2);
  expect(await names()).toEqual([nameOn(NOW), nameOn(NOW + DAY_MS)]);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(directory.name, { recursive: true });
  size += 1;
  await daily.look();
  expect([daily.state, told]).toEqual(['failing', 2]);
  await daily.stop();
  expect(daily.state).toBe('off');
  daily.end();
});

test('who declines to choose has none', async () => {
  const declining = openPort(() => Promise.reject(new DOMException('No folder.', 'AbortError')));
  expect(await declining.choose(TEAM, PASS)).toBe('declined');
  expect(await declining.read(TEAM)).toBeNull();
});
