import { describe, expect, test } from 'vitest';

import type { Entry } from '../../../src/domain/entry.ts';
import { readCrossings, type Crossing } from '../../../src/view/crossings.ts';
import { readThread } from '../../../src/view/thread.ts';
import { story } from '../../support/log.ts';

const shown = ({ sides, keeper, kind }: Crossing): string => {
  const words = sides.map(({ agent, acts }) => `${agent}: ${acts.map((act) => act.kind).join(', ')}`);
  return `${kind}; ${words.join('; ')}; keeps: ${keeper ?? 'nobody'}`;
};

/** Hana and Jonas both take and answer without knowing of each other. */
const bothAnswered = () => {
  const lines = story();
  const before: Entry = lines.offer('priya');
  const hers = lines.take('hana', { on: before });
  lines.reply('hana', { on: hers });
  const his = lines.take('jonas', { on: before });
  lines.reply('jonas', { on: his });
  return lines;
};

describe('acts that did not know of each other', () => {
  test('[CO5] are told with what each did and who keeps it', () => {
    expect(readCrossings(bothAnswered().fold()).map(shown)).toEqual([
      'bothReplied; hana: taken, reply; jonas: taken, reply; keeps: jonas',
    ]);
  });

  test('[CO5] are told once, after the last of them, however many entries crossed', () => {
    const lines = bothAnswered();
    lines.customerWrites('Thank you both');
    const kinds = readThread(lines.fold()).map((item) => (item.kind === 'run' ? item.author : item.kind));
    expect(kinds.filter((kind) => kind === 'crossing')).toHaveLength(1);
    expect(kinds.slice(-3)).toEqual(['jonas', 'crossing', 'customer']);
  });

  test('[CO5] a reply against a close: who answered keeps it', () => {
    const lines = story();
    const before = lines.offer('hana');
    lines.close('hana', 0, { on: before });
    const his = lines.take('jonas', { on: before });
    lines.reply('jonas', { on: his });
    expect(readCrossings(lines.fold()).map(shown)).toEqual([
      'oneReplied; hana: closed; jonas: taken, reply; keeps: jonas',
    ]);
  });

  test('[CO5] without any reply it says that both acted; each two agents are told apart', () => {
    const lines = story();
    const before = lines.offer('priya');
    lines.take('hana', { on: before });
    lines.take('jonas', { on: before });
    lines.take('amara', { on: before });
    expect(readCrossings(lines.fold()).map(shown)).toEqual([
      'acts; hana: taken; jonas: taken; keeps: amara',
      'acts; amara: taken; jonas: taken; keeps: amara',
    ]);
    expect(readThread(lines.fold()).filter((item) => item.kind === 'crossing')).toHaveLength(2);
  });

  test('acts in a row cross nothing', () => {
    const lines = story();
    lines.offer('hana');
    lines.pickUp('hana');
    lines.transfer('hana', 'jonas');
    lines.take('priya');
    expect(readCrossings(lines.fold())).toEqual([]);
  });
});
