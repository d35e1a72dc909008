// One visit and what it does with files, on a line that is made here: what comes in, in which order, and what is
// refused before anything of it travels.

import { beforeEach, expect, test } from 'vitest';

import type { VisitReading } from '../../../src/bridge/bridge-desk.ts';
import { Visit } from '../../../src/bridge/visit.ts';
import { conversationIdOf } from '../../../src/domain/derived-ids.ts';
import type { SentFile } from '../../../src/domain/entry.ts';
import { MAX_FILE_BYTES } from '../../../src/domain/limits.ts';
import { MemoryFiles } from '../../../src/files/memory-files.ts';
import { describeFile, type Bytes } from '../../../src/files/sent-file.ts';
import type { Pipe } from '../../../src/knock/pipe.ts';
import { parseDeskWord, writeWord, type CustomerWord, type DeskWord } from '../../../src/knock/words.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const CONVERSATION = conversationIdOf('ask', 'thread');
const text = (words: string): Bytes => new TextEncoder().encode(words);

let hana: Peer;
let store: MemoryFiles;
let heard: DeskWord[];
/** What the customer's page has, and which of it was asked for. */
let own: Map<string, Bytes>;
let fetched: string[];
let readings: VisitReading['sending'][];
let hasRoom: boolean;
let mayBring: boolean;
let bells: (() => void)[];

beforeEach(() => {
  hana = new SmallWorld().team({ hana: 'ready' })[0] as Peer;
  expect(hana.desk.makeAskLink({ id: 'link', name: 'x', knockKey: 'a', publicKey: 'b', privateKey: 'c' }).ok).toBe(
    true,
  );
  store = new MemoryFiles();
  [heard, own, fetched, readings, bells] = [[], new Map(), [], [], []];
  [hasRoom, mayBring] = [true, true];
});

const connected = (): Visit => {
  const line = {
    isOpen: true,
    isOver: false,
    send(message: Uint8Array) {
      const word = parseDeskWord(message);
      if (word !== null) heard.push(word);
    },
    end() {
      line.isOver = true;
    },
    files: {
      async fetch({ hash }: SentFile, told: (receivedBytes: number) => void): Promise<Bytes | null> {
        fetched.push(hash);
        const bytes = own.get(hash) ?? null;
        for (let at = 0; bytes !== null && at <= 1_000; at += 1) told((bytes.length * at) / 1_000);
        return bytes;
      },
    },
  };
  const visit: Visit = new Visit(
    line as unknown as Pipe,
    { link: 'link', thread: 'thread', conversation: CONVERSATION },
    {
      desk: hana.desk,
      timers: {
        mono: () => 0,
        after: (_, ring) => {
          bells.push(ring);
          return () => undefined;
        },
      },
      rendezvous: [],
      wall: () => 0,
      iceServers: () => [],
      files: { read: (hash) => store.read(hash), keep: async ({ hash }, bytes) => hasRoom && store.keep(hash, bytes) },
      saved: async () => true,
      changed: () => readings.push(visit.reading.sending),
      mayOpen: () => true,
      mayBring: () => mayBring,
      isWriting: () => false,
    },
  );
  return visit;
};

const say = (visit: Visit, word: CustomerWord): void => void expect(visit.heard(writeWord(word))).toBe(true);
const greeted = (files = true): Visit => {
  const visit = connected();
  say(visit, { k: 'hello', name: 'Lena', own: [], have: [], seen: null, files });
  return visit;
};
const mine = async (name: string, bytes: Bytes): Promise<SentFile> => {
  const file = await describeFile(name, bytes);
  own.set(file.hash, bytes);
  return file;
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 5));
};
const entries = () => hana.replica.team.conversations.get(CONVERSATION)?.entries ?? [];
const said = () => entries().flatMap((entry) => (entry.kind === 'message' ? [[entry.text, entry.files ?? []]] : []));
const refusals = () => heard.flatMap((word) => (word.k === 'refused' ? [[word.id, word.why]] : []));

test('[FI4] what follows a message with files waits for it; how far it has come is told now and then', async () => {
  const visit = greeted();
  const file = await mine('notes.txt', text('Hello'));
  say(visit, { k: 'say', id: 'a', text: '', files: [file] });
  say(visit, { k: 'say', id: 'b', text: 'Did it come?' });
  expect(said()).toEqual([]);
  await settle();
  expect(said()).toEqual([
    ['', [file]],
    ['Did it come?', []],
  ]);
  expect(await store.read(file.hash)).toEqual(text('Hello'));
  expect(readings.at(-1)).toBeNull();
  const told = readings.filter((reading) => reading !== null);
  expect(told.length).toBeGreaterThan(10);
  expect(told.length).toBeLessThan(30);
});

