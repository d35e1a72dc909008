import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { TeamFold } from '../../../src/domain/team-fold.ts';
import { everythingIn } from '../../support/chaos.ts';
import { foldOf, Log, START_MS, story } from '../../support/log.ts';

const secondsIn = (lamport: number): number => START_MS + lamport * 1000;

describe('[CO7] kinds of a newer version fold by the outcome and strength they carry', () => {
  test.for([
    { outcome: { state: 'waiting' }, shown: { state: 'waiting' } },
    { outcome: { state: 'assigned', owner: 'cat' }, shown: { state: 'assigned', owner: 'cat', offeredBy: 'person' } },
    { outcome: { state: 'active', owner: 'cat' }, shown: { state: 'active', owner: 'cat' } },
    { outcome: { state: 'closed' }, shown: { state: 'closed' } },
  ])('[CO7] $outcome', ({ outcome, shown }) => {
    const one = story();
    one.newerKind('ann', outcome, 4);
    expect(one.fold()).toMatchObject(shown);
  });

  test('[CO7] crossed, their strength decides', () => {
    const weak = story();
    weak.take('ann');
    weak.newerKind('ben', { state: 'active', owner: 'ben' }, 3, { on: null });
    expect(weak.fold()).toMatchObject({ owner: 'ann' });
    const strong = story();
    strong.take('ann');
    strong.newerKind('ben', { state: 'active', owner: 'ben' }, 4, { on: null });
    expect(strong.fold()).toMatchObject({ owner: 'ben' });
  });

  test('[RE5] automation does not take back what a newer kind assigned', () => {
    const one = story();
    one.newerKind('ann', { state: 'assigned', owner: 'ben' }, 4);
    one.reclaim('timeout');
    expect(one.fold()).toMatchObject({ state: 'assigned', owner: 'ben' });
  });
});

describe('[CO5] nothing disappears', () => {
  test('[CO5] what did not count stands among the entries, in the total order', () => {
    const one = story();
    const offer = one.offer('ann');
    const kept = one.take('ben', { on: offer });
    const lost = one.pickUp('ann', { on: offer });
    const conversation = one.fold();
    expect(conversation.base).toBe(kept.id);
    expect(conversation.entries.map((entry) => entry.id).slice(-2)).toEqual([kept.id, lost.id]);
  });

  test('[CO5] both sides of a crossing are kept: who stands and who lost', () => {
    const one = story();
    const offer = one.offer('ann');
    const lost = one.pickUp('ann', { on: offer });
    const won = one.take('ben', { on: offer });
    const late = one.giveBack('cat', { on: offer });
    expect(one.fold().forks).toEqual([
      { winner: won.id, loser: lost.id },
      { winner: won.id, loser: late.id },
    ]);
  });

  test('[CO5] both answered while disconnected: the two answers are told apart', () => {
    const one = story();
    const offer = one.offer('ann');
    const taken = one.take('ben', { on: offer });
    one.reply('ben', { on: taken });
    const mine = one.take('ann', { on: offer });
    const answer = one.reply('ann', { on: mine });
    expect(one.fold().forks.at(-1)).toEqual({ winner: answer.id, loser: taken.id });
  });

  test('[CO5] an answer to an offer is a person’s act: who lost against it is told', () => {
    const one = story();
    const offer = one.offer('ann', { on: null });
    one.reply('ann', { on: offer });
    const lost = one.take('ben', { on: null });
    expect(one.fold().forks).toEqual([{ winner: offer.id, loser: lost.id }]);
  });

  test('[CO5] what the dispatcher lost is nobody’s conflict, nor is one agent on two devices', () => {
    const one = story();
    const offer = one.offer('ann');
    one.take('ben', { on: offer });
    one.offer('cat', { on: null });
    one.reclaim('timeout', { on: offer });
    one.take('ben', { on: offer, device: 'ben-phone' });
    expect(one.fold().forks).toEqual([]);
  });

  test('[CO3] an entry may come before the one that opened the conversation, and before its base', () => {
    const log = new Log();
    const one = log.conversation();
    one.offer('ann');
    one.pickUp('ann');
    const [opened, offer, pickedUp] = log.entries;
    if (opened === undefined || offer === undefined || pickedUp === undefined) throw new Error('Three lines.');
    const fold = new Log().fold();
    fold.apply([pickedUp]);
    expect(fold.conversations.size).toBe(0);
    fold.apply([opened]);
    expect(fold.conversations.get(one.id)).toMatchObject({ owner: 'ann' });
    fold.apply([offer]);
    expect(fold.conversations.get(one.id)).toEqual(one.fold());
  });
});

describe('[QU4] since when it waits', () => {
  test('[QU4] from the smallest stamp among the entries that opened it', () => {
    const one = story();
    one.open({}, { at: START_MS - 5_000, device: 'other' });
    one.open({}, { at: START_MS + 90_000, device: 'third' });
    expect(one.fold()).toMatchObject({
      waitingSince: START_MS - 5_000,
      openedAt: START_MS - 5_000,
      subject: 'A late parcel',
    });
  });

  test('[QU4] going back to the queue keeps the original waiting time', () => {
    const one = story();
    one.offer('ann');
    one.reclaim('away');
    one.transfer('ann', 'ben');
    one.giveBack('ben');
    expect(one.fold().waitingSince).toBe(secondsIn(1));
  });

  test('[QU4] reopened, from the customer message that reopened it, also after one more return', () => {
    const one = story();
    one.close('ann', 0);
    const message = one.customerWrites();
    one.customerWrites();
    one.take('ben');
    one.giveBack('ben');
    expect(one.fold().waitingSince).toBe(message.at);
  });

  test('[QU4] of several messages that a close had not seen the smallest stamp counts', () => {
    const one = story();
    one.customerWrites('Seen.');
    one.customerWrites('Late clock.', { at: START_MS + 500_000 });
    one.customerWrites('Early clock.', { at: START_MS + 100_000 });
    one.close('ann', 1);
    expect(one.fold()).toMatchObject({ state: 'waiting', waitingSince: START_MS + 100_000 });
  });
});

