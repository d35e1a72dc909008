import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry.ts';
import { asDeviceId } from '../../../src/domain/ids.ts';
import { MAX_ID, MAX_LAMPORT, MAX_LASTED_MS, MAX_NAME, MAX_REPLACES, MAX_TEXT } from '../../../src/domain/limits.ts';
import { formatEntry, parseEntry } from '../../../src/replica/wire.ts';
import { chaos } from '../../support/chaos.ts';
import { Log } from '../../support/log.ts';

const device = asDeviceId('d1');
const entryOf = (wire: unknown) => {
  const parsed = parseEntry(wire, device);
  return parsed.ok ? parsed.entry : parsed.reason;
};

const note = { k: 'note', i: 'e1', a: 'ann', l: 1, t: 1_000_000, c: 'c1', x: 'Hm' };

describe('[CO7] an entry as it lies in the document', () => {
  test('[CO7] every entry comes back as it was written, on the device of its log', () => {
    fc.assert(
      fc.property(chaos(), (entries) => {
        for (const entry of entries) {
          const parsed = parseEntry(JSON.parse(JSON.stringify(formatEntry(entry))), entry.device);
          const expected: Entry = { ...entry };
          expect(parsed).toEqual({ ok: true, entry: expected });
        }
      }),
    );
  });

  test('[CO1] what is stored as is stays: old documents are read by every later version', () => {
    const log = new Log();
    const one = log.conversation('c1', { customer: 'Mira', skills: ['tax'] });
    one.offer('ann');
    one.close('ann', 2);
    log.choose('ann', 'ready');
    expect(log.entries.map(formatEntry)).toEqual([
      {
        k: 'opened',
        i: 'e1',
        a: 'intake',
        l: 1,
        t: 1_001_000,
        c: 'c1',
        ch: 'by hand',
        th: '',
        cu: { key: 'key of Mira', name: 'Mira' },
        s: 'A late parcel',
        p: 'normal',
        sk: ['tax'],
      },
      {
        k: 'assigned',
        i: 'e2',
        a: 'dispatcher',
        l: 2,
        t: 1_002_000,
        c: 'c1',
        b: null,
        o: 'ann',
        r: 0,
        y: { rule: 'only', load: 0, eligible: 1, nextBest: null },
      },
      { k: 'closed', i: 'e3', a: 'ann', l: 3, t: 1_003_000, c: 'c1', b: 'e2', n: 2 },
      { k: 'status', i: 'e4', a: 'ann', l: 4, t: 1_004_000, of: 'ann', v: 'ready', re: [], y: 'person' },
    ]);
  });

  test('[CO7] nothing that lies there makes it throw, and what it takes it gives back', () => {
    const keys = fc.constantFrom(
      ...'k i a l t c b o x of n r p y u w v re f ch th cu s sk __proto__ constructor'.split(' '),
    );
    const kinds = fc.constantFrom(
      'opened',
      'reply',
      'assigned',
      'closed',
      'status',
      'chat',
      'joined',
      'new kind',
      '__proto__',
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      kinds,
      fc.integer(),
      fc.constantFrom(2 ** 53, -1, 2 ** 40, Number.NaN),
    );
    const likeAnEntry = fc.dictionary(keys, values, { maxKeys: 14 });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything(), likeAnEntry), (wire) => {
        const parsed = parseEntry(wire, device);
        if (!parsed.ok) return;
        expect(parseEntry(formatEntry(parsed.entry), device)).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('[CO7] a kind it does not know is refused, unless it brings its outcome and strength', () => {
    expect(entryOf({ ...note, k: 'escalated' })).toBe('unknownKind');
    expect(entryOf({ ...note, k: undefined })).toBe('unknownKind');
    const newer = { ...note, k: 'escalated', b: null, u: { state: 'active', owner: 'ben' }, w: 4 };
    expect(entryOf(newer)).toMatchObject({ kind: 'unknownRouting', name: 'escalated', strength: 4 });
    expect(entryOf({ ...newer, w: 6 })).toBe('unknownRouting.strength');
    expect(entryOf({ ...newer, u: { state: 'active' } })).toBe('unknownRouting.outcome');
    expect(entryOf({ ...newer, u: { state: 'lost', owner: 'ben' } })).toBe('unknownRouting.outcome');
    expect(entryOf({ ...newer, k: 'note' })).toMatchObject({ kind: 'note' });
  });

  test('[CO7] fields of a newer version in a kind it knows do not disturb it', () => {
    expect(entryOf({ ...note, mood: 'good' })).toEqual(entryOf(note));
  });
});

describe('[CO2] the header is bounded', () => {
  test.for([
    { what: 'a negative counter', wrong: { l: -1 }, reason: 'note.lamport' },
    { what: 'half a counter', wrong: { l: 1.5 }, reason: 'note.lamport' },
    { what: 'a counter above 2^40', wrong: { l: 2 ** 40 + 1 }, reason: 'note.lamport' },
    { what: 'a counter of 2^53', wrong: { l: 2 ** 53 }, reason: 'note.lamport' },
    { what: 'a counter that is text', wrong: { l: '1' }, reason: 'note.lamport' },
    { what: 'no id', wrong: { i: undefined }, reason: 'note.id' },
    { what: 'an empty id', wrong: { i: '' }, reason: 'note.id' },
    { what: 'an id too long', wrong: { i: 'x'.repeat(MAX_ID + 1) }, reason: 'note.id' },
    { what: 'nobody who wrote it', wrong: { a: null }, reason: 'note.agent' },
    { what: 'a stamp before 1970', wrong: { t: -1 }, reason: 'note.at' },
    { what: 'a stamp that is no number', wrong: { t: Number.NaN }, reason: 'note.at' },
    { what: 'a stamp after the year 9999', wrong: { t: 1e15 }, reason: 'note.at' },
  ])('[CO2] $what does not parse', ({ wrong, reason }) => {
    expect(entryOf({ ...note, ...wrong })).toBe(reason);
  });

  test('[CO2] the greatest counter itself does', () => {
    expect(entryOf({ ...note, l: MAX_LAMPORT })).toMatchObject({ lamport: 2 ** 40 });
  });
});

describe('[CO7] every field is bounded', () => {
  const status = { ...note, k: 'status', of: 'ann', v: 'ready', re: [], y: 'person' };
  const opened = { ...note, k: 'opened', ch: 'email', th: '', cu: { key: 'k', name: 'n' }, s: '', p: 'low', sk: [] };
  const settings = { ...note, k: 'settings', p: { capacity: 3 } };
  const mail = { id: 'a@x', from: 'a@b', sentAt: null, files: [{ name: 'bill.pdf', bytes: 10 }] };
  const file = { name: 'bill.pdf', bytes: 10, hash: 'A'.repeat(43) };
  const withFiles = { ...note, k: 'message', f: 'customer', fi: [file] };
  const mailed = { ...note, k: 'message', f: 'customer', ml: mail };

  test('[CO7] what an e-mail and a call bring comes back as it was written', () => {
    for (const wire of [mailed, { ...opened, du: 240_000 }, withFiles, { ...note, k: 'reply', b: null, fi: [file] }]) {
      const parsed = parseEntry(wire, device);
      if (!parsed.ok) throw new Error(parsed.reason);
      expect(formatEntry(parsed.entry)).toEqual({ ...wire, ...(wire.k === 'opened' ? { x: undefined } : {}) });
    }
  });

  test.for([
    { wire: { ...note, x: 'x'.repeat(MAX_TEXT + 1) }, reason: 'note.text' },
    { wire: { ...note, c: 5 }, reason: 'note.conversation' },
    { wire: { ...status, v: 'out' }, reason: 'status.intent' },
    { wire: { ...status, re: Array(MAX_REPLACES + 1).fill('e1') }, reason: 'status.replaces' },
    { wire: { ...status, re: 'e1' }, reason: 'status.replaces' },
    { wire: { ...status, x: 'x'.repeat(201) }, reason: 'status.why' },
    { wire: { ...opened, cu: { key: 'k' } }, reason: 'opened.customer' },
    { wire: { ...opened, cu: null }, reason: 'opened.customer' },
    { wire: { ...opened, p: 'asap' }, reason: 'opened.priority' },
    { wire: { ...opened, sk: [''] }, reason: 'opened.skills' },
    { wire: { ...opened, du: -1 }, reason: 'opened.lasted' },
    { wire: { ...opened, du: MAX_LASTED_MS + 1 }, reason: 'opened.lasted' },
    { wire: { ...withFiles, fi: file }, reason: 'message.files' },
    { wire: { ...withFiles, fi: Array(6).fill(file) }, reason: 'message.files' },
    { wire: { ...withFiles, fi: [{ ...file, name: '' }] }, reason: 'message.files' },
    { wire: { ...withFiles, fi: [{ ...file, bytes: 0 }] }, reason: 'message.files' },
    { wire: { ...withFiles, fi: [{ ...file, bytes: 5 * 1024 * 1024 + 1 }] }, reason: 'message.files' },
    { wire: { ...withFiles, fi: [{ ...file, hash: 'A' }] }, reason: 'message.files' },
    { wire: { ...mailed, ml: 'a@x' }, reason: 'message.mail' },
    { wire: { ...mailed, ml: { ...mail, from: 'x'.repeat(321) } }, reason: 'message.mail' },
    { wire: { ...mailed, ml: { ...mail, files: Array(101).fill(mail.files[0]) } }, reason: 'message.mail' },
    { wire: { ...mailed, ml: { ...mail, files: [{ name: 'bill.pdf', bytes: 0.5 }] } }, reason: 'message.mail' },
    { wire: { ...settings, p: { capacity: 0 } }, reason: 'settings.patch' },
    { wire: { ...settings, p: { colour: 1 } }, reason: 'settings.patch' },
    { wire: { ...settings, p: [] }, reason: 'settings.patch' },
    { wire: { ...note, k: 'closed', b: null, n: -1 }, reason: 'closed.seen' },
    { wire: { ...note, k: 'assigned', b: null, o: 'ann', r: 0, y: { rule: 'luck' } }, reason: 'assigned.reason' },
    { wire: { ...note, k: 'reclaimed', b: null, y: 'mood' }, reason: 'reclaimed.cause' },
    { wire: { ...note, k: 'taken' }, reason: 'taken.base' },
    { wire: { ...note, k: 'agentChanged', of: 'ben', n: '' }, reason: 'agentChanged.name' },
    { wire: { ...note, k: 'joined', n: 'x'.repeat(MAX_NAME + 1), r: 'agent' }, reason: 'joined.name' },
    { wire: [note], reason: 'notAnEntry' },
    { wire: null, reason: 'notAnEntry' },
    { wire: 'note', reason: 'notAnEntry' },
  ])('[CO7] refused with its reason: $reason', ({ wire, reason }) => {
    expect(entryOf(wire)).toBe(reason);
  });

  test('[CO7] what may be missing may be', () => {
    expect(entryOf({ ...note, k: 'agentChanged', of: 'ben' })).toEqual({
      kind: 'agentChanged',
      device,
      id: 'e1',
      agent: 'ann',
      lamport: 1,
      at: 1_000_000,
      of: 'ben',
    });
    expect(entryOf(status)).toMatchObject({ kind: 'status' });
    expect(entryOf(opened)).toMatchObject({ kind: 'opened' });
    expect(entryOf(settings)).toMatchObject({ kind: 'settings' });
  });
});