test('[FI4] while the desk has no room nothing is lost: the message waits, and so does what follows it', async () => {
  const visit = greeted();
  const file = await mine('notes.txt', text('Hello'));
  const sayBoth = async (): Promise<void> => {
    say(visit, { k: 'say', id: 'a', text: 'Look', files: [file] });
    say(visit, { k: 'say', id: 'b', text: 'Did it come?' });
    await settle();
  };
  hasRoom = false;
  await sayBoth();
  [hasRoom, mayBring] = [true, false];
  await sayBoth();
  expect(said()).toEqual([]);
  expect(refusals()).toEqual([
    ['a', 'noRoom'],
    ['b', 'noRoom'],
    ['a', 'noRoom'],
    ['b', 'noRoom'],
  ]);
  mayBring = true;
  await sayBoth();
  expect(said()).toEqual([
    ['Look', [file]],
    ['Did it come?', []],
  ]);
});

test('[FI3] a file is what its bytes are; its name is cleaned, and nothing else that stands beside it comes in', async () => {
  const visit = greeted();
  const file = await mine('notes.txt', text('Hello'));
  const dressed = { ...file, name: '../\u202enotes.txt', more: 'x'.repeat(1_000) };
  say(visit, { k: 'say', id: 'a', text: '', files: [dressed] });
  for (const [name, bytes] of [
    ['setup.exe', text('MZ')],
    ['holiday.png', text('no picture')],
    ['page.html', text('<script>')],
  ] as const)
    say(visit, { k: 'say', id: name, text: 'Open this', files: [await mine(name, bytes)] });
  await settle();
  expect(said()).toEqual([['', [file]]]);
  expect(refusals()).toEqual([
    ['setup.exe', 'badFile'],
    ['holiday.png', 'badFile'],
    ['page.html', 'badFile'],
  ]);
  expect(fetched).toHaveLength(2);
  expect(await store.hashes()).toEqual(new Set([file.hash]));
});

test('[FI4] 50 MB of one conversation are the most, and what is refused is not fetched', async () => {
  const visit = greeted();
  for (let at = 0; at < 11; at += 1) {
    const bytes = new Uint8Array(MAX_FILE_BYTES).fill(65 + at);
    say(visit, { k: 'say', id: `m${at}`, text: '', files: [await mine(`${at}.txt`, bytes)] });
    await settle();
  }
  expect(refusals()).toEqual([['m10', 'filesTooMuch']]);
  expect(fetched).toHaveLength(10);
  // What is there already counts once.
  say(visit, {
    k: 'say',
    id: 'again',
    text: '',
    files: [await mine('0.txt', new Uint8Array(MAX_FILE_BYTES).fill(65))],
  });
  say(visit, { k: 'say', id: 'words', text: 'Words still go' });
  await settle();
  expect(refusals()).toHaveLength(1);
  expect(said()).toHaveLength(12);
});

test('[AK2] who knows the hash of a file that the desk has, and has not the file, gets nothing by it', async () => {
  const secret = await describeFile('secret.txt', text('Of another conversation'));
  await store.keep(secret.hash, text('Of another conversation'));
  const visit = greeted();
  expect(await visit.find(secret.hash)).toBeNull();
  say(visit, { k: 'say', id: 'a', text: 'Mine', files: [secret] });
  await settle();
  expect(refusals()).toEqual([['a', 'badFile']]);
  expect(await visit.find(secret.hash)).toBeNull();
});

test('[FI4] what the log names and the desk has no more is asked for again, from whoever sent it', async () => {
  const file = await mine('notes.txt', text('Hello'));
  say(greeted(), { k: 'say', id: 'a', text: 'Look', files: [file] });
  await settle();
  // The desk that took it in is gone, and nobody else had fetched it.
  await store.erase();
  const visit = connected();
  say(visit, { k: 'hello', name: 'Lena', own: ['a'], have: [], seen: null, files: true });
  await settle();
  expect(await store.read(file.hash)).toBeNull();
  for (const ring of bells.splice(0)) ring();
  await settle();
  expect(await store.read(file.hash)).toEqual(text('Hello'));
  expect(await visit.find(file.hash)).toEqual(text('Hello'));
  expect(said()).toHaveLength(1);
});

test('[FI4] a page of an earlier version is told the names of a reply’s files', async () => {
  const file = await describeFile('invoice.pdf', text('%PDF-1.7'));
  const visit = greeted(false);
  say(visit, { k: 'say', id: 'a', text: 'The invoice, please' });
  await settle();
  expect(hana.desk.reply(CONVERSATION, '', [file]).ok).toBe(true);
  visit.tell();
  expect(heard.find(({ k }) => k === 'reply')).toMatchObject({ text: 'invoice.pdf' });
  const newer = greeted();
  newer.tell();
  expect(heard.findLast(({ k }) => k === 'reply')).toMatchObject({ text: '', files: [file] });
});
