// Files of a customer, both ways, against the real bridge over real WebRTC: what may come in comes in once and whole,
// what may not is refused, and nobody is given what is not of their conversation.

import { afterEach, beforeEach, expect, inject, test } from 'vitest';

import { Caller } from '../../../src/ask/caller.ts';
import { Kept } from '../../../src/ask/kept.ts';
import { pageTimers } from '../../../src/ask/page-timers.ts';
import { Talk } from '../../../src/ask/talk.svelte.ts';
import { Bridge } from '../../../src/bridge/bridge.ts';
import { customers } from '../../../src/bridge/customers.ts';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import type { SentFile } from '../../../src/domain/entry.ts';
import { MAX_FILE_BYTES } from '../../../src/domain/limits.ts';
import { MemoryFiles } from '../../../src/files/memory-files.ts';
import { describeFile, hashOf, type Bytes } from '../../../src/files/sent-file.ts';
import { parseLink, type CustomerLink } from '../../../src/knock/link.ts';
import { parseDeskWord, type DeskWord } from '../../../src/knock/words.ts';
import { secureRandom } from '../../../src/platform/random.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const url = inject('rendezvous').url;
const WITHIN = { timeout: 15_000 };

let hana: Peer;
let bridge: Bridge;
let files: MemoryFiles;
let link: CustomerLink;
const ends: (() => void)[] = [];

beforeEach(async () => {
  files = new MemoryFiles();
  hana = new SmallWorld().team({ hana: 'ready' })[0] as Peer;
  const made = await customers.makeLink('Counter');
  expect(hana.desk.makeAskLink(made).ok).toBe(true);
  bridge = new Bridge({
    desk: hana.desk,
    timers: pageTimers,
    rendezvous: [url],
    files: { read: (hash) => files.read(hash), keep: ({ hash }, bytes) => files.keep(hash, bytes) },
    wall: () => Date.now(),
    iceServers: () => [],
    saved: async () => true,
    changed: () => undefined,
  });
  const parsed = parseLink(new URL(customers.addressOf(made, 'http://desk.example', 'Northlight', [url])).hash);
  if (!parsed.ok) throw new Error(parsed.reason);
  link = parsed.link;
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
  bridge.close();
});

/** The page of a customer, with all but its looks. */
const visitor = async (name: string, text: string): Promise<Talk> => {
  const kept = new Kept(crypto.randomUUID());
  const token = (bytes: number): string => secureRandom.token(bytes);
  const talk = new Talk({ link, kept, timers: pageTimers, wall: () => Date.now(), token }, null);
  ends.push(() => talk.leave());
  talk.begin(name, text);
  await expect.poll(() => talk.messages[0]?.state, WITHIN).toBe('got');
  return talk;
};

/** One who has the link and says what no page of ours says. */
const forger = async (own: ReadonlyMap<string, Bytes>): Promise<{ caller: Caller; heard: DeskWord[] }> => {
  const heard: DeskWord[] = [];
  const caller = new Caller({
    link,
    secret: crypto.getRandomValues(new Uint8Array(16)),
    timers: pageTimers,
    wallS: () => Math.round(Date.now() / 1000),
    token: () => secureRandom.token(12),
    opened: () => undefined,
    heard: (bytes) => {
      const word = parseDeskWord(bytes);
      if (word !== null) heard.push(word);
      return true;
    },
    find: async (hash) => own.get(hash) ?? null,
    gave: () => undefined,
    changed: () => undefined,
  });
  ends.push(() => caller.close());
  await expect.poll(() => caller.reach, WITHIN).toBe('open');
  caller.send({ k: 'hello', name: 'Eve', own: [], have: [], seen: null });
  return { caller, heard };
};

const conversationOf = (name: string): Conversation | undefined =>
  [...hana.replica.team.conversations.values()].find(({ customer }) => customer.name === name);
const messagesOf = (name: string): readonly (readonly [string, readonly string[]])[] =>
  (conversationOf(name)?.entries ?? []).flatMap((entry) =>
    entry.kind === 'message' ? [[entry.text, (entry.files ?? []).map((file) => file.name)] as const] : [],
  );

const someBytes = (length: number, start = ''): Bytes => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  bytes.set(new TextEncoder().encode(start));
  return bytes;
};

const chosen = async (talk: Talk, name: string, bytes: Bytes): Promise<SentFile> => {
  await expect.poll(() => talk.parts !== null, WITHIN).toBe(true);
  const judged = await talk.parts?.files.choose(new File([bytes], name));
  if (judged?.ok !== true) throw new Error(`${name} was refused: ${judged?.why}`);
  return judged.file;
};

