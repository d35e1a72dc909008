// "Where is our data": what is known of copies, when a backup is due, and that a restored one adds and never
// overwrites.

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asAgentId, asDeviceId, asWallMs } from '../../../src/domain/ids.ts';
import type { MeshPeer } from '../../../src/engine/ports.ts';
import { openBackup, sealBackup } from '../../../src/platform/backup-file.ts';
import { Replica } from '../../../src/replica/replica.ts';
import { copyOf, mergeCopy } from '../../../src/storage/document-copy.ts';
import { Whereabouts } from '../../../src/view/whereabouts.svelte.ts';

const NOW = new Date(2026, 10, 19, 14, 31).getTime();
const DAY = 86_400_000;
const PASS = 'several words that are long';

let serial = 0;
const token = (bytes: number): string => `${(serial += 1)}`.padStart(bytes, '0');
const newReplica = (device: string): Replica => new Replica({ device: asDeviceId(device), token });
const write = (replica: Replica, text: string) =>
  replica.write(asAgentId('agent-a'), [{ kind: 'chat', room: 'team', text }], asWallMs(NOW));
const textsIn = (replica: Replica): string[] => replica.team.chat('team').map(({ text }) => text);

const peer = (device: string, isSynced = true): MeshPeer => ({
  device: asDeviceId(device),
  state: 'connected',
  path: 'direct',
  roundTripMs: 1,
  lastHeardMs: 0,
  sentBytes: 0,
  receivedBytes: 0,
  pendingBytes: 0,
  isSynced,
});

const world = (replica = newReplica('device-a'), isPersistent: boolean | null = false) => {
  const values = new Map<string, unknown>();
  const state = { now: NOW, peers: [] as MeshPeer[], asked: 0, isPersistent, isSaved: true };
  let onStatus = (): void => undefined;
  let onInstalled = (): void => undefined;
  const status = () => ({ rendezvous: [], peers: state.peers, refused: [], arriving: null, reachableThrough: 0 });
  const whereabouts = new Whereabouts({
    replica,
    teamId: 'team-1',
    clock: { wall: () => asWallMs(state.now) },
    notes: { get: (key) => values.get(key) ?? null, set: (key, value) => void values.set(key, value) },
    storage: {
      saved: async () => state.isSaved,
      condition: () => ({
        setAside: 0,
        broughtBack: 0,
        isIncomplete: false,
        copy: { state: 'kept', bytes: 2_100_000 } as const,
      }),
    },
    mesh: { status, onStatus: (listener) => ((onStatus = listener), () => undefined) },
    keeping: {
      readRoom: async () => ({ isPersistent: state.isPersistent, usedBytes: 1, totalBytes: 2 }),
      askToPersist: async () => ((state.asked += 1), state.isPersistent === true),
      onInstalled: (listener) => ((onInstalled = listener), () => undefined),
      sealBackup,
      openBackup,
      copies: async () => ({ copyOf, mergeCopy }),
      folder: null,
    },
  });
  const meet = (...peers: MeshPeer[]): void => {
    state.peers = peers;
    onStatus();
  };
  return { whereabouts, replica, state, values, meet, install: () => onInstalled() };
};

const openConversation = (replica: Replica): void => {
  const header = {
    conversation: 'c1' as never,
    channel: 'email',
    thread: 't1',
    subject: 'Help',
    priority: 'normal' as const,
  };
  const opened = { ...header, kind: 'opened' as const, customer: { key: 'k', name: 'Customer' }, skills: [] };
  replica.write(asAgentId('agent-a'), [opened], asWallMs(NOW));
};

describe('asking the browser to keep the data', () => {
  it('[I6] happens as a team is opened, again once the page is installed, and when a person asks', async () => {
    const { whereabouts, state, install } = world();
    expect(state.asked).toBe(1);
    install();
    expect(state.asked).toBe(2);
    state.isPersistent = true;
    expect(await whereabouts.persist()).toBe(true);
    expect([state.asked, whereabouts.room?.isPersistent]).toEqual([3, true]);
  });

  it('[I6] a backup is due where the browser said no, and no teammate holds a copy', async () => {
    const { whereabouts, replica, state, meet } = world();
    await whereabouts.refresh();
    expect(whereabouts.needsBackup).toBe(false);
    openConversation(replica);
    await whereabouts.refresh();
    expect(whereabouts.needsBackup).toBe(false);
    state.now += 2 * DAY;
    await whereabouts.refresh();
    expect(whereabouts.needsBackup).toBe(true);
    meet(peer('device-b', false));
    await whereabouts.refresh();
    expect(whereabouts.needsBackup).toBe(true);
    state.now += DAY;
    meet(peer('device-b'));
    expect(whereabouts.needsBackup).toBe(false);
    meet();
    state.now += 8 * DAY;
    await whereabouts.refresh();
    expect(whereabouts.needsBackup).toBe(true);
    whereabouts.noteBackup();
    expect(whereabouts.needsBackup).toBe(false);
  });

  it('[I6] no backup is due where the browser has promised to keep the data', async () => {
    const { whereabouts, replica, state } = world(newReplica('device-a'), true);
    openConversation(replica);
    state.now += 2 * DAY;
    await whereabouts.refresh();
    expect(whereabouts.needsBackup).toBe(false);
  });
});

