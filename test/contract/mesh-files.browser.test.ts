// Files between the browsers of a team, over WebRTC: whole, from whoever has them, and never before what the team says.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { describeFile, type Bytes, type SentFile } from '../../src/files/sent-file.ts';
import { MAX_FILE_BYTES } from '../../src/domain/limits.ts';
import { type Framed, FrameWorld, haveMet, until } from '../support/mesh-frames.ts';

vi.setConfig({ testTimeout: 40_000 });

/** What crypto hands out at once. */
const PIECE_BYTES = 65_536;

let world: FrameWorld;

beforeEach(() => {
  world = new FrameWorld();
});

afterEach(() => world.close());

const largest = async (): Promise<{ readonly file: SentFile; readonly bytes: Bytes }> => {
  const bytes = new Uint8Array(MAX_FILE_BYTES);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + PIECE_BYTES, bytes.length)));
  return { file: await describeFile('film.mp4', bytes), bytes };
};

/** All of them connected, each with every other. */
const openTeam = async (): Promise<readonly [Framed, Framed, Framed]> => {
  const team = await Promise.all([world.open('a'), world.open('b'), world.open('c')]);
  const [a, b, c] = team.map(({ station }) => station);
  for (const { station } of team) station.mesh.connect();
  if (a !== undefined && b !== undefined && c !== undefined)
    await Promise.all([haveMet(a, b), haveMet(a, c), haveMet(b, c)]);
  return team;
};

/** From now on it gives this one to whoever asks. */
const give = ({ station }: Framed, { hash }: SentFile, bytes: Bytes, asked: () => void = () => undefined): void =>
  station.mesh.giveFiles((wanted) => {
    asked();
    return Promise.resolve(wanted === hash ? bytes : null);
  });

const refusals = (...framed: readonly Framed[]): readonly unknown[] =>
  framed.flatMap(({ station }) => [...station.mesh.status().refused, ...station.faults()]);

/** Comparing 5 MB value by value takes a test longer than to send them. */
const isEqual = (one: Bytes | null, other: Bytes): boolean =>
  one?.length === other.length && one.every((byte, at) => byte === other[at]);

const middleOf = (times: readonly number[]): number => times.toSorted((x, y) => x - y)[times.length >> 1] ?? Infinity;

/** How long each of so many changes takes from one to the other. */
const timeChanges = async (from: Framed, to: Framed, count: number, name: string): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let each = 0; each < count; each += 1) {
    const key = `${name} ${each}`;
    const begun = performance.now();
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => {
        if (to.station.read(key) === undefined) return;
        to.station.doc.off('update', look);
        resolve();
      };
      to.station.doc.on('update', look);
    });
    from.station.write(key, each);
    await arrived;
    taken.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return taken;
};

test('[FI2] 5 MB of one reach both others at once, equal, with how far they are; nobody is cut off for it', async () => {
  const [a, b, c] = await openTeam();
  const { file, bytes } = await largest();
  give(a, file, bytes);
  const told: number[] = [];
  const [atB, atC] = await Promise.all([
    b.station.mesh.fetchFile(file, (receivedBytes) => told.push(receivedBytes)),
    c.station.mesh.fetchFile(file, () => undefined),
  ]);
  expect([isEqual(atB, bytes), isEqual(atC, bytes)]).toEqual([true, true]);
  expect(told.at(-1)).toBe(bytes.length);
  expect(told).toEqual(told.toSorted((x, y) => x - y));
  expect(refusals(a, b, c)).toEqual([]);
  expect(b.station.has('lost', 'a')).toBe(false);
});

test('[FI2] who gives is closed in the middle: another who has it brings it whole', async () => {
  const [a, b, c] = await openTeam();
  const { file, bytes } = await largest();
  const asked: Framed[] = [];
  for (const giver of [a, c]) give(giver, file, bytes, () => asked.at(-1) !== giver && asked.push(giver));
  let isClosed = false;
  const arrived = await b.station.mesh.fetchFile(file, (receivedBytes) => {
    if (isClosed || receivedBytes < bytes.length / 2) return;
    isClosed = true;
    asked[0]?.remove();
  });
  expect(isEqual(arrived, bytes)).toBe(true);
  expect(new Set(asked).size).toBe(2);
});

test('[FI2] nobody has it, or other bytes under its name: nothing comes, until somebody has it', async () => {
  const [a, b, c] = await openTeam();
  const { file, bytes } = await largest();
  expect(await b.station.mesh.fetchFile(file, () => undefined)).toBeNull();
  give(c, file, new Uint8Array(bytes.length));
  expect(await b.station.mesh.fetchFile(file, () => undefined)).toBeNull();
  give(a, file, bytes);
  expect(isEqual(await b.station.mesh.fetchFile(file, () => undefined), bytes)).toBe(true);
});

test('[FI2] the other tab of a device fetches nothing: the tab that is the peer does', async () => {
  const [a, b] = await Promise.all([world.open('a'), world.open('b', 'b')]);
  for (const { station } of [a, b]) station.mesh.connect();
  await haveMet(a.station, b.station);
  const tab = await world.open('tab', 'b');
  tab.station.mesh.connect();
  await until(() => expect(tab.station.events).toContainEqual({ kind: 'role', isPeer: false }));
  const { file, bytes } = await largest();
  give(a, file, bytes);
  expect(await tab.station.mesh.fetchFile(file, () => undefined)).toBeNull();
  expect(isEqual(await b.station.mesh.fetchFile(file, () => undefined), bytes)).toBe(true);
});

test('[FI2] what the team says goes first: a change takes no longer while files pass', async () => {
  const [a, b] = await openTeam();
  const { file, bytes } = await largest();
  give(a, file, bytes);
  await timeChanges(a, b, 5, 'first');
  const quiet = middleOf(await timeChanges(a, b, 25, 'quiet'));
  let isOver = false;
  let fetched = 0;
  const fetching = (async () => {
    while (!isOver && (await b.station.mesh.fetchFile(file, () => undefined)) !== null) fetched += 1;
  })();
  const busy = middleOf(await timeChanges(a, b, 25, 'busy'));
  isOver = true;
  await fetching;
  expect(fetched).toBeGreaterThan(0);
  // Milliseconds either way; with nothing held back it is some hundred.
  expect(busy).toBeLessThan(2 * quiet + 50);
});

test('[FI2] [W8] a part in another form ends that connection, is named, and nothing else happens', async () => {
  const [a, b, c] = await openTeam();
  const channel = a.page.channels.find(({ readyState }) => readyState === 'open');
  // A part of nothing: its kind, a hash, where it stands, and no byte.
  channel?.send(Uint8Array.of(0x40, 2, ...new Uint8Array(36)));
  const victim = (): Framed | undefined => [b, c].find(({ station }) => station.faults().includes('peerMisbehaved'));
  await until(() => expect(victim()).toBeDefined());
  await until(() => expect(victim()?.station.has('lost', 'a')).toBe(true));
  expect(b.station.has('lost', 'c')).toBe(false);
});