test('[FI4] 5 MB come in whole and once, with progress; what follows waits for them, and the order stays', async () => {
  const talk = await visitor('Lena', 'Look at this');
  const bytes = someBytes(MAX_FILE_BYTES, '%PDF-1.7');
  const file = await chosen(talk, 'scan.pdf', bytes);
  const going = new Set<number>();
  const stop = setInterval(() => going.add(talk.parts?.files.shares[file.hash] ?? 0), 1);
  talk.write('', [file]);
  talk.write('Did it arrive?');
  await expect.poll(() => talk.messages.every(({ state }) => state === 'got'), WITHIN).toBe(true);
  clearInterval(stop);
  expect(messagesOf('Lena')).toEqual([
    ['Look at this', []],
    ['', ['scan.pdf']],
    ['Did it arrive?', []],
  ]);
  expect(await hashOf((await files.read(file.hash)) ?? new Uint8Array())).toBe(file.hash);
  expect([...going].filter((share) => share > 0 && share < 1).length).toBeGreaterThan(2);
});

test('[FI4] a file of a reply reaches its customer, and no other who knows its name', async () => {
  const talk = await visitor('Lena', 'May I have the invoice?');
  const bytes = someBytes(200_000, '%PDF-1.7');
  const file = await describeFile('invoice.pdf', bytes);
  await files.keep(file.hash, bytes);
  const id = conversationOf('Lena')?.id;
  if (id === undefined) throw new Error('Lena did not come in.');
  expect(hana.desk.reply(id, '', [file]).ok).toBe(true);
  await expect.poll(() => talk.messages.at(-1)?.files, WITHIN).toEqual([file]);
  await talk.parts?.files.want(file);
  await expect.poll(() => talk.parts?.files.here.has(file.hash), WITHIN).toBe(true);
  expect(await hashOf((await talk.parts?.files.read(file.hash)) ?? new Uint8Array())).toBe(file.hash);

  const { caller } = await forger(new Map());
  caller.send({ k: 'say', id: 'a', text: 'Give it to me' });
  await expect.poll(() => conversationOf('Eve'), WITHIN).toBeDefined();
  expect(await caller.fetch(file, () => undefined)).toBeNull();
});

test('[FI3] what a tampered page sends is judged again: nothing of it is kept, and the next message comes in', async () => {
  const program = someBytes(5_000, 'MZ');
  const picture = someBytes(5_000, '#!/bin/sh');
  const own = new Map<string, Bytes>();
  const described: SentFile[] = [];
  for (const [name, bytes] of [
    ['setup.exe', program],
    ['holiday.png', picture],
  ] as const) {
    const file = await describeFile(name, bytes);
    own.set(file.hash, bytes);
    described.push(file);
  }
  const { caller, heard } = await forger(own);
  const missing = { name: 'gone.txt', bytes: 10, hash: 'A'.repeat(43) };
  for (const [index, file] of [...described, missing].entries())
    caller.send({ k: 'say', id: `m${index}`, text: 'Open this', files: [file] });
  caller.send({ k: 'say', id: 'last', text: 'Hello' });
  await expect.poll(() => heard.filter(({ k }) => k === 'refused').length, WITHIN).toBe(3);
  expect(heard.filter((word) => word.k === 'refused').map(({ why }) => why)).toEqual(['badFile', 'badFile', 'badFile']);
  await expect.poll(() => messagesOf('Eve'), WITHIN).toEqual([['Hello', []]]);
  expect((await files.hashes()).size).toBe(0);
});

test('[FI4] more than a conversation may bring is refused before anything of it is fetched', async () => {
  const { caller, heard } = await forger(new Map());
  const file = { name: 'a.txt', bytes: MAX_FILE_BYTES, hash: 'A'.repeat(43) };
  const hashes = Array.from({ length: 5 }, (_, at) => ({ ...file, hash: `${at}`.repeat(43) }));
  // Each of them is lacking: what counts is what the log names already.
  caller.send({ k: 'say', id: 'a', text: 'x', files: hashes });
  await expect.poll(() => heard.find(({ k }) => k === 'refused'), WITHIN).toMatchObject({ why: 'badFile', id: 'a' });
  for (const wrong of [[...hashes, file], [{ ...file, bytes: MAX_FILE_BYTES + 1 }], [{ ...file, hash: 'x' }]]) {
    const other = await forger(new Map());
    other.caller.send({ k: 'say', id: 'b', text: 'x', files: wrong });
    await expect.poll(() => other.caller.reach, WITHIN).not.toBe('open');
    other.caller.close();
  }
  expect(conversationOf('Eve')).toBeUndefined();
});
