import { describe, expect, test } from 'vitest';

import { MAX_FILE_BYTES, MAX_NAME } from '../../../src/domain/limits.ts';
import { PART_BYTES, parseFileMessage, writeFileMessage } from '../../../src/files/parts.ts';
import { describeFile, isSentFile, type Bytes, type SentFile } from '../../../src/files/sent-file.ts';
import { FileTraffic } from '../../../src/files/traffic.ts';

/** Time that goes on only when told. */
class Time {
  #now = 0;
  #bells: { readonly at: number; readonly ring: () => void }[] = [];

  after(ms: number, ring: () => void): () => void {
    const bell = { at: this.#now + ms, ring };
    this.#bells.push(bell);
    return () => (this.#bells = this.#bells.filter((each) => each !== bell));
  }

  pass(ms: number): void {
    this.#now += ms;
    const due = this.#bells.filter(({ at }) => at <= this.#now);
    this.#bells = this.#bells.filter(({ at }) => at > this.#now);
    for (const { ring } of due) ring();
  }
}

interface Side {
  readonly traffic: FileTraffic;
  readonly sent: Uint8Array[];
  queuedBytes: number;
}

/** Two ends of one connection. `onWay` may change or swallow a message. */
const pair = (
  time: Time,
  files: ReadonlyMap<string, Bytes>,
  onWay: (message: Uint8Array) => Uint8Array | null = (message) => message,
): { readonly taker: Side; readonly giver: Side; finds: number } => {
  const result = { finds: 0 } as { taker: Side; giver: Side; finds: number };
  const sideOf = (other: () => Side, find: (hash: string) => Promise<Bytes | null>): Side => {
    const sent: Uint8Array[] = [];
    const side: Side = {
      sent,
      queuedBytes: 0,
      traffic: new FileTraffic({
        timers: time,
        find,
        line: {
          get queuedBytes() {
            return side.queuedBytes;
          },
          post(message) {
            sent.push(message);
            const arrives = onWay(message);
            if (arrives !== null) queueMicrotask(() => other().traffic.heard(arrives));
          },
        },
      }),
    };
    return side;
  };
  const taker = sideOf(
    () => result.giver,
    () => Promise.resolve(null),
  );
  const giver = sideOf(
    () => result.taker,
    (hash) => {
      result.finds += 1;
      return Promise.resolve(files.get(hash) ?? null);
    },
  );
  return Object.assign(result, { taker, giver });
};

const soon = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

const someBytes = (length: number): Bytes => Uint8Array.from({ length }, (_, index) => (index * 31 + 7) % 251);

const described = async (length: number): Promise<{ file: SentFile; bytes: Bytes; all: Map<string, Bytes> }> => {
  const bytes = someBytes(length);
  const file = await describeFile('a.txt', bytes);
  return { file, bytes, all: new Map([[file.hash, bytes]]) };
};

describe('[FI2] a file comes over one connection', () => {
  test.each([1, PART_BYTES, PART_BYTES + 1, 20 * PART_BYTES + 5, MAX_FILE_BYTES])('%i bytes, whole', async (length) => {
    const { file, bytes, all } = await described(length);
    const both = pair(new Time(), all);
    const heard: number[] = [];
    const got = await both.taker.traffic.fetch(file, (received) => heard.push(received));
    expect(got?.length).toBe(length);
    expect(Buffer.from(got ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard.at(-1)).toBe(length);
    expect(both.finds).toBe(1);
  });

  test('no more than a few parts are under way', async () => {
    const { file, all } = await described(50 * PART_BYTES);
    const both = pair(new Time(), all, () => null);
    void both.taker.traffic.fetch(file);
    await soon();
    expect(both.taker.sent.length).toBe(8);
  });

  test('who does not have it says so at once, and may have it a moment later', async () => {
    const { file, bytes } = await described(10);
    const all = new Map<string, Bytes>();
    const both = pair(new Time(), all);
    expect(await both.taker.traffic.fetch(file)).toBeNull();
    all.set(file.hash, bytes);
    expect(await both.taker.traffic.fetch(file)).toEqual(bytes);
  });

  test('other bytes than those asked for are not handed over', async () => {
    const { file, bytes } = await described(1_000);
    const both = pair(new Time(), new Map([[file.hash, bytes.map((byte) => byte ^ 1)]]));
    expect(await both.taker.traffic.fetch(file)).toBeNull();
  });

  test.each([
    ['longer', (bytes: Bytes): Bytes => Uint8Array.from([...bytes, 1])],
    ['shorter', (bytes: Bytes): Bytes => bytes.slice(1)],
  ])('a %s one is given up', async (_, change) => {
    const { file, bytes } = await described(1_000);
    const both = pair(new Time(), new Map([[file.hash, change(bytes)]]));
    expect(await both.taker.traffic.fetch(file)).toBeNull();
  });

  test('who falls silent is given up, and the next file comes', async () => {
    const { file, bytes, all } = await described(3 * PART_BYTES);
    const time = new Time();
    let isSilent = true;
    const both = pair(time, all, (message) => (isSilent ? null : message));
    const first = both.taker.traffic.fetch(file);
    await soon();
    time.pass(8_000);
    expect(await first).toBeNull();
    isSilent = false;
    expect(await both.taker.traffic.fetch(file)).toEqual(bytes);
  });

  test('while other things wait to go out, files wait', async () => {
    const { file, bytes, all } = await described(100);
    const time = new Time();
    const both = pair(time, all);
    both.giver.queuedBytes = 1_000_000;
    const coming = both.taker.traffic.fetch(file);
    await soon();
    expect(both.giver.sent.length).toBe(0);
    both.giver.queuedBytes = 0;
    time.pass(10);
    expect(await coming).toEqual(bytes);
  });

  test('a connection that ends gives null, also to those that wait', async () => {
    const { file, all } = await described(100);
    const both = pair(new Time(), all, () => null);
    const waiting = [both.taker.traffic.fetch(file), both.taker.traffic.fetch(file)];
    await soon();
    both.taker.traffic.close();
    expect(await Promise.all(waiting)).toEqual([null, null]);
  });

  test('who asks for far more than anybody does is answered no more than that', async () => {
    const { file } = await described(100);
    const time = new Time();
    const both = pair(time, new Map());
    both.giver.queuedBytes = 1_000_000;
    const ask = writeFileMessage({ kind: 'ask', hash: file.hash, at: 0 });
    for (let turn = 0; turn < 500; turn += 1) both.giver.traffic.heard(ask);
    both.giver.queuedBytes = 0;
    time.pass(10);
    await soon();
    expect(both.giver.sent.length).toBe(32);
  });
});

describe('[FI2] what no version sends is refused', () => {
  const hash = 'A'.repeat(43);
  const part = writeFileMessage({ kind: 'part', hash, at: 5, bytes: Uint8Array.of(1, 2, 3) });

  test('what was written is read', () => {
    expect(parseFileMessage(part)).toEqual({ kind: 'part', hash, at: 5, bytes: Uint8Array.of(1, 2, 3) });
  });

  test.each([
    ['empty', new Uint8Array()],
    ['cut short', part.subarray(0, 30)],
    ['a part of nothing', part.subarray(0, 37)],
    ['an ask with something behind it', Uint8Array.from([1, ...part.subarray(1)])],
    ['of an unknown kind', Uint8Array.from([9, ...part.subarray(1)])],
    ['far behind the end', writeFileMessage({ kind: 'ask', hash, at: MAX_FILE_BYTES })],
    ['too large', writeFileMessage({ kind: 'part', hash, at: 0, bytes: new Uint8Array(PART_BYTES + 1) })],
  ])('%s', (_, message) => {
    expect(parseFileMessage(message)).toBeNull();
  });
});

describe('[FI1] what is said of a file', () => {
  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['in\u202Egnp.exe\u0000.txt', 'ingnp.exe.txt'],
    ['  ', 'file'],
    [`${'x'.repeat(500)}.txt`, `${'x'.repeat(MAX_NAME - 4)}.txt`],
  ])('%s is called %s', async (name, called) => {
    expect((await describeFile(name, someBytes(3))).name).toBe(called);
  });

  test('is bounded', async () => {
    const { file } = await described(3);
    expect(isSentFile(file)).toBe(true);
    const wrong = [
      null,
      'a',
      { ...file, name: '' },
      { ...file, name: 'x'.repeat(MAX_NAME + 1) },
      { ...file, bytes: 0 },
      { ...file, bytes: 1.5 },
      { ...file, bytes: MAX_FILE_BYTES + 1 },
      { ...file, hash: 'short' },
      { ...file, hash: 7 },
    ];
    expect(wrong.filter(isSentFile)).toEqual([]);
  });
});
