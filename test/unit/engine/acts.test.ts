import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewConversation } from '../../../src/engine/desk-types.ts';
import { MAX_NAME, MAX_SUBJECT, MAX_TEXT } from '../../../src/domain/limits.ts';
import { asAgentId, asConversationId, asWallMs } from '../../../src/domain/ids.ts';
import { newConversation, SmallWorld, WORLD_START_MS } from '../../support/small-world.ts';

const alone = () => {
  const world = new SmallWorld();
  const ann = world.peer('ann');
  world.peer('ben');
  world.advance(1_000);
  return { world, ann };
};

const WORLD_START = asWallMs(WORLD_START_MS);
const ghost = asConversationId('ghost');

describe('[OF1] every act works alone, at once', () => {
  test('[OF1] open, pick up, reply, note, transfer, return, close, say, set, rename', () => {
    const { world, ann } = alone();
    world.network.cut([ann]);
    const { desk } = ann;
    const id = ann.opens();
    expect(desk.reply(id, 'Hello').ok).toBe(true);
    expect(desk.note(id, 'Calls at noon').ok).toBe(true);
    expect(desk.transfer(id, asAgentId('ben'), '').ok).toBe(true);
    expect(desk.returnToQueue(id).ok).toBe(true);
    expect(desk.close(id).ok).toBe(true);
    expect(desk.say('team', 'Hi').ok).toBe(true);
    expect(desk.changeSettings({ capacity: 9 }).ok).toBe(true);
    expect(desk.rename(' Anna ').ok).toBe(true);
    expect(ann.state(id)).toBe('closed');
    expect(ann.replica.team.settings.capacity).toBe(9);
    expect(ann.replica.team.agents.get(ann.agent)?.name).toBe('Anna');
    expect(ann.replica.skipped.size).toBe(0);
  });
});

describe('[CO4] what an act writes', () => {
  test('[CO4] who replies without holding it takes it first; who was offered it picks it up first', () => {
    const { ann } = alone();
    const id = ann.opens();
    ann.desk.reply(id, 'Hello');
    expect(ann.sees(id).entries.map((entry) => entry.kind)).toEqual(['opened', 'message', 'taken', 'reply']);
    expect(ann.sees(id)).toMatchObject({ state: 'active', owner: 'ann', head: { strength: 5 } });
    const other = ann.opens();
    ann.desk.transfer(other, ann.agent, '');
    ann.desk.reply(other, 'Hello');
    expect(
      ann
        .sees(other)
        .entries.map((entry) => entry.kind)
        .slice(-2),
    ).toEqual(['pickedUp', 'reply']);
  });

  test('[CO4] a reply to what was closed takes it and opens it again', () => {
    const { ann } = alone();
    const id = ann.opens();
    ann.desk.close(id);
    ann.desk.reply(id, 'One more thing');
    expect(ann.state(id)).toBe('active ann');
  });

  test('[CO4] a close says how many customer messages it saw', () => {
    const { ann } = alone();
    const message = { key: null, from: 'customer', text: 'Hm' } as const;
    const id = ann.opens({ messages: [message, message] });
    ann.desk.close(id);
    expect(ann.sees(id).entries.at(-1)).toMatchObject({ kind: 'closed', seen: 2 });
  });

  test('[CO2] each entry counts on from the greatest counter that was seen', () => {
    const { world, ann } = alone();
    const ben = world.peer('ben', { device: 'ben-phone' });
    world.advance(1_000);
    for (let each = 0; each < 5; each += 1) ben.desk.say('team', 'Hi');
    world.advance(100);
    const before = ben.replica.team.chat('team').at(-1)?.lamport ?? 0;
    ann.desk.say('team', 'Hello');
    expect(ann.replica.team.chat('team').at(-1)).toMatchObject({ text: 'Hello', lamport: before + 1 });
  });
});