describe('which device holds what', () => {
  it('this one, those in step now, and those that were, up to when', async () => {
    const { whereabouts, replica, state, meet } = world();
    replica.write(asAgentId('agent-a'), [{ kind: 'login' }], asWallMs(NOW));
    meet(peer('device-b'), peer('device-c', false));
    state.now += 5 * DAY;
    meet(peer('device-c'));
    await whereabouts.refresh();
    expect(whereabouts.devices.map(({ device, isThis, isInStep, upTo }) => [device, isThis, isInStep, upTo])).toEqual([
      ['device-a', true, true, state.now],
      ['device-c', false, true, state.now],
      ['device-b', false, false, NOW],
    ]);
  });

  it('is noted for the next start, whatever stands in the notes, with a clock of 1970 or 2100', async () => {
    for (const now of [0, Date.UTC(2100, 0, 1)]) {
      const { whereabouts, values, state, meet } = world();
      state.now = now;
      meet(peer('device-b'));
      expect(values.get('copies')).toEqual({ 'device-b': now });
      await whereabouts.refresh();
      expect(whereabouts.devices).toHaveLength(2);
      expect((await whereabouts.backUp(PASS)).ok).toBe(true);
    }
  });
});

describe('a backup', { timeout: 60_000 }, () => {
  const backUp = async (replica: Replica): Promise<Blob> => {
    const made = await world(replica).whereabouts.backUp(PASS);
    if (!made.ok) throw new Error(made.reason);
    return made.file;
  };

  it('restored on a fresh device and on one that went on: the same team once they meet', async () => {
    const first = newReplica('device-a');
    write(first, 'before');
    const file = await backUp(first);
    write(first, 'after');
    const fresh = newReplica('device-b');
    write(fresh, 'fresh');
    const there = await world(fresh).whereabouts.restore(file, PASS);
    const here = await world(first).whereabouts.restore(file, PASS);
    expect([there, here]).toEqual([
      { ok: true, added: 1, madeAt: NOW },
      { ok: true, added: 0, madeAt: NOW },
    ]);
    expect(textsIn(first)).toEqual(['before', 'after']);
    expect(textsIn(fresh).toSorted()).toEqual(['before', 'fresh']);
    Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(fresh.doc));
    Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(first.doc));
    expect(textsIn(first)).toEqual(textsIn(fresh));
    expect(first.doc.toJSON()).toEqual(fresh.doc.toJSON());
  });

  it('is refused with its reason, and nothing is taken from it', async () => {
    const first = newReplica('device-a');
    write(first, 'before');
    const file = await backUp(first);
    const fresh = newReplica('device-b');
    const { whereabouts, state } = world(fresh);
    const reasonOf = async (blob: Blob, pass: string) => {
      const outcome = await whereabouts.restore(blob, pass);
      return outcome.ok ? 'restored' : outcome.reason;
    };
    expect(await reasonOf(file, 'several words that are wrong')).toBe('wrongPassphrase');
    expect(await reasonOf(file.slice(0, file.size - 1), PASS)).toBe('truncatedBackup');
    const nonsense = await sealBackup({ teamId: 'team-1', madeAt: NOW, update: Uint8Array.of(9, 9, 9) }, PASS);
    expect(await reasonOf(nonsense ?? new Blob(), PASS)).toBe('damagedBackup');
    expect(fresh.size).toBe(0);
    state.isSaved = false;
    expect(await reasonOf(file, PASS)).toBe('notSaved');
  });

  it('wants a passphrase that is worth the name', async () => {
    const { whereabouts } = world();
    expect(await whereabouts.backUp('eleven char')).toEqual({ ok: false, reason: 'passphraseShort' });
  });
});
