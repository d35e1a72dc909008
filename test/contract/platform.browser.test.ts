// The device's own stores and the alarm, in a real browser.

import { afterEach, describe, expect, it } from 'vitest';
import { asMonoMs } from '../../src/domain/ids.ts';
import { MAX_TEXT } from '../../src/domain/limits.ts';
import { createAlarm, startAlarmWorker } from '../../src/platform/alarm.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDevices, type TeamRecord } from '../../src/platform/devices.ts';
import { eraseLocalNotes, openLocalNotes } from '../../src/platform/local-notes.ts';
import { deleteRaw, putRaw, records, standIn, writesSeen } from '../support/raw-database.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const REGISTER = 'test-device';
const TEAM = 'test-team';
const NOTES = `deskmesh-notes-${TEAM}`;

const record: TeamRecord = {
  teamId: 'team-1',
  name: 'Bicycle shop',
  secret: 'AAECAwQFBgcICQoLDA0ODw',
  rendezvous: ['ws://localhost:4173/rendezvous'],
  deviceId: 'device-1',
  agentId: null,
  agentName: 'Priya',
  lastHereAt: 1000,
  isLoggedIn: true,
  hasEverSynced: false,
  iceServers: [],
};

afterEach(() => Promise.all([deleteRaw(REGISTER), deleteRaw(NOTES)]));

describe("the device's teams", () => {
  it('[OF2] are there after a restart, the last used first', async () => {
    const before = openDevices(REGISTER);
    const seen = writesSeen();
    await before.put(record);
    await before.put({ ...record, teamId: 'team-2', lastHereAt: 2000, agentId: 'agent-1' });
    expect(seen()).toEqual(['strict', 'strict']);
    await before.close();
    const after = openDevices(REGISTER);
    expect((await after.list()).map(({ teamId }) => teamId)).toEqual(['team-2', 'team-1']);
    expect(await after.get('team-1')).toEqual(record);
    expect(await after.get('team-3')).toBeNull();
    await putRaw(REGISTER, 'records', 'team-1', { ...record, iceServers: undefined });
    await putRaw(REGISTER, 'records', 'team-2', { ...record, teamId: 'team-2', iceServers: [{ url: 'http://x' }] });
    const odd = await after.list();
    expect(odd.map(({ iceServers }) => iceServers)).toEqual([[], []]);
    await after.remove('team-1');
    await after.close();
    expect(await openDevices(REGISTER).list()).toHaveLength(1);
  });

  it('change by field: two tabs do not undo each other', async () => {
    const [one, two] = [openDevices(REGISTER), openDevices(REGISTER)];
    await one.put(record);
    await two.list();
    await Promise.all([
      one.change('team-1', { isLoggedIn: false }),
      two.change('team-1', { lastHereAt: 5000, hasEverSynced: true }),
    ]);
    expect(await one.get('team-1')).toEqual({ ...record, isLoggedIn: false, lastHereAt: 5000, hasEverSynced: true });
    await one.change('team-9', { isLoggedIn: true });
    expect(await one.list()).toHaveLength(1);
  });

  it('are shown without a record that cannot be read, which is set aside and told of once', async () => {
    const first = openDevices(REGISTER);
    await first.put(record);
    await first.close();
    await putRaw(REGISTER, 'records', 'team-7', { ...record, teamId: 'team-7', secret: 'short' });
    await putRaw(REGISTER, 'records', 'team-8', 'nonsense');
    const faults: string[] = [];
    const second = openDevices(REGISTER);
    second.onFault((fault) => faults.push(fault.reason));
    expect(await second.list()).toEqual([record]);
    expect(await second.list()).toEqual([record]);
    expect(faults).toEqual(['corrupt']);
    expect((await records(REGISTER, 'set-aside')).map(({ key }) => key)).toEqual(['team-7', 'team-8']);
  });

  it('live in memory where storage is blocked, after a fault has said so', async () => {
    const restore = standIn(undefined);
    try {
      const devices = openDevices(REGISTER);
      const faults: string[] = [];
      devices.onFault((fault) => faults.push(fault.reason));
      await devices.put(record);
      await devices.change('team-1', { isLoggedIn: false });
      expect(await devices.list()).toEqual([{ ...record, isLoggedIn: false }]);
      await devices.remove('team-1');
      expect(await devices.list()).toEqual([]);
      expect(faults).toEqual(['blocked']);
    } finally {
      restore();
    }
  });
});

