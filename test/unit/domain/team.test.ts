import { describe, expect, test } from 'vitest';
import { asAgentId } from '../../../src/domain/ids.ts';
import { Log, START_MS } from '../../support/log.ts';

const ann = asAgentId('ann');
const ben = asAgentId('ben');

describe('[CO1] the team is a fold of entries', () => {
  test('[CO1] name, people, roles and skills', () => {
    const log = new Log();
    log.write('ann', { kind: 'founded', name: 'Northlight Coffee' });
    log.join('ann', 'supervisor');
    log.join('ben');
    log.write('ann', { kind: 'agentChanged', of: ben, name: 'Benno', skills: ['tax'] });
    log.write('ann', { kind: 'agentChanged', of: ben, role: 'supervisor' });
    const team = log.fold();
    expect(team.name).toBe('Northlight Coffee');
    expect(team.agents.get(ann)).toMatchObject({ name: 'ann', role: 'supervisor', skills: [] });
    expect(team.agents.get(ben)).toMatchObject({ name: 'Benno', role: 'supervisor', skills: ['tax'] });
  });

  test('[CO1] an agent is there once an entry has brought them in, not by being named', () => {
    const log = new Log().ready('ann');
    log.conversation().transfer('ann', 'ghost');
    expect([...log.fold().agents.keys()]).toEqual(['ann']);
    log.join('ghost');
    expect(log.fold().agents.get(asAgentId('ghost'))).toMatchObject({ open: 1, offers: 0 });
  });

  test('[CO1] joined twice, on two devices, is one agent, there since the earlier stamp', () => {
    const log = new Log();
    log.join('ann', 'agent', { device: 'phone', at: START_MS + 9_000 });
    log.join('ann', 'supervisor', { device: 'laptop', at: START_MS + 5_000 });
    expect(log.fold().agents.size).toBe(1);
    expect(log.fold().agents.get(ann)).toMatchObject({ joinedAt: START_MS + 5_000, role: 'supervisor' });
  });

  test('[ST4] the last login or logout of an agent is known, and never a status', () => {
    const log = new Log().ready('ann');
    log.write('ann', { kind: 'login' });
    const logout = log.write('ann', { kind: 'logout' });
    expect(log.fold().agents.get(ann)).toMatchObject({
      lastSession: { kind: 'logout', at: logout.at },
      standing: { intent: 'ready' },
    });
  });
});

describe('[AS2] load', () => {
  test('[AS2] open counts assigned and in progress; offers count what the dispatcher gave and is not picked up', () => {
    const log = new Log().ready('ann', 'ben');
    const offered = log.conversation('offered');
    offered.offer('ann');
    log.conversation('handed over').transfer('ben', 'ann');
    const picked = log.conversation('picked');
    picked.offer('ann');
    picked.pickUp('ann');
    const given = log.conversation('given away');
    given.take('ann');
    given.transfer('ann', 'ben');
    const fold = log.fold();
    expect(fold.agents.get(ann)).toMatchObject({ open: 3, offers: 1 });
    expect(fold.agents.get(ben)).toMatchObject({ open: 1, offers: 0 });
    expect([...fold.assigned()].map(({ id }) => id).sort()).toEqual(['given away', 'handed over', 'offered']);
    fold.apply([offered.pickUp('ann'), picked.close('ann', 0)]);
    expect(fold.agents.get(ann)).toMatchObject({ open: 2, offers: 0 });
  });

  test('[DA1] what an agent holds, oldest wait first', () => {
    const log = new Log().ready('ann');
    log.conversation('young', {}, { at: START_MS + 60_000 }).take('ann');
    log.conversation('old', {}, { at: START_MS }).take('ann');
    expect(
      log
        .fold()
        .heldBy(ann)
        .map(({ id }) => id),
    ).toEqual(['old', 'young']);
    expect(log.fold().heldBy(ben)).toEqual([]);
  });

  test('[AS3] who served a customer last is known by the customer’s key, in the total order', () => {
    const log = new Log();
    log.conversation('a', { customer: 'Jo' }).take('ann');
    log.conversation('b', { customer: 'Jo' }).take('ben', { lamport: 1 });
    expect(log.fold().lastServer('key of Jo')).toBe('ann');
    expect(log.fold().lastServer('key of Mira')).toBeNull();
  });

  test('[CO3] two answers forged at one place still name one last server', () => {
    const log = new Log();
    const place = { id: 'same', device: 'same', lamport: 9 };
    log.conversation('a', { customer: 'Jo' }).take('ann', place);
    log.conversation('b', { customer: 'Jo' }).take('ben', place);
    const other = new Log();
    other.entries.push(...log.entries.toReversed());
    expect(log.fold().lastServer('key of Jo')).toBe(other.fold().lastServer('key of Jo'));
  });
});

describe('[CH1] the team’s own talk', () => {
  const said = (log: Log, room: 'team' | readonly [string, string]): string[] =>
    log
      .fold()
      .chat(room === 'team' ? room : [asAgentId(room[0]), asAgentId(room[1])])
      .map(({ text }) => text);

  test('[CH1] one room for all and one for each two, whoever is asked first', () => {
    const log = new Log();
    log.write('ann', { kind: 'chat', room: 'team', text: 'Good morning' });
    log.write('ann', { kind: 'chat', room: ben, text: 'Coffee?' });
    log.write('ben', { kind: 'chat', room: ann, text: 'Yes' });
    expect(said(log, 'team')).toEqual(['Good morning']);
    expect(said(log, ['ann', 'ben'])).toEqual(['Coffee?', 'Yes']);
    expect(said(log, ['ben', 'ann'])).toEqual(['Coffee?', 'Yes']);
    expect(said(log, ['ann', 'cat'])).toEqual([]);
  });

  test('[CH1] in the total order, however late it comes, and what was handed out stays as it was', () => {
    const log = new Log();
    log.write('ann', { kind: 'chat', room: 'team', text: 'one' }, { lamport: 1 });
    log.write('ann', { kind: 'chat', room: 'team', text: 'three' }, { lamport: 3 });
    const fold = log.fold();
    const before = fold.chat('team');
    fold.apply([log.write('ben', { kind: 'chat', room: 'team', text: 'two' }, { lamport: 2 })]);
    expect(before.map(({ text }) => text)).toEqual(['one', 'three']);
    expect(fold.chat('team').map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(fold.chat('team')).toBe(fold.chat('team'));
  });
});
