import { describe, expect, test } from 'vitest';
import { ownerOf } from '../../../src/domain/conversation-state.ts';
import { story } from '../../support/log.ts';

describe('[CO4] a routing entry that names the head counts', () => {
  test('[QU1] a conversation enters as waiting, and nobody holds it', () => {
    const conversation = story().fold();
    expect(conversation.state).toBe('waiting');
    expect(ownerOf(conversation)).toBeNull();
    expect(conversation.base).toBeNull();
  });

  test('[CO8] an offer is assigned until the agent picks it up, then in progress', () => {
    const one = story();
    one.offer('ann');
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ann', offeredBy: 'dispatcher' });
    one.pickUp('ann');
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann' });
  });

  test('[CO4] each routing entry is the base of the next', () => {
    const one = story();
    one.offer('ann');
    const pickedUp = one.pickUp('ann');
    one.customerWrites();
    one.reply('ann');
    expect(one.fold().base).toBe(pickedUp.id);
  });

  test('[AS1] an assignment counts on waiting alone: not on what somebody holds, not on closed', () => {
    for (const prepare of ['take', 'close', 'offer'] as const) {
      const one = story();
      if (prepare === 'take') one.take('ann');
      if (prepare === 'offer') one.offer('ann');
      if (prepare === 'close') one.close('ann', 0);
      const before = one.fold();
      one.offer('ben');
      expect(one.fold()).toMatchObject({ state: before.state, base: before.base });
    }
  });

  test('[RE1] a reclaim takes an offer back to waiting', () => {
    const one = story();
    one.offer('ann');
    one.reclaim('away');
    expect(one.fold().state).toBe('waiting');
  });

  test('[RE1] a reclaim of what is in progress never counts', () => {
    const one = story();
    one.offer('ann');
    one.pickUp('ann');
    one.reclaim('gone');
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann' });
  });

  test.for(['transfer', 'take'] as const)('[RE5] the fold ignores a reclaim after a %s by a person', (act) => {
    const one = story();
    if (act === 'transfer') one.transfer('ann', 'ben');
    else one.take('ben');
    one.reclaim('timeout');
    expect(ownerOf(one.fold())).toBe('ben');
  });

  test('[RE5] what a person has returned is the dispatcher’s again', () => {
    const one = story();
    one.transfer('ann', 'ben');
    one.giveBack('ben');
    one.offer('cat');
    one.reclaim('timeout');
    expect(one.fold()).toMatchObject({ state: 'waiting', missed: ['cat'] });
  });

  test('[TR1] a transfer from any open state makes the receiver the holder, until picked up', () => {
    for (const prepare of ['waiting', 'offered', 'taken'] as const) {
      const one = story();
      if (prepare === 'offered') one.offer('ann');
      if (prepare === 'taken') one.take('ann');
      one.transfer('ann', 'ben', { note: 'He knows the depot.' });
      expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ben', offeredBy: 'person' });
    }
  });
});

