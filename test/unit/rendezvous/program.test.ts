// The program behind `npm start`, built and run as one: what it prints, how it ends.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { buildRendezvous } from '../../../tools/build.mjs';

const folder = fileURLToPath(new URL('../../../dist/.program-test', import.meta.url));
const children: ChildProcess[] = [];

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

const run = (args: readonly string[], environment: Readonly<Record<string, string>>): Run => {
  const child = spawn(process.execPath, [`${folder}/rendezvous/main.js`, ...args], {
    env: { ...process.env, HOST: '127.0.0.1', CI: 'true', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (output += part.toString()));
  return { child, output: () => output, ended: new Promise((resolve) => child.on('close', resolve)) };
};

beforeAll(async () => {
  mkdirSync(`${folder}/app`, { recursive: true });
  writeFileSync(`${folder}/app/index.html`, '<title>Deskmesh</title>');
  await buildRendezvous(`${folder}/rendezvous`);
}, 60_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it prints where the desk is, serves it there, and Ctrl-C ends it cleanly', async () => {
  const program = run([], { PORT: '0' });
  await expect.poll(program.output, { timeout: 10_000 }).toMatch(/Deskmesh is at http:\/\/localhost:\d+\//);
  const url = /http:\/\/localhost:\d+\//.exec(program.output())?.[0] ?? '';
  expect(await (await fetch(url)).text()).toContain('Deskmesh');
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
}, 20_000);

test('--lan prints the rendezvous addresses of this machine and what colleagues do, and serves them for invites', async () => {
  const program = run(['--lan'], { PORT: '0' });
  await expect.poll(program.output, { timeout: 10_000 }).toContain('Ctrl-C');
  const port = /localhost:(\d+)/.exec(program.output())?.[1] ?? '';
  const served: unknown = await (await fetch(`http://127.0.0.1:${port}/rendezvous.json`)).json();
  const printed = program.output().match(/ws:\/\/\S+/g) ?? [];
  expect(served).toEqual({ addresses: printed });
  const sentence = printed.length === 0 ? 'no address on a local network' : '"npm start" on their own laptop';
  expect(program.output()).toContain(sentence);
}, 20_000);

test('a port that is taken is one clear sentence, not a stack', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const program = run([], { PORT: String(port) });
  expect(await program.ended).toBe(1);
  expect(program.output()).toBe(
    `Port ${port} is already in use. Stop the program that has it, or choose another: PORT=${port + 1} npm start\n`,
  );
  holder.close();
}, 20_000);

test.each([
  ['a PORT that is none', [], { PORT: 'eighty' }, 'PORT is "eighty"'],
  ['a HOST that this machine does not have', [], { PORT: '0', HOST: '203.0.113.7' }, 'no address 203.0.113.7'],
  ['an option that does not exist', ['--wan'], {}, 'no option "--wan"'],
])(
  '%s is one clear sentence',
  async (_, args, environment, sentence) => {
    const program = run(args, environment as Readonly<Record<string, string>>);
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(sentence);
    expect(program.output().trim().split('\n')).toHaveLength(1);
  },
  20_000,
);
