import type { ChatEntry, NoteEntry } from '../../../src/domain/entry.ts';
import type { Conversation } from '../../../src/domain/conversation-state.ts';
import { asAgentId } from '../../../src/domain/ids.ts';
import { asksForAgent, calledIn } from '../../../src/view/mentions.svelte.ts';
import { describe, expect, test } from 'vitest';
import { isWanted, parseAttention, USUAL } from '../../../src/view/attention/attention-choice.svelte.ts';
import { CALL_KINDS, CallsWatch, type Look } from '../../../src/view/attention/calls.ts';
import { Log } from '../../support/log.ts';

const QUIET: Look = {
  assignedToMe: [],
  inProgress: [],
  snoozed: [],
  rooms: [],
  mentions: [],
  isPausedWithWaiting: false,
};

const story = () => {
  const log = new Log().ready('ann', 'ben');
  return { log, c1: log.conversation('c1', { customer: 'Mira' }) };
};

const kindsOf = (calls: ReturnType<CallsWatch['look']>) => calls.map(({ kind }) => kind);

describe('what is news', () => {
  test('nothing that stood there at the first look', () => {
    const { c1 } = story();
    c1.offer('ann');
    const rooms = [{ id: 'team', unread: 3, lastId: 'x' }];
    const look = { ...QUIET, assignedToMe: [c1.fold()], rooms, isPausedWithWaiting: true };
    expect(new CallsWatch().look(look)).toEqual([]);
  });

  test('an offer, and the same conversation given again', () => {
    const { c1 } = story();
    const watch = new CallsWatch();
    watch.look(QUIET);
    c1.offer('ann');
    const offered = { ...QUIET, assignedToMe: [c1.fold()] };
    expect(kindsOf(watch.look(offered))).toEqual(['assigned']);
    expect(watch.look(offered)).toEqual([]);
    c1.reclaim();
    c1.offer('ann');
    expect(kindsOf(watch.look({ ...QUIET, assignedToMe: [c1.fold()] }))).toEqual(['assigned']);
  });

  test('[TR3] a transfer, told apart from an offer', () => {
    const { c1 } = story();
    const watch = new CallsWatch();
    watch.look(QUIET);
    c1.transfer('ben', 'ann');
    expect(kindsOf(watch.look({ ...QUIET, assignedToMe: [c1.fold()] }))).toEqual(['transferred']);
  });

  test('[SN2] what was laid aside and comes back at its time; not what its holder took up again', () => {
    const { log, c1 } = story();
    c1.take('ann');
    const asleep = { ...c1.fold(), snooze: { until: 5, by: asAgentId('ann') } } as Conversation;
    const watch = new CallsWatch();
    watch.look({ ...QUIET, snoozed: [asleep] });
    expect(watch.look({ ...QUIET, snoozed: [asleep] })).toEqual([]);
    expect(watch.look({ ...QUIET, inProgress: [asleep] })).toMatchObject([
      { kind: 'snoozeOver', conversation: asleep },
    ]);
    expect(watch.look({ ...QUIET, inProgress: [asleep] })).toEqual([]);
    const other = new CallsWatch();
    other.look({ ...QUIET, snoozed: [asleep] });
    expect(other.look({ ...QUIET, inProgress: [c1.fold()] })).toEqual([]);
    expect(log.entries.length).toBeGreaterThan(0);
  });

  test('[SN2] a customer who writes in what was laid aside', () => {
    const { c1 } = story();
    c1.take('ann');
    const watch = new CallsWatch();
    watch.look({ ...QUIET, snoozed: [c1.fold()] });
    c1.customerWrites('Hello?');
    expect(kindsOf(watch.look({ ...QUIET, inProgress: [c1.fold()] }))).toEqual(['customer']);
  });

  test('a customer who writes in what was mine; not the words that a new one came with', () => {
    const { c1 } = story();
    const watch = new CallsWatch();
    watch.look(QUIET);
    c1.customerWrites('Hello?');
    c1.offer('ann');
    c1.pickUp('ann');
    expect(kindsOf(watch.look({ ...QUIET, inProgress: [c1.fold()] }))).toEqual([]);
    c1.customerWrites('Are you there?');
    const calls = watch.look({ ...QUIET, inProgress: [c1.fold()] });
    expect(kindsOf(calls)).toEqual(['customer']);
    c1.customerWrites('Hello again?');
    const [next] = watch.look({ ...QUIET, inProgress: [c1.fold()] });
    expect(next?.key).not.toBe(calls[0]?.key);
  });

  test('words in a room, the team room apart; reading them is none', () => {
    const watch = new CallsWatch();
    const rooms = (team: number, ben: number) => ({
      ...QUIET,
      rooms: [
        { id: 'team', unread: team, lastId: `t${team}` },
        { id: 'ben', unread: ben, lastId: `b${ben}` },
      ],
    });
    watch.look(rooms(0, 0));
    expect(kindsOf(watch.look(rooms(1, 1)))).toEqual(['teamChat', 'chat']);
    expect(watch.look(rooms(0, 1))).toEqual([]);
  });

  test('[DI6] assignment that comes to a stop while somebody waits', () => {
    const watch = new CallsWatch();
    watch.look(QUIET);
    const paused = { ...QUIET, isPausedWithWaiting: true };
    expect(kindsOf(watch.look(paused))).toEqual(['paused']);
    expect(watch.look(paused)).toEqual([]);
  });
});

