// A backup gives back what went in to who has the passphrase, and says of every other file what is wrong.

import { beforeAll, describe, expect, it } from 'vitest';
import { openBackup, sealBackup } from '../../../src/platform/backup-file.ts';

const TEAM = 'team-0123456789';
const PASS = 'correct horse battery staple';
const update = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);

let file = new Blob();
let bytes = new Uint8Array();
beforeAll(async () => {
  file = (await sealBackup({ teamId: TEAM, madeAt: 1_700_000_000_000, update }, PASS)) ?? new Blob();
  bytes = new Uint8Array(await file.arrayBuffer());
});

const reasonOf = async (changed: Uint8Array | Blob, pass = PASS, team = TEAM): Promise<string> => {
  const blob = changed instanceof Blob ? changed : new Blob([new Uint8Array(changed)]);
  const opened = await openBackup(blob, pass, team);
  return opened.ok ? 'opened' : opened.reason;
};

const altered = (at: number, by = 1): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ by : byte));

describe('a backup', () => {
  it('gives back what went in, also where the passphrase is typed with composed letters', async () => {
    expect(await openBackup(file, PASS, TEAM)).toEqual({ ok: true, madeAt: 1_700_000_000_000, update });
    const sealed = await sealBackup({ teamId: TEAM, madeAt: 0, update }, 'caf\u00e9 au lait 12');
    expect(await reasonOf(sealed ?? new Blob(), 'cafe\u0301 au lait 12')).toBe('opened');
  });

  it('never has the same bytes twice, and shows nothing of what is in it', async () => {
    const again = await sealBackup({ teamId: TEAM, madeAt: 1_700_000_000_000, update }, PASS);
    const other = new Uint8Array((await again?.arrayBuffer()) ?? new ArrayBuffer());
    expect(other).not.toEqual(bytes);
    expect(String(bytes).includes(String(update.subarray(0, 8)))).toBe(false);
  });

  it('is refused with a wrong passphrase, for another team, and of a newer version', async () => {
    expect(await reasonOf(bytes, 'correct horse battery stable')).toBe('wrongPassphrase');
    expect(await reasonOf(bytes, PASS, 'team-of-others')).toBe('otherTeam');
    expect(await reasonOf(altered(9, 1))).toBe('newerBackup');
  });

  it('is told to be cut off wherever it was cut', async () => {
    const cuts = [1, 7, 8, 13, 14, 20, 200, bytes.length - 17, bytes.length - 1];
    const reasons = await Promise.all(cuts.map((length) => reasonOf(bytes.slice(0, length))));
    expect(new Set(reasons)).toEqual(new Set(['truncatedBackup']));
    expect(await reasonOf(new Uint8Array())).toBe('notABackup');
    expect(await reasonOf(new TextEncoder().encode('{"a": "text file of some length"}'))).toBe('notABackup');
  });

  it(
    'is told to be damaged with one bit changed, in the encrypted part and in what stands before it',
    { timeout: 30_000 },
    async () => {
      for (const at of [bytes.length - 1, bytes.length - 2500])
        expect(await reasonOf(altered(at))).toBe('damagedBackup');
      expect(await reasonOf(Uint8Array.from([...bytes, 0]))).toBe('damagedBackup');
      expect(await reasonOf(altered(10, 64))).toBe('damagedBackup');
      for (const at of [14, 60, 120, 180, 250]) expect(await reasonOf(altered(at))).not.toBe('opened');
    },
  );

  it('is not read where it has 2 GB', async () => {
    const huge = { size: 2 * 1024 ** 3, slice: () => expect.unreachable('it was read') } as unknown as Blob;
    expect((await openBackup(huge, PASS, TEAM)) as unknown).toEqual({ ok: false, reason: 'tooLarge' });
  });
});
