import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Draft, Entry } from '../../../src/domain/entry.ts';
import { asAgentId, asConversationId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import { LOG_ENTRIES_MAX } from '../../../src/domain/limits.ts';
import type { TeamFold } from '../../../src/domain/team-fold.ts';
import { dayOf, deviceOfLog, logKey } from '../../../src/replica/log-key.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { formatEntry } from '../../../src/replica/wire.ts';
import { chaos, everythingIn } from '../../support/chaos.ts';

const ann = asAgentId('ann');
const NOON = asWallMs(Date.UTC(2026, 10, 22, 12));

let tokens = 0;
const token = (): string => {
  tokens += 1;
  return `t${tokens}`;
};

const replicaOn = (doc = new Y.Doc(), device = 'd1'): Replica =>
  new Replica({ doc, device: asDeviceId(device), token });
const say = (text: string): Draft => ({ kind: 'chat', room: 'team', text });
const said = (replica: Replica): string[] => replica.team.chat('team').map(({ text }) => text);
const logsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('logs');
const theLog = (doc: Y.Doc): Y.Array<unknown> => {
  const [log] = logsOf(doc).values();
  if (!(log instanceof Y.Array)) throw new Error('There is a log.');
  return log;
};
const sync = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
const everything = (replica: Replica): unknown => everythingIn(replica.team as TeamFold, NOON);

const wireNote = (id: string, text: string, lamport = 1): Record<string, unknown> => ({
  k: 'chat',
  i: id,
  a: 'ben',
  l: lamport,
  t: NOON,
  o: 'team',
  x: text,
});

describe('[CO1] logs with one writer', () => {
  test('[CO1] a log a day, device and start; nothing is overwritten', () => {
    const doc = new Y.Doc();
    const first = replicaOn(doc);
    first.write(ann, [say('one'), say('two')], NOON);
    first.write(ann, [say('three')], asWallMs(NOON + 86_400_000));
    const again = replicaOn(doc);
    again.write(ann, [say('four')], NOON);
    expect([...logsOf(doc).keys()].map((key) => key.replace(/t\d+$/, '*')).sort()).toEqual([
      '2026-11-22/d1/*',
      '2026-11-22/d1/*',
      '2026-11-23/d1/*',
    ]);
    expect(said(again)).toEqual(['one', 'two', 'three', 'four']);
    expect(said(first)).toEqual(said(again));
  });

  test('[CO1] a log that is full is followed by another: Yjs copies a long run with each push', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    for (let batch = 0; batch < 5; batch += 1) replica.write(ann, Array<Draft>(500).fill(say('x')), NOON);
    const lengths = [...logsOf(doc).values()].map((log) => (log as Y.Array<unknown>).length);
    expect(lengths.sort((a, b) => a - b)).toEqual([500, LOG_ENTRIES_MAX]);
    expect(replica.size).toBe(2_500);
  });

  test('[CO1] the device of an entry is that of its log, whatever the entry says', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    const log = new Y.Array<unknown>();
    logsOf(doc).set('2026-11-22/d2/s', log);
    log.push([{ ...wireNote('e1', 'hi'), device: 'd1', d: 'd1' }]);
    expect(replica.team.chat('team')[0]?.device).toBe('d2');
  });

  test('[CO1] the day is the writer’s own, in UTC; the key names day, device and start', () => {
    const stamps = [0, NOON, Date.UTC(2024, 1, 29), Date.UTC(2023, 11, 31, 23, 59, 59), Date.UTC(2000, 2, 1), 1];
    for (const at of stamps) expect(dayOf(asWallMs(at))).toBe(new Date(at).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (at) => {
        expect(dayOf(asWallMs(at))).toBe(new Date(at).toISOString().slice(0, 10));
      }),
    );
    expect(logKey(NOON, asDeviceId('d1'), 's')).toBe('2026-11-22/d1/s');
    expect(deviceOfLog('2026-11-22/d1/s')).toBe('d1');
    for (const key of [
      '',
      'd1/s',
      '2026-11-22/d1',
      '2026-11-22/d 1/s',
      '2026-11-22/d1/s/x',
      'x/d1/s',
      `2026-11-22/${'d'.repeat(65)}/s`,
    ]) {
      expect(deviceOfLog(key)).toBeNull();
    }
  });

  test('[CO2] each entry of one writing has its own place, in the order it was given', () => {
    const replica = replicaOn();
    const written = replica.write(ann, [say('a'), say('b')], NOON);
    expect(written.map(({ lamport }) => lamport)).toEqual([1, 2]);
    expect(new Set(written.map(({ id }) => id)).size).toBe(2);
    expect(written.every(({ at, agent, device }) => at === NOON && agent === ann && device === 'd1')).toBe(true);
  });
});

