// What every Storage keeps to, the real one and the one in memory: what it keeps, and how it ends. What
// goes wrong with the disk is in storage-trouble.contract.ts.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newTeam, read, tabsOf, write, type StorageRig } from '../support/storage-rig.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const storageContract = (rig: StorageRig): void => {
  const { begin, open, stored } = tabsOf(rig);

  describe('what is kept', () => {
    it('[OF2] shows after a reload all that was shown as saved', async () => {
      const team = newTeam();
      const before = await open(team);
      write(before.doc, 'a reply');
      write(before.doc, 'a note');
      expect(await before.storage.saved()).toBe(true);

      const after = await open(team);
      expect(read(after.doc)).toEqual(['a reply', 'a note']);
      expect(after.faults).toEqual([]);
    });

    it('[OF2] does not say saved before the transaction is complete', async () => {
      const team = newTeam();
      const { doc, storage } = await open(team);
      const release = await rig.hold(team);
      write(doc, 'under way');
      let isSaved: boolean | null = null;
      const saving = storage.saved().then((value) => (isSaved = value));
      await pause(60);
      expect(isSaved).toBeNull();
      release();
      expect(await saving).toBe(true);
      expect(await stored(team)).toEqual(['under way']);
    });

    it('says saved at once where there is nothing to write', async () => {
      const { storage } = await open(newTeam());
      expect(await storage.saved()).toBe(true);
    });

    it('keeps what the document held before the storage was made', async () => {
      const team = newTeam();
      const doc = new Y.Doc();
      write(doc, 'founded');
      const { storage } = await open(team, doc);
      expect(await storage.saved()).toBe(true);
      expect(await stored(team)).toEqual(['founded']);
    });

    it('keeps what is written while it loads', async () => {
      const team = newTeam();
      const { doc, storage } = begin(team);
      const loading = storage.load();
      write(doc, 'early');
      await loading;
      expect(await storage.saved()).toBe(true);
      expect(await stored(team)).toEqual(['early']);
    });

    it('loads once, however often it is asked', async () => {
      const team = newTeam();
      const { doc, storage } = await open(team);
      write(doc, 'once');
      await Promise.all([storage.load(), storage.load()]);
      expect(read(doc)).toEqual(['once']);
    });

    it('answers every one of many calls', async () => {
      const team = newTeam();
      const { doc, storage } = await open(team);
      const answers: Promise<boolean>[] = [];
      for (let index = 0; index < 100; index += 1) {
        write(doc, `${index}`);
        answers.push(storage.saved());
      }
      expect(new Set(await Promise.all(answers))).toEqual(new Set([true]));
      expect(await stored(team)).toHaveLength(100);
    });

    it('keeps few records of many updates, though the writing never pauses', async () => {
      const team = newTeam();
      const { doc, storage } = await open(team);
      for (let index = 0; index < 3000; index += 1) {
        write(doc, `entry ${index}`);
        if (index % 10 === 0) await storage.saved();
      }
      expect(await storage.saved()).toBe(true);
      await expect.poll(async () => (await rig.stored(team)).length, { timeout: 5000 }).toBeLessThan(600);
      expect(read((await open(team)).doc)).toEqual(read(doc));
    });

    it('keeps what two tabs of one profile write at the same time', async () => {
      const team = newTeam();
      const [one, two] = [await open(team), await open(team)];
      for (let index = 0; index < 700; index += 1) {
        one.doc.getArray('one').push([index]);
        two.doc.getArray('two').push([index]);
        if (index % 50 === 0) await Promise.all([one.storage.saved(), two.storage.saved()]);
      }
      expect(await Promise.all([one.storage.saved(), two.storage.saved()])).toEqual([true, true]);
      const { doc } = await open(team);
      expect([doc.getArray('one').length, doc.getArray('two').length]).toEqual([700, 700]);
    });

    it('does not mix two teams', async () => {
      const [red, blue] = [newTeam(), newTeam()];
      const [one, two] = [await open(red), await open(blue)];
      write(one.doc, 'red');
      write(two.doc, 'blue');
      await Promise.all([one.storage.saved(), two.storage.saved()]);
      expect(await stored(red)).toEqual(['red']);
      await one.storage.erase();
      expect(await stored(blue)).toEqual(['blue']);
    });
  });

  describe('how it ends', () => {
    it('[OF2] keeps at closing what was not written yet', async () => {
      const team = newTeam();
      const { doc, storage } = await open(team);
      write(doc, 'last words');
      await storage.close();
      expect(await stored(team)).toEqual(['last words']);
      write(doc, 'too late');
      expect(await storage.saved()).toBe(false);
    });

    it('closes without having been loaded', async () => {
      const { doc, storage } = begin(newTeam());
      write(doc, 'nowhere');
      await storage.close();
      expect(await storage.saved()).toBe(false);
    });

    it('[CO9] deletes the team on this device, also under another tab, which is told', async () => {
      const team = newTeam();
      const [one, two] = [await open(team), await open(team)];
      write(one.doc, 'confidential');
      write(two.doc, 'confidential too');
      await Promise.all([one.storage.saved(), two.storage.saved()]);
      await one.storage.erase();
      expect(await stored(team)).toEqual([]);
      await expect.poll(() => two.faults).toEqual(['closed']);
      write(two.doc, 'late');
      expect(await two.storage.saved()).toBe(false);
      expect(read((await open(team)).doc)).toEqual([]);
    });

    it('[CO9] does not write on under another tab that had stored nothing yet', async () => {
      const team = newTeam();
      const [one, two] = [await open(team), await open(team)];
      await one.storage.erase();
      await expect.poll(() => two.faults).toEqual(['closed']);
      write(two.doc, 'late');
      expect(await two.storage.saved()).toBe(false);
      expect(await stored(team)).toEqual([]);
    });
  });
};
