// Which conversation a message goes into that names what it answers.

import { describe, expect, test } from 'vitest';
import type { TeamState } from '../../../src/domain/team-state.ts';
import type { NewConversation } from '../../../src/engine/desk-types.ts';
import { newConversation, SmallWorld } from '../../support/small-world.ts';

const alone = () => {
  const world = new SmallWorld();
  const ann = world.peer('ann');
  world.advance(1_000);
  return { ann };
};

describe('[WI1] an e-mail that answers another', () => {
  const mail = (id: string, answers: readonly string[] = [], root = id): NewConversation =>
    newConversation({
      channel: 'email',
      thread: root,
      answers,
      messages: [{ key: id, from: 'customer', text: id, mail: { id, from: 'a@b', sentAt: null, files: [] } }],
    });
  const textsOf = (desk: { readonly team: TeamState }): readonly (readonly string[])[] =>
    [...desk.team.conversations.values()].map(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : [])),
    );

  test('[WI1] goes into the conversation that has what it answers, though it names another thread', () => {
    const { ann } = alone();
    ann.desk.importBatch([mail('a'), mail('b', ['a'], 'a')]);
    expect(ann.desk.importBatch([mail('c', ['b'], 'b')])).toMatchObject({ isNew: [true] });
    expect(textsOf(ann.desk)).toEqual([['a', 'b', 'c']]);
    expect(ann.desk.importBatch([mail('c', ['b'], 'b'), mail('a')])).toMatchObject({ isNew: [false, false] });
    expect(textsOf(ann.desk)).toEqual([['a', 'b', 'c']]);
  });

  test('[WI1] that comes first opens the thread, and what it answers joins it', () => {
    const { ann } = alone();
    ann.desk.importBatch([mail('b', ['a'], 'a')]);
    ann.desk.importBatch([mail('a')]);
    expect(textsOf(ann.desk)).toEqual([['b', 'a']]);
  });

  test('[CO4] to a closed conversation has it wait again', () => {
    const { ann } = alone();
    ann.desk.importBatch([mail('a')]);
    const [conversation] = ann.desk.team.conversations.values();
    if (conversation === undefined) throw new Error('It came in.');
    ann.desk.takeOver(conversation.id);
    ann.desk.close(conversation.id);
    ann.desk.importBatch([mail('b', ['a'], 'a')]);
    expect(ann.desk.team.conversations.get(conversation.id)?.state).toBe('waiting');
  });
});