describe('[CO3] what reaches a replica', () => {
  test('[CO3] written here, it is in the state when the writing returns, and listeners are told once', () => {
    const replica = replicaOn();
    const told: boolean[] = [];
    replica.subscribe(({ hasChat }) => told.push(hasChat));
    replica.write(ann, [say('one')], NOON);
    expect([said(replica), told]).toEqual([['one'], [true]]);
  });

  test('[CO3] written by a listener, while a change of others is being told, it is in the state at once too', () => {
    const [here, there] = [replicaOn(), replicaOn(new Y.Doc(), 'd2')];
    const seen: string[][] = [];
    const stop = here.subscribe(() => {
      stop();
      here.write(ann, [say('answer')], NOON);
      seen.push(said(here));
      here.write(ann, [say('and more')], NOON);
      seen.push(said(here));
    });
    there.write(asAgentId('ben'), [say('question')], NOON);
    sync(there.doc, here.doc);
    expect(seen).toEqual([
      ['question', 'answer'],
      ['question', 'answer', 'and more'],
    ]);
    sync(here.doc, there.doc);
    expect(said(there)).toEqual(['question', 'answer', 'and more']);
  });

  test('[CO3] loaded whole, or update by update in any order, it is the same', () => {
    const writers = [replicaOn(new Y.Doc(), 'd1'), replicaOn(new Y.Doc(), 'd2')];
    const updates: Uint8Array[] = [];
    for (const { doc } of writers) doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let turn = 0; turn < 20; turn += 1) {
      const writer = writers[turn % 2];
      writer?.write(
        ann,
        [{ kind: 'opened', conversation: asConversationId(`c${turn % 3}`), ...opening }, say(`${turn}`)],
        NOON,
      );
      if (turn % 5 === 0 && writers[0] && writers[1]) sync(writers[0].doc, writers[1].doc);
    }
    const whole = new Y.Doc();
    for (const { doc } of writers) sync(doc, whole);
    const expected = everything(replicaOn(whole));
    fc.assert(
      fc.property(fc.shuffledSubarray(updates, { minLength: updates.length }), (shuffled) => {
        const late = replicaOn();
        for (const update of shuffled) Y.applyUpdate(late.doc, update);
        expect(everything(late)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test(
    '[CO3] any entries at all, written by three devices, are the same on each once they met',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(chaos(40), (entries) => {
          const docs = ['d1', 'd2', 'd3'].map(() => new Y.Doc());
          const replicas = docs.map((doc, index) => replicaOn(doc, `own${index}`));
          const logs = docs.map((doc, index) => logsOf(doc).set(`2026-11-22/d${index + 1}/s`, new Y.Array<unknown>()));
          for (const entry of entries) logs[Number(entry.device.slice(1)) - 1]?.push([formatEntry(entry)]);
          for (const from of docs) for (const to of docs) if (from !== to) sync(from, to);
          for (const from of docs) for (const to of docs) if (from !== to) sync(from, to);
          const [first, ...others] = replicas.map(everything);
          for (const other of others) expect(other).toEqual(first);
          expect(everything(replicaOn(docs[0]))).toEqual(first);
        }),
        { numRuns: 60 },
      );
    },
  );
});

const opening = {
  channel: 'by hand',
  thread: '',
  customer: { key: 'k1', name: 'Mira' },
  subject: 'S',
  priority: 'normal',
  skills: [],
} as const;

describe('[CO7] what others do to the document', () => {
  test('[CO7] logs that are no arrays and keys that are not ours are counted and break nothing', () => {
    const doc = new Y.Doc();
    const logs = logsOf(doc);
    logs.set('2026-11-22/d2/map', new Y.Map());
    logs.set('not a key', new Y.Array());
    const replica = replicaOn(doc);
    logs.set('2026-11-22/d2/text', new Y.Text('hello'));
    logs.set('2026-11-22/d2/number', 5);
    logs.set('2026-11-22/d2/nothing', null);
    (logs.get('2026-11-22/d2/text') as Y.Text).insert(0, 'x');
    (logs.get('2026-11-22/d2/map') as Y.Map<unknown>).set('k', new Y.Array());
    replica.write(ann, [say('still here')], NOON);
    expect(said(replica)).toEqual(['still here']);
    expect([...replica.skipped]).toEqual([['notALog', 5]]);
  });

  test('[CO7] entries that do not parse are skipped, counted by reason, kept and passed on', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    replica.write(ann, [say('one')], NOON);
    const log = theLog(doc);
    log.push([5, { k: 'newer' }, { ...wireNote('e9', 'x'), l: 2 ** 53 }, new Y.Map(), wireNote('e8', 'good', 9)]);
    expect(said(replica)).toEqual(['one', 'good']);
    expect(Object.fromEntries(replica.skipped)).toEqual({ notAnEntry: 1, unknownKind: 2, 'chat.lamport': 1 });
    replica.write(ann, [say('two')], NOON);
    const other = new Y.Doc();
    sync(doc, other);
    expect(theLog(other).length).toBe(7);
    expect(said(replicaOn(other))).toEqual(said(replica));
  });

  test('[CO7] an insert in the middle of a log is read, and what was there counts once', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    replica.write(ann, [say('one'), say('two')], NOON);
    theLog(doc).push([{ k: 'newer' }]);
    theLog(doc).insert(1, [wireNote('e1', 'slipped in', 1)]);
    expect(said(replica).sort()).toEqual(['one', 'slipped in', 'two']);
    expect(replica.size).toBe(3);
    expect([...replica.skipped]).toEqual([['unknownKind', 1]]);
    replica.write(ann, [say('three')], NOON);
    expect(said(replica)).toContain('three');
    expect(everything(replicaOn(doc))).toEqual(everything(replica));
  });

  test('[CO7] a deletion does not disturb what comes after it', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    replica.write(ann, [say('one'), say('two'), say('three')], NOON);
    theLog(doc).delete(0, 2);
    replica.write(ann, [say('four')], NOON);
    expect(said(replica)).toContain('four');
    doc.transact(() => {
      theLog(doc).delete(0, 1);
      theLog(doc).push([wireNote('e5', 'five', 9)]);
    });
    expect(said(replica)).toContain('five');
  });

  test('[CO7] a log that somebody replaced is read from its beginning', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    const log = new Y.Array<unknown>();
    logsOf(doc).set('2026-11-22/d2/s', log);
    log.push([wireNote('e1', 'one'), wireNote('e2', 'two')]);
    const other = new Y.Array<unknown>();
    other.push([wireNote('e3', 'three'), wireNote('e4', 'four'), wireNote('e5', 'five')]);
    logsOf(doc).set('2026-11-22/d2/s', other);
    expect(said(replica)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  test('[CO7] a replica whose own log was taken away writes into a new one', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    replica.write(ann, [say('one')], NOON);
    const [key = ''] = logsOf(doc).keys();
    logsOf(doc).delete(key);
    replica.write(ann, [say('two')], NOON);
    const other = new Y.Doc();
    sync(doc, other);
    expect(said(replicaOn(other))).toEqual(['two']);
    expect(replica.skipped.size).toBe(0);
  });

  test('[CO2] a counter forged up to its bound stops nobody from writing', () => {
    const doc = new Y.Doc();
    const replica = replicaOn(doc);
    const log = new Y.Array<unknown>();
    logsOf(doc).set('2026-11-22/d2/s', log);
    log.push([wireNote('e1', 'greatest', 2 ** 40)]);
    const written: readonly Entry[] = replica.write(ann, [say('one'), say('two')], NOON);
    expect(written.map(({ lamport }) => lamport)).toEqual([2 ** 40, 2 ** 40]);
    expect(said(replica)).toHaveLength(3);
  });
});
