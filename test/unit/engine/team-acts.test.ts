// What an agent writes about a colleague: status, role, skills.

import { describe, expect, test } from 'vitest';
import { asAgentId } from '../../../src/domain/ids.ts';
import { MAX_NAME, MAX_SKILLS } from '../../../src/domain/limits.ts';
import { setByOther } from '../../../src/view/set-by-other.ts';
import { SmallWorld } from '../../support/small-world.ts';

const two = () => {
  const world = new SmallWorld();
  const [ann, ben] = [world.peer('ann'), world.peer('ben')];
  world.advance(1_000);
  ann.desk.changeAgent(ann.agent, { role: 'supervisor' });
  ben.desk.chooseStatus('ready');
  world.advance(1_000);
  return { world, ann, ben };
};

describe('[ST11] a supervisor sets the status of a colleague', () => {
  test('[ST11] it stands, is told to that agent with name and reason, and is in the history', () => {
    const { world, ann, ben } = two();
    expect(ann.desk.setStatusOf(ben.agent, 'away', ' Left an hour ago ').ok).toBe(true);
    world.advance(1_000);
    expect(ben.desk.statusOf(ben.agent).status).toBe('away');
    const told = setByOther(ben.desk.team.agents.get(ben.agent));
    expect(told).toEqual({ by: ann.agent, intent: 'away', why: 'Left an hour ago' });
    const last = ben.desk.team.statusHistory(ben.agent).at(-1);
    expect(last).toMatchObject({ kind: 'status', agent: ann.agent, why: 'Left an hour ago' });
    expect(ben.replica.skipped.size).toBe(0);
  });

  test('[ST11] [ST6] the agent’s own choice ends it, the same one too', () => {
    const { world, ann, ben } = two();
    ann.desk.setStatusOf(ben.agent, 'away', 'At lunch');
    world.advance(1_000);
    ben.desk.chooseStatus('away');
    expect(setByOther(ben.desk.team.agents.get(ben.agent))).toBeNull();
    expect(ben.desk.statusOf(ben.agent).status).toBe('away');
  });

  test('[ST11] [ST6] crossed with the agent’s own choice, Away stands', () => {
    const { world, ann, ben } = two();
    world.network.cut([ben]);
    ann.desk.setStatusOf(ben.agent, 'ready', 'Is back');
    ben.desk.chooseStatus('away');
    world.network.heal();
    world.advance(5_000);
    for (const peer of [ann, ben]) {
      expect(peer.desk.team.agents.get(ben.agent)?.standing).toMatchObject({ intent: 'away' });
    }
  });

  test('[ST11] who is none is refused, and so is a reason that is missing or too long', () => {
    const { ann, ben } = two();
    const size = ben.replica.size;
    const reasons = [
      ben.desk.setStatusOf(ann.agent, 'away', 'Because'),
      ann.desk.setStatusOf(ben.agent, 'away', '  '),
      ann.desk.setStatusOf(ben.agent, 'away', 'x'.repeat(MAX_NAME + 1)),
      ann.desk.setStatusOf(asAgentId('nobody'), 'away', 'Because'),
    ].map((result) => (result.ok ? 'ok' : result.reason));
    expect(reasons).toEqual(['notSupervisor', 'empty', 'tooLong', 'unknownAgent']);
    expect(ben.replica.size).toBe(size);
  });

  test('[ST11] one’s own is an ordinary choice, for anybody', () => {
    const { ben } = two();
    expect(ben.desk.setStatusOf(ben.agent, 'away', '').ok).toBe(true);
    expect(setByOther(ben.desk.team.agents.get(ben.agent))).toBeNull();
  });
});

describe('[QU3] skills and roles', () => {
  test('[QU3] anybody sets them, each once, and what is left out stays', () => {
    const { world, ann, ben } = two();
    expect(ben.desk.changeAgent(ann.agent, { skills: ['German', 'billing', 'German'] }).ok).toBe(true);
    world.advance(1_000);
    expect(ann.desk.team.agents.get(ann.agent)).toMatchObject({ role: 'supervisor', skills: ['German', 'billing'] });
  });

  test('[QU3] too many, too long, empty or of nobody is refused', () => {
    const { ann } = two();
    const many = Array.from({ length: MAX_SKILLS + 1 }, (_, each) => `skill ${each}`);
    const reasons = [
      ann.desk.changeAgent(ann.agent, { skills: many }),
      ann.desk.changeAgent(ann.agent, { skills: ['x'.repeat(MAX_NAME + 1)] }),
      ann.desk.changeAgent(ann.agent, { skills: [' '] }),
      ann.desk.changeAgent(asAgentId('nobody'), { skills: [] }),
    ].map((result) => (result.ok ? 'ok' : result.reason));
    expect(reasons).toEqual(['tooLong', 'tooLong', 'empty', 'unknownAgent']);
  });
});