describe('[ST1] choosing a status', () => {
  test('[ST6] Away on top of a derived or a system’s Away is a choice; the same choice again is none', () => {
    const { ann } = alone();
    const history = (): number => ann.replica.team.statusHistory(ann.agent).length;
    ann.desk.chooseStatus('away');
    ann.desk.chooseStatus('away');
    expect(history()).toBe(1);
    const stands = ann.replica.team.agents.get(ann.agent)?.standing.heads.map((head) => head.id) ?? [];
    const draft = { kind: 'status', of: ann.agent, intent: 'away', replaces: stands, by: 'system' } as const;
    ann.replica.write(asAgentId('ben'), [draft], WORLD_START);
    ann.desk.chooseStatus('away');
    expect(history()).toBe(3);
    expect(ann.replica.team.agents.get(ann.agent)?.standing).toMatchObject({ intent: 'away', source: 'person' });
  });
});

describe('[CO4] a refusal is a value with a reason, and writes nothing', () => {
  test('[CO4] what the state does not allow', () => {
    const { ann } = alone();
    const { desk } = ann;
    const id = ann.opens();
    const closed = ann.opens();
    desk.close(closed);
    const mine = ann.opens();
    desk.takeOver(mine);
    const bens = ann.opens();
    desk.transfer(bens, asAgentId('ben'), '');
    const before = ann.replica.size;
    const reasons = [
      desk.pickUp(ghost),
      desk.pickUp(id),
      desk.pickUp(bens),
      desk.reply(ghost, 'Hi'),
      desk.note(ghost, 'Hi'),
      desk.transfer(ghost, asAgentId('ben'), ''),
      desk.transfer(closed, asAgentId('ben'), ''),
      desk.transfer(id, asAgentId('nobody'), ''),
      desk.transfer(bens, asAgentId('ben'), ''),
      desk.takeOver(ghost),
      desk.takeOver(mine),
      desk.returnToQueue(ghost),
      desk.returnToQueue(id),
      desk.returnToQueue(closed),
      desk.close(ghost),
      desk.close(closed),
      desk.say(asAgentId('nobody'), 'Hi'),
      desk.changeSettings({ capacity: 0 }),
      desk.changeSettings({ capacity: undefined as never }),
      desk.changeSettings({ colour: 3 } as never),
    ].map((result) => (result.ok ? 'done' : result.reason));
    expect(reasons).toEqual([
      'notFound',
      'notOffered',
      'notHeldByYou',
      'notFound',
      'notFound',
      'notFound',
      'closed',
      'unknownAgent',
      'alreadyYours',
      'notFound',
      'alreadyYours',
      'notFound',
      'alreadyWaiting',
      'closed',
      'notFound',
      'closed',
      'unknownAgent',
      'outOfBounds',
      'outOfBounds',
      'outOfBounds',
    ]);
    expect(ann.replica.size).toBe(before);
  });

  test('[CO7] text that is empty or larger than an entry takes', () => {
    const { ann } = alone();
    const { desk } = ann;
    const id = ann.opens();
    const long = 'x'.repeat(MAX_TEXT + 1);
    const longName = 'x'.repeat(MAX_NAME + 1);
    const reasons = [
      desk.reply(id, '  '),
      desk.reply(id, long),
      desk.note(id, ''),
      desk.note(id, long),
      desk.transfer(id, asAgentId('ben'), long),
      desk.say('team', ' '),
      desk.say('team', long),
      desk.rename(' '),
      desk.rename(longName),
    ].map((result) => (result.ok ? 'done' : result.reason));
    expect(reasons).toEqual([
      'empty',
      'tooLong',
      'empty',
      'tooLong',
      'tooLong',
      'empty',
      'tooLong',
      'empty',
      'tooLong',
    ]);
    expect(desk.reply(id, 'x'.repeat(MAX_TEXT)).ok).toBe(true);
    expect(ann.replica.skipped.size).toBe(0);
  });

  test('[CO7] a new conversation is refused, or all of it parses', { timeout: 60_000 }, () => {
    const { ann } = alone();
    const text = (most: number): fc.Arbitrary<string> =>
      fc.constantFrom('', ' ', 'x', 'مرحبا 👋 <script>', 'x'.repeat(most), 'x'.repeat(most + 1));
    const any: fc.Arbitrary<NewConversation> = fc.record({
      channel: text(MAX_NAME),
      thread: fc.option(text(MAX_NAME)),
      customer: fc.record({ key: text(MAX_NAME), name: text(MAX_NAME) }),
      subject: text(MAX_SUBJECT),
      priority: fc.constantFrom('urgent', 'high', 'normal', 'low'),
      skills: fc.oneof(fc.array(text(MAX_NAME), { maxLength: 3 }), fc.constant(Array<string>(51).fill('x'))),
      messages: fc.array(
        fc.record({
          key: fc.option(text(MAX_NAME)),
          from: fc.constantFrom('customer', 'imported'),
          text: text(MAX_TEXT),
        }),
        { maxLength: 2 },
      ),
    });
    const proper = newConversation();
    const oneWrong = fc.tuple(any, fc.constantFrom(...Object.keys(proper))).map(([wrong, field]): NewConversation => {
      return { ...proper, [field]: wrong[field as keyof NewConversation] };
    });
    fc.assert(
      fc.property(fc.oneof(any, oneWrong), (conversation) => {
        const result = ann.desk.openConversation(conversation);
        if (result.ok) expect(ann.replica.team.conversations.has(result.value)).toBe(true);
        expect([...ann.replica.skipped]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('[QU1] the same thing brought in twice', () => {
  const dialogue = (thread: string): NewConversation =>
    newConversation({
      channel: 'dialogues',
      thread,
      messages: [
        { key: `${thread}/0`, from: 'customer', text: 'Hello' },
        { key: `${thread}/1`, from: 'imported', text: 'Good day' },
      ],
    });

  test('[QU1] the same file twice makes nothing twice', () => {
    const { ann } = alone();
    const file = ['a', 'b', 'c'].map(dialogue);
    expect(ann.desk.importBatch(file)).toMatchObject({ imported: 3, known: 0 });
    const { size } = ann.replica;
    expect(ann.desk.importBatch(file)).toMatchObject({ imported: 0, known: 3 });
    expect(ann.replica.size).toBe(size);
  });

  test('[QU1] nor does the same conversation twice in one file', () => {
    const { ann } = alone();
    const before = ann.replica.doc.getMap('logs');
    expect(ann.desk.importBatch([dialogue('a'), dialogue('a')])).toMatchObject({ imported: 1, known: 1 });
    const written = [...before.values()].reduce<number>((sum, log) => sum + (log as { length: number }).length, 0);
    expect(written).toBe(ann.replica.size);
  });

  test('[QU1] more of a conversation that is known adds what is new', () => {
    const { ann } = alone();
    const [first] = dialogue('a').messages;
    if (first === undefined) throw new Error('It has messages.');
    ann.desk.importBatch([{ ...dialogue('a'), messages: [first] }]);
    expect(ann.desk.importBatch([dialogue('a')])).toMatchObject({ imported: 1, known: 0 });
    const [conversation] = ann.replica.team.conversations.values();
    expect(conversation?.entries.map((entry) => entry.kind)).toEqual(['opened', 'message', 'message']);
  });

  test('[QU1] on two islands: once they meet there is one conversation with each message once', () => {
    const world = new SmallWorld();
    const [ann, ben] = world.team({ ann: 'away', ben: 'away' });
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    world.network.cut([ann], [ben]);
    ann.desk.importBatch([dialogue('a'), dialogue('b')]);
    world.advance(5_000);
    ben.desk.importBatch([dialogue('b'), dialogue('a')]);
    world.network.heal();
    world.advance(1_000);
    for (const peer of [ann, ben]) {
      const messages = [...peer.replica.team.conversations.values()].map(({ entries }) =>
        entries.filter((entry) => entry.kind === 'message').map((entry) => entry.text),
      );
      expect(messages).toEqual(Array(2).fill(['Hello', 'Good day']));
    }
  });
});