describe('[CO4] answers', () => {
  test('[CO4] who keeps answering keeps it: an answered head is not taken over by a crossed transfer', () => {
    const one = story();
    const offer = one.offer('ann');
    one.pickUp('ann');
    one.reply('ann');
    one.transfer('ben', 'cat', { on: offer });
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann' });
  });

  test('[CO4] a reply to an offer makes the holder the one who is at it', () => {
    const one = story();
    one.offer('ann');
    one.reply('ann');
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann' });
  });

  test('[CO4] a reply by somebody who does not hold it moves nothing', () => {
    const one = story();
    one.take('ann');
    one.reply('ben');
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann', head: { strength: 4 } });
  });

  test('[CO4] a crossed reply makes its writer the holder again', () => {
    const one = story();
    const taken = one.take('ann');
    one.transfer('ben', 'cat');
    const reply = one.reply('ann', { on: taken });
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann', base: reply.id, head: { strength: 5 } });
  });

  test('[CO4] a crossed reply of one who had already given it away moves nothing', () => {
    const one = story();
    const taken = one.take('ann');
    one.transfer('ann', 'ben');
    const back = one.giveBack('ben');
    one.reply('ben', { on: back });
    expect(one.fold().state).toBe('waiting');
    one.reply('cat', { on: taken });
    expect(one.fold().state).toBe('waiting');
  });

  test('[CO4] a transfer by the answerer knew of the answer: a crossed take is weaker', () => {
    const one = story();
    one.take('ann');
    one.reply('ann');
    one.transfer('ann', 'ben');
    one.take('cat', { on: null });
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ben', head: { strength: 5 } });
  });

  test('[CO4] a pick-up of what the answerer passed on knew of the answer as well', () => {
    const one = story();
    one.take('ann');
    one.reply('ann');
    one.transfer('ann', 'ben');
    one.pickUp('ben');
    one.take('cat', { on: null });
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ben' });
  });

  test('[CO4] a crossed act whose own line holds an answer counts against an answered head', () => {
    const one = story();
    const start = one.take('ann');
    one.reply('ann');
    // Two sides, each with the answer in its past: of equals the later stands.
    one.transfer('ann', 'ben', { on: start, device: 'ann-phone' });
    one.take('ann', { on: start, device: 'ann-laptop' });
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ann' });
  });

  test('[CO4] a return breaks the line: an act after it does not count for the answers before it', () => {
    const one = story();
    one.take('ann');
    one.reply('ann');
    const back = one.giveBack('ann');
    one.take('ann');
    expect(one.fold().head).toMatchObject({ kind: 'taken', strength: 4 });
    one.transfer('cat', 'dan', { on: back });
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'dan' });
  });

  test('[CO4] the dispatcher breaks the line: an offer after an answer is an offer', () => {
    const one = story();
    one.take('ann');
    one.reply('ann');
    one.close('ann', 0);
    one.customerWrites();
    one.offer('ann');
    one.pickUp('ann');
    expect(one.fold().head).toMatchObject({ kind: 'pickedUp', strength: 3 });
  });

  test('[CO4] a close does not break it: who answered, closed and takes it again knew of the answer', () => {
    const one = story();
    one.take('ann');
    one.reply('ann');
    one.close('ann', 0);
    one.take('ann');
    expect(one.fold().head).toMatchObject({ kind: 'taken', strength: 5 });
  });

  test('[CO4] a crossed reclaim never counts, not even on another offer', () => {
    const one = story();
    const first = one.offer('ann', { on: null });
    one.offer('ben', { on: null });
    one.reclaim('timeout', { on: first });
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ben', misses: [] });
  });

  test('[CO4] a fork is settled the first time somebody acts on it', () => {
    const one = story();
    const offer = one.offer('ann');
    one.take('ben', { on: offer });
    one.take('cat', { on: offer });
    const settled = one.transfer('dan', 'ann');
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ann', base: settled.id });
    expect(one.fold().forks).toHaveLength(1);
  });

  test('[CO4] a late entry never undoes a line of settled work', () => {
    const one = story();
    const offer = one.offer('ann');
    one.pickUp('ann');
    one.reply('ann');
    one.transfer('ann', 'ben');
    one.pickUp('ben');
    one.reply('ben');
    one.transfer('cat', 'cat', { on: offer, lamport: 3, device: 'zoe' });
    expect(one.fold()).toMatchObject({ state: 'active', owner: 'ben' });
  });
});

describe('[CO4] closing', () => {
  test('[CO4] a close that has seen every customer message closes', () => {
    const one = story();
    one.customerWrites();
    one.take('ann');
    one.close('ann', 1);
    expect(one.fold()).toMatchObject({ state: 'closed', closedBy: 'ann' });
  });

  test('[CO4] a customer message that comes later reopens it, and nobody writes that', () => {
    const one = story();
    one.take('ann');
    one.close('ann', 0);
    const message = one.customerWrites();
    expect(one.fold()).toMatchObject({ state: 'waiting', waitingSince: message.at });
  });

  test('[CO4] a customer message that the close had not seen leaves it waiting', () => {
    const one = story();
    const early = one.customerWrites('First.', { lamport: 2 });
    one.customerWrites('Second, from another browser.', { lamport: 3, device: 'other' });
    one.take('ann', { lamport: 3 });
    one.close('ann', 1, { lamport: 4 });
    const conversation = one.fold();
    expect(conversation.state).toBe('waiting');
    expect(conversation.waitingSince).toBeGreaterThan(early.at);
  });

  test('[CO4] an imported turn of an agent reopens nothing', () => {
    const one = story();
    one.close('ann', 0);
    one.log.write('intake', { kind: 'message', conversation: one.id, from: 'imported', text: 'We are sorry.' });
    expect(one.fold().state).toBe('closed');
  });

  test('[CO4] reopened, it can be offered again and closed again', () => {
    const one = story();
    one.close('ann', 0);
    one.customerWrites();
    one.offer('ben');
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ben' });
    one.pickUp('ben');
    one.close('ben', 1);
    expect(one.fold().state).toBe('closed');
  });

  test('[CO7] a newer kind that closes is reopened by a customer message like any close', () => {
    const one = story();
    one.customerWrites();
    one.newerKind('ann', { state: 'closed' }, 1);
    expect(one.fold().state).toBe('closed');
    one.customerWrites();
    expect(one.fold().state).toBe('waiting');
  });
});
