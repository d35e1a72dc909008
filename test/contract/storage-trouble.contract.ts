// What every Storage does when the disk is corrupt, blocked, full or taken away: it says so, disturbs
// nobody, and keeps what can be kept.

import { describe, expect, it } from 'vitest';
import { newTeam, read, tabsOf, write, type StorageRig } from '../support/storage-rig.ts';

export const storageTroubleContract = (rig: StorageRig): void => {
  const { open, stored } = tabsOf(rig);

  describe('what goes wrong', () => {
    it('[I1] opens with everything else where a record is corrupt, and says so once', async () => {
      const team = newTeam();
      const before = await open(team);
      write(before.doc, 'before');
      await before.storage.close();
      await rig.spoil(team);
      const second = await open(team);
      expect(second.faults).toEqual(['corrupt']);
      write(second.doc, 'behind');
      expect(await second.storage.saved()).toBe(true);

      const third = await open(team);
      expect(third.faults).toEqual([]);
      expect(read(third.doc)).toEqual(['before', 'behind']);
    });

    it('works on in memory where storage is blocked', async () => {
      const unblock = rig.block();
      try {
        const { doc, storage, faults } = await open(newTeam());
        expect(faults).toEqual(['blocked']);
        write(doc, 'only here');
        expect(read(doc)).toEqual(['only here']);
        expect(await storage.saved()).toBe(false);
      } finally {
        unblock();
      }
    });

    it('[I4] says that storage is full, disturbs nobody behind it, and keeps all once there is room', async () => {
      const team = newTeam();
      const full = await rig.fill();
      try {
        const { doc, storage, faults } = await open(team);
        let heard = 0;
        doc.on('update', () => (heard += 1));
        write(doc, 'x'.repeat(200_000));
        expect(await storage.saved()).toBe(false);
        write(doc, 'y');
        expect(await storage.saved()).toBe(false);
        expect(faults).toEqual(['full']);
        expect(heard).toBe(2);
        await full.makeRoom();
        expect(await storage.saved()).toBe(true);
        expect(await stored(team)).toHaveLength(2);
        expect(faults).toEqual(['full', 'mended']);
        await storage.close();
      } finally {
        await full.end();
      }
    });

    it('[I2] survives that the browser clears it under way, and does not bring it back', async () => {
      const team = newTeam();
      const { doc, storage, faults } = await open(team);
      write(doc, 'first');
      await storage.saved();
      let heard = 0;
      await rig.clear(team);
      doc.on('update', () => (heard += 1));
      write(doc, 'second');
      expect(await storage.saved()).toBe(false);
      await expect.poll(() => faults).toEqual(['closed']);
      write(doc, 'third');
      expect(heard).toBe(2);
      expect(await stored(team)).toEqual([]);
    });

    it('[I2] goes on where only the connection was lost', async () => {
      const team = newTeam();
      const { doc, storage } = await open(team);
      write(doc, 'first');
      await storage.saved();
      rig.breakConnections();
      write(doc, 'second');
      expect(await storage.saved()).toBe(true);
      expect(await stored(team)).toEqual(['first', 'second']);
    });

    it('[I4] writes again what was in a transaction that was broken off', async () => {
      for (const isClosed of [false, true]) {
        const team = newTeam();
        const { doc, storage, faults } = await open(team);
        write(doc, 'first');
        rig.abortNext(isClosed);
        expect(await storage.saved()).toBe(true);
        expect(await stored(team)).toEqual(['first']);
        expect(faults).toEqual([]);
      }
    });

    it('lets go where a newer desk lays the data out anew, touches nothing, and says so', async () => {
      const team = newTeam();
      const { doc, storage, faults } = await open(team);
      write(doc, 'before');
      await storage.saved();
      await rig.upgrade(team);
      await expect.poll(() => faults).toEqual(['outdated']);
      write(doc, 'late');
      expect(await storage.saved()).toBe(false);
      expect(await stored(team)).toEqual(['before']);
    });

    it('[OF2] has after a crash between any two writes all that it had called saved', async () => {
      for (let writes = 0; writes < 9; writes += 1) {
        const team = newTeam();
        const before = await open(team);
        const restart = rig.crashAfter(writes);
        const told: string[] = [];
        for (let step = 0; step < 6; step += 1) {
          const texts = Array.from({ length: step === 2 ? 520 : 3 }, (_, index) => `${step}.${index}`);
          for (const text of texts) write(before.doc, text);
          if (await before.storage.saved()) told.push(...texts);
        }
        await before.storage.close();
        restart();
        const after = await open(team);
        expect(after.faults).toEqual([]);
        const present = new Set(read(after.doc));
        expect(told.filter((text) => !present.has(text))).toEqual([]);
        if (writes > 2) expect(told.length).toBeGreaterThan(500);
      }
    });

    it('starts empty where all was evicted meanwhile, and keeps again', async () => {
      const team = newTeam();
      const before = await open(team);
      write(before.doc, 'gone');
      await before.storage.close();
      await rig.clear(team);
      const { doc, storage, faults } = await open(team);
      expect([read(doc), faults]).toEqual([[], []]);
      write(doc, 'new');
      expect(await storage.saved()).toBe(true);
      expect(await stored(team)).toEqual(['new']);
    });
  });
};
