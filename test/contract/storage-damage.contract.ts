// What every Storage does about records that are damaged or gone: what is sound comes in, what is not is
// counted and left out, and nothing altered is ever believed.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newTeam, read, tabsOf, write, type StorageRig } from '../support/storage-rig.ts';

const TEXTS = ['one', 'two', 'three'] as const;

const flipped = (value: Uint8Array, at: number): Uint8Array =>
  value.map((byte, index) => (index === at ? byte ^ 1 : byte));

export const storageDamageContract = (rig: StorageRig): void => {
  const { open } = tabsOf(rig);

  /** Three records, each a log of its own; with what a teammate has. */
  const fill = async (team: string): Promise<Uint8Array> => {
    const { doc, storage } = await open(team);
    for (const text of TEXTS) {
      Y.applyUpdate(doc, updateOfAnother(text));
      await storage.saved();
    }
    await storage.close();
    return Y.encodeStateAsUpdate(doc);
  };

  const updateOfAnother = (text: string): Uint8Array => {
    const doc = new Y.Doc();
    doc.getArray(text).push([`${text} was written by a customer`]);
    return Y.encodeStateAsUpdate(doc);
  };

  const textsIn = (doc: Y.Doc): unknown[] => TEXTS.flatMap((text) => doc.getArray(text).toArray());
  const whole = TEXTS.map((text) => `${text} was written by a customer`);

  const DAMAGES: readonly (readonly [string, (value: Uint8Array) => unknown])[] = [
    ['a flipped bit in a word, which Yjs reads as another word', (value) => flipped(value, 20)],
    ['a flipped bit in the checksum', (value) => flipped(value, value.length - 1)],
    ['a cut end', (value) => value.subarray(0, value.length - 12)],
    ['the half of it', (value) => value.slice(0, value.length / 2)],
    ['a tail of something else', (value) => Uint8Array.from([...value, 1, 2, 3])],
    ['zeros', (value) => new Uint8Array(value.length)],
    ['nothing in it', () => new Uint8Array()],
    ['another kind of value', () => ({ text: 'not bytes' })],
  ];

  describe('what is damaged', () => {
    it('[I1] is never believed, costs no other record, and comes again from a teammate', async () => {
      for (const [name, change] of DAMAGES) {
        const team = newTeam();
        const teammate = await fill(team);
        await rig.alter(team, 1, change);
        const { doc, storage, faults } = await open(team);
        expect([name, ...textsIn(doc)]).toEqual([name, whole[0], whole[2]]);
        expect(faults).toEqual(['corrupt']);
        expect(storage.condition()).toMatchObject({ setAside: 1, broughtBack: 0, isIncomplete: false });
        Y.applyUpdate(doc, teammate);
        expect(await storage.saved()).toBe(true);
        await storage.close();
        const again = await open(team);
        expect(textsIn(again.doc)).toEqual(whole);
        expect(again.faults).toEqual([]);
      }
    });

    it('[I1] takes in a record without a checksum, of before there were any, and keeps it', async () => {
      const team = newTeam();
      await fill(team);
      await rig.alter(team, 1, () => updateOfAnother('two'));
      for (let start = 0; start < 2; start += 1) {
        const { doc, storage, faults } = await open(team);
        expect(textsIn(doc)).toEqual(whole);
        expect(faults).toEqual([]);
        await storage.close();
      }
    });

    it('[I1] says that a record is missing where others build on it', async () => {
      const team = newTeam();
      const before = await open(team);
      for (const text of TEXTS) {
        write(before.doc, text);
        await before.storage.saved();
      }
      await before.storage.close();
      await rig.alter(team, 1, () => undefined);
      const { doc, storage, faults } = await open(team);
      expect(read(doc)).toEqual(['one']);
      expect(faults).toEqual(['corrupt']);
      expect(storage.condition()).toMatchObject({ setAside: 0, broughtBack: 0, isIncomplete: true });
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(before.doc));
      expect(storage.condition().isIncomplete).toBe(false);
    });

    it('keeps what stood behind a lost record until a teammate fills the gap', async () => {
      const team = newTeam();
      const before = await open(team);
      for (const text of ['one', 'two', 'three']) {
        write(before.doc, text);
        await before.storage.saved();
      }
      const teammate = Y.encodeStateAsUpdate(before.doc);
      await before.storage.close();
      await rig.alter(team, 1, () => new Uint8Array([1, 255]));
      const alone = await open(team);
      expect(alone.faults).toEqual(['corrupt']);
      expect(read(alone.doc)).toEqual(['one']);
      Y.applyUpdate(alone.doc, teammate);
      expect(read(alone.doc)).toEqual(['one', 'two', 'three']);
      expect(await alone.storage.saved()).toBe(true);
      await alone.storage.close();
      expect(read((await open(team)).doc)).toEqual(['one', 'two', 'three']);
    });

    it('[I3] is mended where a merged record is damaged or gone: what it was merged of is still there', async () => {
      for (const change of [(value: Uint8Array) => flipped(value, 40), () => undefined]) {
        const team = newTeam();
        const before = await open(team);
        for (let index = 0; index < 520; index += 1) write(before.doc, `${index}`);
        await before.storage.saved();
        await expect.poll(async () => (await rig.stored(team)).length, { timeout: 5000 }).toBeLessThan(30);
        await before.storage.close();
        await rig.alter(team, 0, change);
        const { doc, storage, faults } = await open(team);
        expect(faults).toEqual(['corrupt']);
        expect(storage.condition()).toMatchObject({ setAside: 0, broughtBack: 1, isIncomplete: false });
        expect(read(doc)).toEqual(read(before.doc));
        await storage.close();
        const again = await open(team);
        expect(again.faults).toEqual([]);
        expect(read(again.doc)).toEqual(read(before.doc));
      }
    });
  });
};