describe('what is told', () => {
  test('each kind by itself', () => {
    const chosen = { ...USUAL, kinds: { ...USUAL.kinds, chat: false, teamChat: true } };
    expect(CALL_KINDS.filter((kind) => isWanted(kind, chosen, false))).toEqual([
      'assigned',
      'transferred',
      'customer',
      'snoozeOver',
      'teamChat',
      'mention',
      'paused',
    ]);
  });

  test('while Away only that assignment is paused, unless the person wants more', () => {
    expect(CALL_KINDS.filter((kind) => isWanted(kind, USUAL, true))).toEqual(['paused']);
    expect(isWanted('assigned', { ...USUAL, isQuietWhileAway: false }, true)).toBe(true);
  });

  test.for([null, 7, 'loud', [], { kinds: 3 }, { kinds: { chat: 'yes' }, hasSound: 1 }])(
    'what was noted wrong reads as usual: %j',
    (noted) => expect(parseAttention(noted)).toEqual(USUAL),
  );

  test('what was noted right is kept', () => {
    const chosen = { kinds: { ...USUAL.kinds, paused: false }, hasSound: false, isQuietWhileAway: false };
    expect(parseAttention(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });
});

test('[AT2] a mention is told once, and what stood there when the log came is no news', () => {
  const note = { kind: 'note', id: 'n1', agent: 'ann', conversation: 'c1', text: '@ben' } as unknown as NoteEntry;
  const word = { kind: 'chat', id: 'm1', agent: 'ann', room: 'ben', text: '@ben' } as unknown as ChatEntry;
  const watch = new CallsWatch();
  watch.look({ ...QUIET, mentions: null });
  expect(watch.look({ ...QUIET, mentions: [note] })).toEqual([]);
  expect(watch.look({ ...QUIET, mentions: [note, word] })).toMatchObject([{ kind: 'mention', room: 'ann' }]);
  expect(watch.look({ ...QUIET, mentions: [note, word] })).toEqual([]);
});

test('[AT2] whom the picker put into a text is called while the name stands there', () => {
  const picked = new Map([
    [asAgentId('ben'), 'Ben Ito'],
    [asAgentId('cat'), 'Cat'],
  ]);
  expect(calledIn('@Ben Ito, look', picked)).toEqual(['ben']);
  expect([asksForAgent('@', 1), asksForAgent('so @', 4), asksForAgent('a@', 2), asksForAgent('', 0)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
