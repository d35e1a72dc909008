// An agent's day as spans: statuses, and conversations held.

import { describe, expect, test } from 'vitest';
import { asAgentId, asConversationId, type AgentId } from '../../../src/domain/ids.ts';
import type { StatusEvent, WorkEvent } from '../../../src/view/agent-day.ts';
import { holdsOf, statusSpans, timeIn } from '../../../src/view/day-track.ts';

const HOUR = 3_600_000;
const DAY = 1_000 * 24 * HOUR;
const [ann, ben] = [asAgentId('ann'), asAgentId('ben')];
const [one, two] = [asConversationId('one'), asConversationId('two')];
const at = (hour: number): number => DAY + hour * HOUR;

const status = (hour: number, to: StatusEvent['to']): StatusEvent => {
  return { kind: 'status', id: `${hour}`, at: at(hour), from: 'out', to, cause: 'person', by: ann, why: '' };
};
const event = (kind: WorkEvent['kind'], hour: number, agent: AgentId, conversation = one): WorkEvent => {
  return { kind, id: `${kind}/${hour}`, at: at(hour), agent, conversation, other: null, waitMs: null };
};
const workOf = (...events: readonly WorkEvent[]) =>
  new Map([ann, ben].map((agent) => [agent, events.filter((each) => each.agent === agent)] as const));
const spansOf = (holds: readonly { from: number; to: number; lane: number }[]) =>
  holds.map(({ from, to, lane }) => [(from - DAY) / HOUR, (to - DAY) / HOUR, lane]);

describe('[DA2] statuses', () => {
  test('[DA2] what began before the day begins with it, what lasts goes on until now', () => {
    const spans = statusSpans([status(-3, 'ready'), status(9, 'away'), status(10, 'ready')], DAY, at(12));
    expect(spans.map(({ status: word, from, to }) => [word, (from - DAY) / HOUR, (to - DAY) / HOUR])).toEqual([
      ['ready', 0, 9],
      ['away', 9, 10],
      ['ready', 10, 12],
    ]);
    expect(timeIn(spans, 'ready')).toBe(11 * HOUR);
  });

  test('[DA2] the same status again is one span; a clock ahead of now draws nothing backwards', () => {
    const spans = statusSpans([status(8, 'ready'), status(9, 'ready'), status(40, 'away')], DAY, at(12));
    expect(spans).toEqual([{ status: 'ready', from: at(8), to: at(12) }]);
  });
});

describe('[DA2] conversations held', () => {
  test('[DA2] from being given to being closed, missed or taken by another', () => {
    const work = workOf(
      event('offered', 8, ann),
      event('missed', 9, ann),
      event('offered', 10, ann, two),
      event('pickedUp', 10.5, ann, two),
      event('takenOver', 11, ben, two),
      event('closed', 13, ben, two),
    );
    expect(spansOf(holdsOf(work, ann, new Set(), DAY, at(14)))).toEqual([
      [8, 9, 0],
      [10, 11, 0],
    ]);
    expect(spansOf(holdsOf(work, ben, new Set(), DAY, at(14)))).toEqual([[11, 13, 0]]);
  });

  test('[DA2] those at once lie in different lanes; what is still held goes on', () => {
    const work = workOf(event('offered', 8, ann), event('offered', 9, ann, two), event('closed', 10, ann));
    expect(spansOf(holdsOf(work, ann, new Set([two]), DAY, at(12)))).toEqual([
      [8, 10, 0],
      [9, 12, 1],
    ]);
  });

  test('[DA2] what was closed today without having come today was held when the day began', () => {
    expect(spansOf(holdsOf(workOf(event('closed', 3, ann)), ann, new Set(), DAY, at(12)))).toEqual([[0, 3, 0]]);
  });
});
