// Customers who do not behave, against the real bridge over real WebRTC: each is refused or cut off, is told why where
// the page is the real one, and the next customer is served meanwhile.

import { afterEach, beforeEach, expect, inject, test } from 'vitest';

import { Caller } from '../../../src/ask/caller.ts';
import { Kept } from '../../../src/ask/kept.ts';
import { pageTimers } from '../../../src/ask/page-timers.ts';
import { Talk } from '../../../src/ask/talk.svelte.ts';
import { Bridge } from '../../../src/bridge/bridge.ts';
import { customers } from '../../../src/bridge/customers.ts';
import type { AskLink } from '../../../src/domain/ask-links.ts';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { MemoryFiles } from '../../../src/files/memory-files.ts';
import { linkTopics } from '../../../src/knock/keys.ts';
import { parseLink, type CustomerLink } from '../../../src/knock/link.ts';
import type { CustomerWord } from '../../../src/knock/words.ts';
import { secureRandom } from '../../../src/platform/random.ts';
import { SmallWorld, type Peer } from '../../support/small-world.ts';

const url = inject('rendezvous').url;

let hana: Peer;
let bridge: Bridge;
let files: MemoryFiles;
let made: AskLink;
let link: CustomerLink;
const ends: (() => void)[] = [];

beforeEach(async () => {
  files = new MemoryFiles();
  hana = new SmallWorld().team({ hana: 'ready' })[0] as Peer;
  made = await customers.makeLink('Counter');
  expect(hana.desk.makeAskLink(made).ok).toBe(true);
  bridge = new Bridge({
    desk: hana.desk,
    timers: pageTimers,
    rendezvous: [url],
    wall: () => Date.now(),
    iceServers: () => [],
    files: {
      read: (hash) => files.read(hash),
      keep: ({ hash }, bytes) => files.keep(hash, bytes),
    },
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
const visitor = (name: string, text: string): Talk => {
  const talk = new Talk(
    {
      link,
      kept: new Kept(crypto.randomUUID()),
      timers: pageTimers,
      wall: () => Date.now(),
      token: (bytes) => secureRandom.token(bytes),
    },
    null,
  );
  ends.push(() => talk.leave());
  talk.begin(name, text);
  return talk;
};

/** One who says what no page of ours says. */
const forger = async (): Promise<Caller> => {
  const caller = new Caller({
    link,
    secret: crypto.getRandomValues(new Uint8Array(16)),
    timers: pageTimers,
    wallS: () => Math.round(Date.now() / 1000),
    token: () => secureRandom.token(12),
    opened: () => undefined,
    heard: () => true,
    find: async () => null,
    gave: () => undefined,
    changed: () => undefined,
  });
  ends.push(() => caller.close());
  await expect.poll(() => caller.reach, { timeout: 10_000 }).toBe('open');
  caller.send({ k: 'hello', name: 'Eve', own: [], have: [], seen: null });
  return caller;
};

const conversations = (): readonly Conversation[] => [...hana.replica.team.conversations.values()];
const textsOf = (name: string): readonly string[] =>
  conversations()
    .filter(({ customer }) => customer.name === name)
    .flatMap(({ entries }) => entries.flatMap((entry) => ('text' in entry ? [entry.text] : [])));

const isServed = async (name: string): Promise<void> => {
  const talk = visitor(name, `I am ${name}.`);
  await expect.poll(() => talk.messages[0]?.state, { timeout: 10_000 }).toBe('got');
  expect(textsOf(name)).toEqual([`I am ${name}.`]);
};

test('[AK5] 10 MB of text, and a text above the limit, end the connection; nothing of it comes in', async () => {
  for (const length of [10_000_000, 10_001]) {
    const eve = await forger();
    eve.send({ k: 'say', id: 'a', text: 'x'.repeat(length) });
    await expect.poll(() => eve.reach, { timeout: 10_000 }).not.toBe('open');
    eve.close();
  }
  expect(conversations()).toEqual([]);
  await isServed('Lena');
});

test('[AK5] a thousand messages at once: a few come in, the connection ends, the next customer is served', async () => {
  const eve = await forger();
  for (let at = 0; at < 1_000; at += 1) eve.send({ k: 'say', id: `m${at}`, text: `Message ${at}` });
  await expect.poll(() => eve.reach, { timeout: 10_000 }).not.toBe('open');
  eve.close();
  await isServed('Lena');
  expect(textsOf('Eve').length).toBeLessThanOrEqual(30);
});

test('[AK5] who writes too fast on the page is told so, and all of it arrives in its order', async () => {
  const talk = visitor('Omar', 'Message 0');
  for (let at = 1; at < 24; at += 1) talk.write(`Message ${at}`);
  await expect.poll(() => talk.refusal, { timeout: 10_000 }).toBe('tooFast');
  expect(talk.isShut).toBe(false);
  await expect.poll(() => talk.messages.every(({ state }) => state === 'got'), { timeout: 20_000 }).toBe(true);
  expect(talk.refusal).toBeNull();
  expect(textsOf('Omar')).toEqual(Array.from({ length: 24 }, (_, at) => `Message ${at}`));
}, 40_000);

test('[AK3] what is written while the team is being greeted arrives on that same connection, in its order', async () => {
  const talk = visitor('Omar', 'First');
  // In the task in which the connection opens: the team has not said yet what it lacks.
  const channel = new MessageChannel();
  while (talk.reach !== 'open')
    await new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  talk.write('Second');
  await expect.poll(() => talk.messages.map(({ state }) => state), { timeout: 5_000 }).toEqual(['got', 'got']);
  expect(textsOf('Omar')).toEqual(['First', 'Second']);
});

test('[AK5] a name is text: markup stands as it is, what cannot be read is left out', async () => {
  const eve = await forger();
  for (const [name, shown] of [
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['Le\u0000na\u0007\n', 'Le na'],
    ['\u0001\u0002', '?'],
    ['\ud800', '\ufffd'],
  ] as const) {
    eve.send({ k: 'hello', name, own: [], have: [], seen: null });
    eve.send({ k: 'say', id: `id${shown}`, text: `from ${shown}` });
    await expect
      .poll(() => textsOf(conversations()[0]?.customer.name ?? ''), { timeout: 5_000 })
      .toContain(`from ${shown}`);
    expect(conversations()[0]?.customer.name).toBe('<script>alert(1)</script>');
  }
});

test('[AK5] words of another kind, and words before the greeting, end the connection', async () => {
  for (const word of [{ k: 'standing' }, { k: 'say', id: '', text: 'x' }, { k: 'say' }, {}]) {
    const eve = await forger();
    eve.send(word as unknown as CustomerWord);
    await expect.poll(() => eve.reach, { timeout: 10_000 }).not.toBe('open');
    eve.close();
  }
  expect(conversations()).toEqual([]);
});

test('[AK5] knocks that are garbled, forged, unpaid or said again are counted and open nothing', async () => {
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const { knock } = await linkTopics(link.knockKey);
  const overheard: unknown[] = [];
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => overheard.push(JSON.parse(data)));
  socket.send(JSON.stringify({ type: 'subscribe', topics: [knock] }));
  await isServed('Lena');
  const [{ data: real }] = overheard as [{ data: { v: 1; e: string; t: number; n: number; s: string } }];
  const visits = bridge.refused();
  for (const data of [
    real,
    { ...real, e: 'A'.repeat(87) },
    { ...real, t: real.t - 3_600 },
    { ...real, n: real.n + 1 },
    { ...real, e: 'x'.repeat(1_000) },
    { ...real, v: 2 },
    'knock',
    null,
    [],
  ])
    socket.send(JSON.stringify({ type: 'publish', topic: knock, data }));
  // The first four have the shape of one: they are judged, and turned away.
  await expect.poll(() => bridge.refused() - visits, { timeout: 5_000 }).toBe(4);
  socket.close();
  expect(conversations()).toHaveLength(1);
  await isServed('Omar');
});

test('[AK6] who is blocked, or came by a link that was taken back, is told so and writes nothing more', async () => {
  const talk = visitor('Mia', 'Hello');
  await expect.poll(() => talk.messages[0]?.state, { timeout: 10_000 }).toBe('got');
  const key = conversations()[0]?.customer.key ?? '';
  expect(hana.desk.block(key, true).ok).toBe(true);
  talk.write('Blocked now');
  await expect.poll(() => talk.refusal).toBe('blocked');
  expect(talk.isShut).toBe(true);
  hana.desk.block(key, false);
  expect(hana.desk.revokeAskLink(made.id).ok).toBe(true);
  await expect.poll(() => talk.refusal, { timeout: 5_000 }).toBe('revoked');
  talk.write('Taken back now');
  expect(textsOf('Mia')).toEqual(['Hello']);
  expect(talk.messages.map(({ state }) => state)).toEqual(['got', 'kept', 'kept']);
});

test('[AK1] a reply begun while the customer is still on the way is told once they are here', async () => {
  const talk = visitor('Nils', 'Hello');
  await expect.poll(() => talk.messages[0]?.state, { timeout: 10_000 }).toBe('got');
  const { id } = conversations()[0] as Conversation;
  talk.leave();
  await expect.poll(() => bridge.reading(id), { timeout: 5_000 }).toBeNull();
  bridge.typing(id, true);
  talk.write('Are you there?');
  await expect.poll(() => talk.isAgentTyping, { timeout: 10_000 }).toBe(true);
  bridge.typing(id, false);
  await expect.poll(() => talk.isAgentTyping).toBe(false);
});