describe('local notes', () => {
  it('[OF2] are read at once and are there after a restart', async () => {
    const notes = await openLocalNotes(TEAM);
    notes.set('draft:c1', 'Dear Ada,');
    notes.set('read:team', { lamport: 7 });
    expect(notes.get('draft:c1')).toBe('Dear Ada,');
    expect(notes.get('draft:c2')).toBeNull();
    expect(await notes.saved()).toBe(true);
    notes.set('draft:c1', null);
    await notes.close();
    const again = await openLocalNotes(TEAM);
    expect(again.get('draft:c1')).toBeNull();
    expect(again.get('read:team')).toEqual({ lamport: 7 });
    await again.close();
  });

  it('of a draft being typed write a transaction now and then, not one a key', async () => {
    const notes = await openLocalNotes(TEAM);
    const seen = writesSeen();
    for (let length = 1; length <= 300; length += 1) {
      notes.set('draft:c1', 'x'.repeat(length));
      if (length % 10 === 0) await Promise.resolve();
    }
    expect(await notes.saved()).toBe(true);
    expect(seen().length).toBeLessThan(10);
    expect(new Set(seen())).toEqual(new Set(['strict']));
    await notes.close();
    const again = await openLocalNotes(TEAM);
    expect(again.get('draft:c1')).toBe('x'.repeat(300));
    await again.close();
  });

  it('do not change with what was noted', async () => {
    const notes = await openLocalNotes(TEAM);
    const read = { upTo: 1 };
    notes.set('read', read);
    read.upTo = 2;
    expect(notes.get('read')).toEqual({ upTo: 1 });
    await notes.close();
  });

  it('hold a draft of 10 MB in memory only', async () => {
    const notes = await openLocalNotes(TEAM);
    notes.set('draft', 'x'.repeat(10_000_000));
    notes.set('longest', 'x'.repeat(MAX_TEXT));
    expect(notes.get('draft')).toHaveLength(10_000_000);
    await notes.close();
    const again = await openLocalNotes(TEAM);
    expect(again.get('draft')).toBeNull();
    expect(again.get('longest')).toHaveLength(MAX_TEXT);
    await again.close();
  });

  it('leave out what cannot be read', async () => {
    await (await openLocalNotes(TEAM)).close();
    await putRaw(NOTES, 'records', 'good', '"yes"');
    await putRaw(NOTES, 'records', 'broken', '{');
    await putRaw(NOTES, 'records', 'odd', 7);
    const notes = await openLocalNotes(TEAM);
    expect([notes.get('good'), notes.get('broken'), notes.get('odd')]).toEqual(['yes', null, null]);
    await notes.close();
  });

  it('say where they are not kept, and go on in memory', async () => {
    const restore = standIn(undefined);
    try {
      const notes = await openLocalNotes(TEAM);
      notes.set('draft', 'only here');
      expect(await notes.saved()).toBe(false);
      expect(notes.get('draft')).toBe('only here');
    } finally {
      restore();
    }
  });

  it('[CO9] are gone when the team is left, also where a tab has them open', async () => {
    const notes = await openLocalNotes(TEAM);
    notes.set('draft', 'confidential');
    await notes.saved();
    await eraseLocalNotes(TEAM);
    notes.set('draft', 'late');
    expect(await notes.saved()).toBe(false);
    expect(await records(NOTES, 'records')).toEqual([]);
  });
});

describe('the alarm with its worker', () => {
  const inMs = (ms: number) => asMonoMs(systemClock.mono() + ms);

  it('is woken by the worker where the timer of the page is held back', async () => {
    const { setTimeout: pageTimer } = globalThis;
    const worker = startAlarmWorker();
    expect(worker).not.toBeNull();
    globalThis.setTimeout = ((run: () => void, ms: number) => pageTimer(run, ms + 60_000)) as typeof setTimeout;
    try {
      const alarm = createAlarm(systemClock, worker);
      const at = inMs(40);
      const rang = await new Promise<number>((resolve) => alarm.set(at, () => resolve(systemClock.mono())));
      expect(rang).toBeGreaterThanOrEqual(at);
      expect(rang - at).toBeLessThan(3000);
    } finally {
      globalThis.setTimeout = pageTimer;
      worker?.terminate();
    }
  });

  it('rings once, and not for a time that was replaced', async () => {
    const worker = startAlarmWorker();
    const alarm = createAlarm(systemClock, worker);
    const rung: string[] = [];
    alarm.set(inMs(20), () => rung.push('replaced'));
    alarm.set(inMs(40), () => rung.push('rung'));
    await pause(300);
    alarm.set(inMs(20), () => rung.push('cleared'));
    alarm.clear();
    await pause(100);
    expect(rung).toEqual(['rung']);
    worker?.terminate();
  });

  it('rings by the page where the worker cannot start', async () => {
    const broken = new Worker(new URL('data:text/javascript,throw 1'));
    const alarm = createAlarm(systemClock, broken);
    const rang = await new Promise<boolean>((resolve) => alarm.set(inMs(30), () => resolve(true)));
    expect(rang).toBe(true);
    broken.terminate();
  });
});
