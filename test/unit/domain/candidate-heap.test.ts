import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAssignments } from '../../../src/domain/assignment.ts';
import { CandidateHeap, compareCandidates, OUTSIDE, type Candidate } from '../../../src/domain/candidate-heap.ts';
import { asWallMs } from '../../../src/domain/ids.ts';
import type { Agent } from '../../../src/domain/team-state.ts';
import { Log, START_MS } from '../../support/log.ts';
import { seenIn, type Seen } from '../../support/presences.ts';
import { seeded } from '../../support/seeded.ts';

const NOW = asWallMs(START_MS + 3_600_000);

/** What is given out now, as `conversation -> agent`. */
const given = (log: Log, except: Readonly<Record<string, Seen>> = {}): string[] => {
  const team = log.fold();
  return decideAssignments(team, seenIn(team, except), NOW).map(
    ({ conversation, to }) => `${conversation.id} -> ${to}`,
  );
};

describe('[AS3] the heap of candidates', () => {
  const agent = (id: string): Agent => ({ ...({} as Agent), id: id as never });
  const candidate = fc.record({
    id: fc.integer({ min: 0, max: 30 }),
    open: fc.integer({ min: 0, max: 3 }),
    turn: fc.integer({ min: -1, max: 5 }),
  });

  test(
    '[AS3] gives the same best and second as a look through all, whatever comes and goes',
    { timeout: 60_000 },
    () => {
      const steps = fc.array(fc.tuple(candidate, fc.boolean()), { maxLength: 80, size: 'max' });
      fc.assert(
        fc.property(steps, (all) => {
          const heap = new CandidateHeap();
          let plain: Candidate[] = [];
          for (const [{ id, open, turn }, isAdding] of all) {
            const known = plain.find((each) => each.agent.id === `a${id}`);
            if (known !== undefined) {
              heap.remove(known);
              plain = plain.filter((each) => each !== known);
            }
            if (isAdding) {
              const next: Candidate = { agent: agent(`a${id}`), open, offers: 0, turn, place: OUTSIDE };
              heap.push(next);
              plain.push(next);
            }
            const sorted = plain.toSorted(compareCandidates);
            expect([heap.best(), heap.second(), heap.size]).toEqual([sorted[0], sorted[1], plain.length]);
            expect(new Set(heap.all())).toEqual(new Set(plain));
          }
        }),
        seeded(200),
      );
    },
  );

  test('[AS3] removing one that is not in it changes nothing', () => {
    const heap = new CandidateHeap();
    const [ann, ben] = ['ann', 'ben'].map((id, turn): Candidate => ({
      agent: agent(id),
      open: 0,
      offers: 0,
      turn,
      place: OUTSIDE,
    }));
    if (ann === undefined || ben === undefined) throw new Error('Two.');
    heap.push(ann);
    heap.remove(ben);
    expect([heap.size, heap.best()]).toEqual([1, ann]);
  });

  test('[AS3] draining a queue chooses as a plain look through the team does', { timeout: 60_000 }, () => {
    const world = fc.record({
      agents: fc.array(fc.record({ held: fc.integer({ min: 0, max: 3 }), skill: fc.boolean() }), {
        minLength: 1,
        maxLength: 6,
      }),
      waiting: fc.array(fc.record({ customer: fc.integer({ min: 0, max: 3 }), skill: fc.boolean() }), {
        maxLength: 20,
      }),
    });
    fc.assert(
      fc.property(world, ({ agents, waiting }) => {
        const log = new Log().ready(...agents.map((_, index) => `a${index}`));
        agents.forEach(({ held, skill }, index) => {
          if (skill) log.skills(`a${index}`, ['tax']);
          for (let each = 0; each < held; each += 1) {
            log.conversation(`held${index}.${each}`, { customer: `k${each}` }).take(`a${index}`);
          }
        });
        waiting.forEach(({ customer, skill }, index) => {
          log.conversation(`c${index}`, { customer: `k${customer}`, skills: skill ? ['tax'] : [] });
        });
        const team = log.fold();
        const turns = new Map([...team.agents.keys()].map((id, turn) => [id, turn]));
        const load = new Map([...team.agents.values()].map(({ id, open }) => [id, { open, offers: 0 }]));
        const expected: string[] = [];
        for (const conversation of team.waiting(NOW)) {
          const free = [...team.agents.values()].filter(({ id, skills }) => {
            const { open = 0, offers = 0 } = load.get(id) ?? {};
            return open < 5 && offers < 3 && conversation.skills.every((skill) => skills.includes(skill));
          });
          const server = free.find(({ id }) => id === team.lastServer(conversation.customer.key));
          const [best] = free.sort(
            (a, b) =>
              (load.get(a.id)?.open ?? 0) - (load.get(b.id)?.open ?? 0) ||
              (turns.get(a.id) ?? 0) - (turns.get(b.id) ?? 0),
          );
          const chosen = server ?? best;
          if (chosen === undefined) continue;
          const { open = 0, offers = 0 } = load.get(chosen.id) ?? {};
          load.set(chosen.id, { open: open + 1, offers: offers + 1 });
          turns.set(chosen.id, 100 + expected.length);
          expected.push(`${conversation.id} -> ${chosen.id}`);
        }
        expect(given(log)).toEqual(expected);
      }),
      seeded(200),
    );
  });
});
