import { describe, expect, it } from 'vitest';
import { IMPORT_BATCH } from '../../../src/domain/limits.ts';
import type { NewConversation } from '../../../src/engine/desk-types.ts';
import { dialogues } from '../../../src/intake/dialogues.ts';
import type { SourceFile, WayOf } from '../../../src/intake/file-ways.ts';
import { type ImportOptions, type ImportTarget, runImport } from '../../../src/intake/import.ts';
import type { FileReport, ImportProgress } from '../../../src/intake/import-report.ts';
import type { ByteSource } from '../../../src/intake/intake.ts';
import { MAX_SKIPS_NAMED } from '../../../src/intake/skip-list.ts';
import { dialogueLine, endlessSource, sourceOf } from '../../support/byte-source.ts';

/** A desk that knows conversations by their thread, and can stop keeping them. */
class TestDesk implements ImportTarget {
  readonly batches: NewConversation[][] = [];
  readonly #known = new Set<string | null>();
  saves = 0;
  isKeeping = true;

  async ready(): Promise<void> {}

  importBatch(conversations: readonly NewConversation[]): { isNew: readonly boolean[] } {
    const isNew = conversations.map(({ thread }) => !this.#known.has(thread) && this.#known.add(thread) !== undefined);
    this.batches.push([...conversations]);
    return { isNew };
  }

  async saved(): Promise<boolean> {
    this.saves += 1;
    return this.isKeeping;
  }
}

const named = (source: ByteSource, name = 'a.jsonl'): SourceFile => ({
  name,
  type: '',
  size: source.size,
  stream: () => source.stream(),
});

const importOne = (source: ByteSource, desk: ImportTarget, options?: ImportOptions) =>
  runImport([named(source)], () => dialogues, desk, options);

const fileOf = (count: number, turns = 15): string =>
  Array.from({ length: count }, (_, index) => dialogueLine(`d-${index}`, turns)).join('\n');

const entriesOf = (batch: readonly NewConversation[]): number =>
  batch.reduce((sum, { messages }) => sum + messages.length + 1, 0);

describe('an import', () => {
  it('brings all in, in batches of about 500 entries', async () => {
    const desk = new TestDesk();
    const report = await importOne(sourceOf(fileOf(400)), desk);
    expect(report).toEqual({
      imported: 400,
      known: 0,
      skipped: 0,
      ended: 'complete',
      files: [{ name: 'a.jsonl', imported: 400, known: 0, skipped: { total: 0, byReason: {}, first: [] } }],
      fileCount: 1,
      isSaved: true,
    });
    const sizes = desk.batches.map(entriesOf);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(IMPORT_BATCH);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(IMPORT_BATCH - 20);
  });

  it('gives one conversation above the batch a batch of its own', async () => {
    const desk = new TestDesk();
    const content = [dialogueLine('a'), dialogueLine('b', IMPORT_BATCH * 2), dialogueLine('c')].join('\n');
    await importOne(sourceOf(content), desk);
    expect(desk.batches.map((batch) => batch.map(({ thread }) => thread))).toEqual([['a'], ['b'], ['c']]);
  });

  it('[QU1] of the same file twice makes nothing twice', async () => {
    const desk = new TestDesk();
    await importOne(sourceOf(fileOf(100)), desk);
    const second = await importOne(sourceOf(fileOf(100)), desk);
    expect(second).toMatchObject({ imported: 0, known: 100, ended: 'complete' });
  });

  it('tells how far it is, and never goes back', async () => {
    const seen: ImportProgress[] = [];
    const source = sourceOf(fileOf(500));
    await importOne(source, new TestDesk(), { onProgress: (progress) => seen.push(progress) });
    const fractions = seen.map((progress) => progress.fraction);
    expect(fractions.length).toBeGreaterThan(10);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(seen.at(-1)).toMatchObject({ imported: 500, bytes: source.size });
  });

  it('stops when asked, keeps what is in and says so', async () => {
    const desk = new TestDesk();
    const stop = new AbortController();
    const onProgress = ({ imported }: ImportProgress): void => {
      if (imported >= 90) stop.abort();
    };
    const report = await importOne(sourceOf(fileOf(1000)), desk, { signal: stop.signal, onProgress });
    expect(report).toMatchObject({ ended: 'cancelled', isSaved: true });
    expect(report.imported).toBeGreaterThanOrEqual(90);
    expect(report.imported).toBeLessThan(160);
    expect(desk.batches.flat()).toHaveLength(report.imported);
  });

  it('lets the page have its turn after every batch, and waits for storage', async () => {
    const desk = new TestDesk();
    let turns = 0;
    let isRunning = true;
    const count = (): void => {
      turns += 1;
      if (isRunning) setImmediate(count);
    };
    setImmediate(count);
    await importOne(sourceOf(fileOf(1000)), desk);
    isRunning = false;
    expect(turns).toBeGreaterThanOrEqual(desk.batches.length);
    expect(desk.saves).toBeGreaterThanOrEqual(Math.floor(desk.batches.length / 8));
  });

  it('counts what it left out by reason and names the first hundred', async () => {
    const content = [...Array.from({ length: 3000 }, () => '{broken'), dialogueLine('1'), '{}'].join('\n');
    const { imported, skipped: left, files } = await importOne(sourceOf(content), new TestDesk());
    expect([imported, left]).toEqual([1, 3001]);
    const [{ skipped }] = files as readonly [FileReport];
    expect(skipped.total).toBe(3001);
    expect(skipped.byReason).toEqual({ invalidJson: 3000, wrongShape: 1 });
    expect(skipped.first).toHaveLength(MAX_SKIPS_NAMED);
    expect(skipped.first.at(-1)).toEqual({ line: 100, reason: 'invalidJson' });
  });

  it.each([
    ['', 'emptyFile'],
    ['\0\0\0', 'notText'],
  ])('of a file that holds nothing says why: %j', async (content, reason) => {
    const report = await importOne(sourceOf(content), new TestDesk());
    expect(report).toMatchObject({
      imported: 0,
      ended: 'complete',
      files: [{ skipped: { total: 1, first: [{ line: 1, reason }] } }],
    });
  });

  it('keeps what it had read where the file goes away under way', async () => {
    const source = endlessSource(1000, (index) => {
      if (index === 1) throw new DOMException('The file is gone.', 'NotReadableError');
      return new TextEncoder().encode(`${dialogueLine('1')}\n${dialogueLine('2')}\n`);
    });
    const report = await importOne(source, new TestDesk());
    expect(report).toMatchObject({ imported: 2, ended: 'complete', isSaved: true });
    expect(report.files[0]?.skipped.byReason).toEqual({ unreadable: 1 });
  });

  it('says where nothing could be kept on this device', async () => {
    const desk = new TestDesk();
    desk.isKeeping = false;
    expect(await importOne(sourceOf(fileOf(3)), desk)).toMatchObject({ imported: 3, isSaved: false });
  });

  it('ends with a report where the desk fails', async () => {
    const desk = new TestDesk();
    desk.importBatch = () => {
      throw new Error('a bug');
    };
    expect(await importOne(sourceOf(fileOf(300)), desk)).toMatchObject({ imported: 0, ended: 'failed' });
  });

  it('gets through 500 MB in one line without holding it', { timeout: 20_000 }, async () => {
    const piece = new Uint8Array(4 * 1024 * 1024).fill(0x78);
    const pieces = 125;
    const source = endlessSource(pieces * piece.length, (index) => (index < pieces ? piece : null));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const onProgress = (): void => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    };
    const report = await importOne(source, new TestDesk(), { onProgress });
    expect(report).toMatchObject({ imported: 0, files: [{ skipped: { byReason: { lineTooLong: 1 } } }] });
    expect(most).toBeLessThan(50_000_000);
  });

  it('[WI2] waits until the log is read, and can be stopped meanwhile', async () => {
    const desk = new TestDesk();
    let open: () => void = () => undefined;
    desk.ready = () => new Promise((resolve) => (open = resolve));
    const waiting = importOne(sourceOf(fileOf(3)), desk);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(desk.batches).toEqual([]);
    open();
    expect(await waiting).toMatchObject({ imported: 3, ended: 'complete' });

    const stop = new AbortController();
    const stopped = importOne(sourceOf(fileOf(3)), desk, { signal: stop.signal });
    stop.abort();
    expect(await stopped).toMatchObject({ imported: 0, ended: 'cancelled', files: [] });
  });

  it('[WI2] tells of each of many files: taken, known, refused, of no kind that it knows, and goes on', async () => {
    const desk = new TestDesk();
    const gone = endlessSource(10, () => {
      throw new DOMException('The file is gone.', 'NotReadableError');
    });
    const files = [
      named(sourceOf(fileOf(2)), 'two.jsonl'),
      named(gone, 'gone.jsonl'),
      named(sourceOf('x'), 'x.pdf'),
      named(sourceOf(fileOf(2)), 'again.jsonl'),
    ];
    const wayOf: WayOf = ({ name }) => (name.endsWith('.pdf') ? null : dialogues);
    const report = await runImport(files, wayOf, desk);
    expect(report).toMatchObject({ imported: 2, known: 2, skipped: 2, fileCount: 4, ended: 'complete' });
    expect(report.files.map(({ name, imported, known, skipped }) => [name, imported, known, skipped.byReason])).toEqual(
      [
        ['two.jsonl', 2, 0, {}],
        ['gone.jsonl', 0, 0, { unreadable: 1 }],
        ['x.pdf', 0, 0, { unknownFile: 1 }],
        ['again.jsonl', 0, 2, {}],
      ],
    );
  });
});
