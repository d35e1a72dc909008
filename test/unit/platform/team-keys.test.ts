import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../../src/platform/base64url.ts';
import { secureRandom } from '../../../src/platform/random.ts';
import { deriveTeamKeys } from '../../../src/platform/team-keys.ts';

const SECRET = 'AAECAwQFBgcICQoLDA0ODw';

const sha256 = (label: string): string => {
  const secret = Buffer.from(SECRET, 'base64url');
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(`deskmesh/${label}/1\0`), secret]))
    .digest('base64url');
};

describe('the keys of a team', () => {
  it('derive from the secret by SHA-256, each with its label: every version must derive the same', () => {
    const { teamId, room, password } = deriveTeamKeys(SECRET);
    expect(sha256('team').startsWith(teamId.slice(0, -1))).toBe(true);
    expect(sha256('room').startsWith(room.slice(0, -1))).toBe(true);
    expect(password).toBe(sha256('password'));
    expect([teamId.length, room.length, password.length]).toEqual([22, 22, 43]);
  });

  it('differ from each other and hold nothing of the secret', () => {
    const { teamId, room, password } = deriveTeamKeys(SECRET);
    expect(new Set([teamId, room, password, SECRET]).size).toBe(4);
    for (const key of [teamId, room, password]) expect(key).not.toContain(SECRET.slice(0, 8));
  });

  it('are of no other team', () => {
    const other = deriveTeamKeys(`B${SECRET.slice(1)}`);
    expect(Object.values(other).some((key) => Object.values(deriveTeamKeys(SECRET)).includes(key))).toBe(false);
  });
});

describe('a random token', () => {
  it('has as many bytes as asked for, in characters that a link may hold', () => {
    for (const bytes of [1, 9, 16, 32]) {
      const token = secureRandom.token(bytes);
      expect(token).toMatch(/^[\w-]+$/);
      expect(fromBase64Url(token)).toHaveLength(bytes);
    }
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1000 }, () => secureRandom.token(16))).size).toBe(1000);
  });
});

describe('base64url', () => {
  it('reads what it writes, long texts too', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
  });

  it('takes no other character', () => {
    for (const text of ['a+b', 'a/b', 'ab==', 'a b', 'ä']) expect(fromBase64Url(text)).toBeNull();
  });
});
