// W7, W8, W11: what somebody else can do to a peer, or to the place where peers meet.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import WebSocket from 'ws';

import { inRoot } from '../../tools/tree.mjs';
import { type Kind, NEVER_MET, type Outcome, type Row, errorsIn, exchange, inRoom, inSeconds, seenIn } from './rows.ts';
import { type Stage, timeUntil, wait } from './stage.ts';

const GHOSTS = 40;
const MEET_LIMIT_MS = 12_000;
const MESSAGES = 400;
const AFTER_LIMIT_MS = 15_000;

const ghosts: Row = {
  id: 'W7',
  tried: `${GHOSTS} false announcements, then an honest newcomer`,
  run: inRoom(async (room): Promise<Outcome> => {
    const a = await room.member('a');
    const stranger = await room.stranger();
    await wait(1_000);
    await stranger.evaluate((count) => globalThis.stranger.announce(count), GHOSTS);
    await wait(500);
    const c = await room.member('c');
    const taken = await exchange(a, c, 'honest', MEET_LIMIT_MS);
    const { connected, places } = await seenIn(a);
    const dead = `${places - connected} dead places`;
    return taken === null
      ? { isOk: false, seen: `${dead}, the newcomer locked out for ${inSeconds(MEET_LIMIT_MS)}` }
      : { isOk: true, seen: `${dead}, the newcomer in after ${inSeconds(taken)}` };
  }),
};

const bogusAnswer: Row = {
  id: 'W8',
  tried: 'an answer to an offer that nobody made',
  run: inRoom(async (room): Promise<Outcome> => {
    const pair = await room.pair();
    if (pair === null) return NEVER_MET;
    const [a, b] = pair;
    const stranger = await room.stranger();
    await stranger.evaluate(() => globalThis.stranger.answer());
    await wait(1_000);
    const errors = [...(await errorsIn(a)), ...(await errorsIn(b))];
    const taken = await exchange(a, b, 'after', AFTER_LIMIT_MS);
    const seen = `${errors.length} uncaught errors${errors.length > 0 ? ` (${errors[0]})` : ''}`;
    return { isOk: errors.length === 0 && taken !== null, seen };
  }),
};

const garbage: Row = {
  id: 'W8',
  tried: `a peer sends ${MESSAGES} spoilt messages; a third is honest`,
  run: inRoom(async (room): Promise<Outcome> => {
    const pair = await room.pair();
    if (pair === null) return NEVER_MET;
    const [bad, victim] = pair;
    const honest = await room.member('c');
    if ((await exchange(victim, honest, 'third', MEET_LIMIT_MS)) === null) return NEVER_MET;
    await bad.evaluate((count) => globalThis.bench.sendSpoilt(count), MESSAGES);
    await wait(500);
    const errors = await errorsIn(victim);
    const taken = await exchange(victim, honest, 'after', AFTER_LIMIT_MS);
    const isSame =
      taken !== null &&
      (await timeUntil(async () => {
        const marks = await Promise.all(
          [victim, honest].map((page) => page.evaluate(() => globalThis.bench.content())),
        );
        return marks[0] === marks[1];
      }, AFTER_LIMIT_MS)) !== null;
    const spoilt = isSame ? 'the honest two have the same' : 'the honest two differ, or do not reach each other';
    return { isOk: errors.length === 0 && isSame, seen: `${errors.length} uncaught errors, ${spoilt}` };
  }),
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** What that kind of signalling server says to a ping; null where there is none. */
const pinged = (url: string): Promise<string | null> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url);
    const end = (answer: string | null): void => {
      clearTimeout(timer);
      socket.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), 2_000);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'ping' })));
    socket.on('message', (text) => end(String(text)));
    socket.on('error', () => end(null));
  });

const sendBad = (url: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.on('open', () => {
      socket.send('{bad');
      setTimeout(() => socket.close(), 500);
    });
  });

const stockServer = async (): Promise<{ readonly url: string; readonly child: ChildProcess }> => {
  const port = await freePort();
  const child = spawn(process.execPath, [inRoot('node_modules/y-webrtc/bin/server.js')], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  const url = `ws://127.0.0.1:${port}`;
  await timeUntil(async () => (await pinged(url)) !== null, 10_000);
  return { url, child };
};

const badFrame: Row = {
  id: 'W11',
  tried: 'the signalling server gets "{bad"',
  run: async (kind: Kind, stage: Stage): Promise<Outcome> => {
    const stock = kind === 'stock' ? await stockServer() : null;
    const url = stock?.url ?? stage.signalling;
    try {
      await sendBad(url);
      const answer = await pinged(url);
      if (answer !== null) return { isOk: true, seen: 'it answers the next who asks' };
      const exited = await timeUntil(() => Promise.resolve(stock?.child.exitCode !== null), 2_000);
      return {
        isOk: false,
        seen: exited === null ? 'it answers nobody' : `the process exits (${stock?.child.exitCode})`,
      };
    } finally {
      stock?.child.kill('SIGKILL');
    }
  },
};

export const ROWS_OF_STRANGERS: readonly Row[] = [ghosts, bogusAnswer, garbage, badFrame];