describe('[DA1] what the lists and measures read', () => {
  test('[DA1] the oldest customer message without an answer, first reply, first pick-up', () => {
    const one = story();
    const first = one.customerWrites();
    one.customerWrites();
    expect(one.fold().unansweredSince).toBe(first.at);
    const pickedUp = one.take('ann');
    const reply = one.reply('ann');
    one.reply('ann');
    expect(one.fold()).toMatchObject({ unansweredSince: null, firstReplyAt: reply.at, firstPickupAt: pickedUp.at });
    const next = one.customerWrites();
    expect(one.fold()).toMatchObject({ unansweredSince: next.at, last: { from: 'customer', at: next.at } });
  });

  test('[FI1] what has no words is known by its files, and the team knows each file once', () => {
    const log = new Log();
    const one = log.conversation();
    const file = { name: 'bill.pdf', bytes: 7, hash: 'A'.repeat(43) };
    const other = { name: 'hall.png', bytes: 9, hash: 'B'.repeat(43) };
    const message = { kind: 'message', conversation: one.id, from: 'customer', text: '' } as const;
    log.write('customer', { ...message, files: [file, other] });
    log.write('customer', { ...message, text: 'Once more', files: [{ ...file, name: 'bill-2.pdf' }] });
    expect(one.fold().last?.text).toBe('Once more');
    log.write('customer', { ...message, files: [file, other] });
    expect(one.fold().last?.text).toBe('bill.pdf, hall.png');
    expect([...log.fold().files.keys()]).toEqual([file.hash, other.hash]);
  });

  test('[DA1] a pick-up that did not count is no first pick-up', () => {
    const one = story();
    one.transfer('ann', 'ben', { on: null });
    one.pickUp('cat', { on: null });
    expect(one.fold().firstPickupAt).toBeNull();
  });

  test('[CO5] a note changes nothing but the entries', () => {
    const one = story();
    const before = one.fold();
    const note = one.note('ann');
    const { entries, ...after } = one.fold();
    expect(entries.at(-1)).toEqual(note);
    expect({ ...after }).toEqual({ ...before, entries: undefined });
  });

  test('[CO3] a conversation that was handed out stays as it was', () => {
    const log = new Log();
    const one = log.conversation();
    const fold = log.fold();
    const before = fold.conversations.get(one.id);
    fold.apply([one.customerWrites()]);
    expect(before?.entries).toHaveLength(1);
    expect(fold.conversations.get(one.id)?.entries).toHaveLength(2);
    expect(before).toMatchObject({ customerMessages: 0 });
  });

  test('[CO3] entries read late are those of then, also where it has rested, gone on and been sorted anew', () => {
    const log = new Log();
    const one = log.conversation();
    const fold = log.fold();
    const shown: (Conversation | undefined)[] = [];
    const apply = (entry: Entry): void => {
      fold.apply([entry]);
      shown.push(fold.conversations.get(one.id));
    };
    const late = one.customerWrites();
    for (const entry of [one.take('ann'), one.close('ann', 1), one.customerWrites(), one.close('ann', 2)]) apply(entry);
    apply(late);
    expect(shown.map((conversation) => conversation?.entries.length)).toEqual([2, 3, 4, 5, 6]);
    expect(shown.at(-1)?.entries[1]).toEqual(late);
    expect(shown.at(-1)?.entries).toBe(fold.conversations.get(one.id)?.entries);
  });

  test('[CO3] one that was closed goes on as if it had never been', () => {
    const log = new Log();
    const one = log.conversation();
    one.customerWrites();
    const taken = one.take('ann');
    one.reply('ann');
    one.close('ann', 1);
    one.customerWrites();
    one.close('ben', 2);
    one.take('cat', { on: taken });
    one.close('cat', 2);
    one.transfer('cat', 'ben');
    const gradual = new TeamFold();
    for (const [at, entry] of log.entries.entries()) {
      gradual.apply([entry]);
      expect(everythingIn(gradual)).toEqual(everythingIn(foldOf(log.entries.slice(0, at + 1))));
    }
  });
});

describe('[RE7] rounds and misses', () => {
  test('[RE7] who let it time out has missed it in this round; Away and gone are no misses', () => {
    const one = story();
    one.offer('ann');
    one.reclaim('timeout');
    one.offer('ben');
    one.reclaim('away');
    one.offer('cat');
    one.reclaim('gone');
    expect(one.fold()).toMatchObject({ missed: ['ann'], round: 0 });
    expect(one.fold().misses).toHaveLength(1);
  });

  test('[RE7] the next round asks all of them again', () => {
    const one = story();
    one.offer('ann');
    one.reclaim('timeout');
    one.offer('ann', { round: 1 });
    expect(one.fold()).toMatchObject({ round: 1, missed: [] });
  });

  test('[RE7] once somebody had it the rounds are over', () => {
    const one = story();
    one.offer('ann');
    one.reclaim('timeout');
    one.offer('ann', { round: 1 });
    one.pickUp('ann');
    one.giveBack('ann');
    expect(one.fold()).toMatchObject({ state: 'waiting', round: 0, missed: [] });
  });

  test('[RE6] a reclaim that does not count is no miss', () => {
    const one = story();
    const offer = one.offer('ann');
    one.pickUp('ann');
    one.reclaim('timeout', { on: offer });
    expect(one.fold().misses).toEqual([]);
  });
});
