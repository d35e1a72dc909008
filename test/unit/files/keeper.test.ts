import { describe, expect, test } from 'vitest';

import { FileKeeper } from '../../../src/files/keeper.ts';
import { MemoryFiles } from '../../../src/files/memory-files.ts';
import { describeFile, type Bytes, type SentFile } from '../../../src/files/sent-file.ts';

const text = (words: string): Bytes => new TextEncoder().encode(words);

/** Rings at once what is short, and the rest when told. */
class Time {
  #later: (() => void)[] = [];
  after(ms: number, ring: () => void): () => void {
    if (ms <= 1_000) queueMicrotask(ring);
    else this.#later.push(ring);
    return () => (this.#later = this.#later.filter((each) => each !== ring));
  }
  ring(): void {
    for (const ring of this.#later.splice(0)) ring();
  }
}

const soon = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

const world = () => {
  const time = new Time();
  const named = new Map<string, SentFile>();
  const teammates = new Map<string, Bytes>();
  const asked: string[] = [];
  const hearers = new Set<() => void>();
  const events = new Set<(event: { kind: string }) => void>();
  let find: (hash: string) => Promise<Bytes | null> = () => Promise.resolve(null);
  const open = async (store = new MemoryFiles()): Promise<FileKeeper> => {
    const keeper = new FileKeeper({
      store,
      timers: time,
      carrier: {
        async fetchFile({ hash, name }, told) {
          asked.push(name);
          const bytes = teammates.get(hash) ?? null;
          if (bytes !== null) told(bytes.length);
          return bytes;
        },
        giveFiles: (from) => (find = from),
        subscribe: (listener) => {
          events.add(listener);
          return () => events.delete(listener);
        },
      },
      files: () => named,
      onFiles: (listener) => {
        hearers.add(listener);
        return () => hearers.delete(listener);
      },
    });
    await keeper.start();
    return keeper;
  };
  const name = async (words: string, isThere = true): Promise<SentFile> => {
    const file = await describeFile(`${words}.txt`, text(words));
    named.set(file.hash, file);
    if (isThere) teammates.set(file.hash, text(words));
    for (const hear of hearers) hear();
    return file;
  };
  return {
    time,
    named,
    teammates,
    asked,
    open,
    name,
    give: (hash: string) => find(hash),
    say: (kind: string) => [...events].forEach((listener) => listener({ kind })),
  };
};

describe('[FI2] every file that the log names comes to this device', () => {
  test('the newest first, each once; what is here is given to others', async () => {
    const { open, name, asked, give } = world();
    const files = [await name('one'), await name('two'), await name('three')];
    const keeper = await open();
    await soon();
    expect(asked).toEqual(['three.txt', 'two.txt', 'one.txt']);
    for (const { hash } of files) expect(keeper.stateOf(hash)).toBe('here');
    expect(await give(files[0]?.hash ?? '')).toEqual(text('one'));
    expect(await give('unknown')).toBeNull();
  });

  test('one that is named later is fetched then', async () => {
    const { open, name, asked } = world();
    const keeper = await open();
    const file = await name('later');
    await soon();
    expect(keeper.stateOf(file.hash)).toBe('here');
    expect(asked).toEqual(['later.txt']);
  });

  test('what somebody looks at goes first', async () => {
    const { open, name, asked, teammates, time } = world();
    const keeper = await open();
    const [old] = [await name('old', false), await name('new', false)];
    await soon();
    asked.length = 0;
    teammates.set(old.hash, text('old'));
    keeper.want(old.hash);
    await soon();
    expect(asked).toEqual(['old.txt']);
    expect(keeper.stateOf(old.hash)).toBe('here');
    time.ring();
    await soon();
    expect(asked).toEqual(['old.txt', 'new.txt']);
  });

  test('what nobody brings is asked for again when a peer comes, and after a while; not all the time', async () => {
    const { open, name, asked, say, time } = world();
    const keeper = await open();
    const file = await name('rare', false);
    await soon();
    expect(keeper.stateOf(file.hash)).toBe('awaited');
    expect(asked).toEqual(['rare.txt']);
    say('heard');
    await soon();
    expect(asked.length).toBe(1);
    say('caughtUp');
    await soon();
    expect(asked.length).toBe(2);
    time.ring();
    await soon();
    expect(asked.length).toBe(3);
  });

  test('where there is no room, what nobody looks at is left, and what is looked at is tried', async () => {
    const { open, name, asked } = world();
    const full = new MemoryFiles();
    full.keep = () => Promise.resolve(false);
    const keeper = await open(full);
    const first = await name('first');
    await name('second');
    await soon();
    expect(asked).toEqual(['first.txt']);
    keeper.want(first.hash);
    await soon();
    expect(asked).toEqual(['first.txt', 'first.txt']);
    expect(keeper.stateOf(first.hash)).toBe('awaited');
    expect(await keeper.add('mine.txt', text('mine'))).toEqual({ ok: false, why: 'notKept' });
  });

  test('[FI3] what is attached is judged', async () => {
    const keeper = await world().open();
    expect(await keeper.add('a.exe', text('MZ'))).toEqual({ ok: false, why: 'program' });
    const added = await keeper.add('a.txt', text('a'));
    expect(added.ok && keeper.stateOf(added.file.hash)).toBe('here');
  });

  test('one that is damaged on this device is fetched from a teammate', async () => {
    const { open, name } = world();
    const store = new MemoryFiles();
    const file = await name('hurt');
    const keeper = await open(store);
    await soon();
    await store.erase();
    expect(await keeper.read(file.hash)).toBeNull();
    await soon();
    expect(await keeper.read(file.hash)).toEqual(text('hurt'));
  });

  test('once closed it asks for nothing and gives nothing', async () => {
    const { open, name, asked, give } = world();
    const keeper = await open();
    const file = await name('kept');
    await soon();
    keeper.close();
    await name('after');
    await soon();
    expect(asked).toEqual(['kept.txt']);
    expect(await give(file.hash)).toBeNull();
  });
});
