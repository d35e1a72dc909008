// Everything that a team is known by outside of its members derives from its secret, by SHA-256 with
// a label each. From the room's name nobody gets to the password or the secret, so the rendezvous
// server, which learns the room's name, learns neither the team's name nor a word of its content.

import { digest } from 'lib0/hash/sha256';
import { fromBase64Url, toBase64Url } from './base64url.ts';

export interface TeamKeys {
  /** Names the team on this device: its databases and its row on the start page. */
  readonly teamId: string;
  /** Where its peers meet at a rendezvous. */
  readonly room: string;
  /** Encrypts what they say to each other there. */
  readonly password: string;
}

const ID_BYTES = 16;

const derive = (label: string, secret: Uint8Array, bytes: number): string => {
  const prefix = new TextEncoder().encode(`deskmesh/${label}/1\0`);
  const input = new Uint8Array(prefix.length + secret.length);
  input.set(prefix);
  input.set(secret, prefix.length);
  return toBase64Url(digest(input).subarray(0, bytes));
};

/** `secret` has been parsed: it is base64url. */
export const deriveTeamKeys = (secret: string): TeamKeys => {
  const bytes = fromBase64Url(secret) ?? new Uint8Array();
  return {
    teamId: derive('team', bytes, ID_BYTES),
    room: derive('room', bytes, ID_BYTES),
    password: derive('password', bytes, 32),
  };
};
