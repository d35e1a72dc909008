// Skills as they are typed, and the waiting rules in words.

import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { withSkill } from '../../../src/view/skills.ts';
import { waitingRules } from '../../../src/view/waiting-rules.ts';

describe('[QU3] a skill that is typed', () => {
  test('[QU3] takes the spelling of the team, spaces aside, and is there once', () => {
    expect(withSkill([], '  german ', ['German'])).toEqual(['German']);
    expect(withSkill(['German'], 'GERMAN', ['German'])).toEqual(['German']);
    expect(withSkill(['a'], 'b, c,,中文、d', [])).toEqual(['a', 'b', 'c', '中文', 'd']);
  });

  test('[QU3] leaves the same list where nothing was typed', () => {
    const has = ['a'];
    expect(withSkill(has, ' , ', [])).toBe(has);
  });

  test('[QU3] is bounded in number and in length', () => {
    const full = Array.from({ length: 50 }, (_, each) => `s${each}`);
    expect(withSkill(full, 'one more', [])).toBe('tooMany');
    expect(withSkill([], 'x'.repeat(201), [])).toBe('tooLong');
  });
});

describe('[QU2] head starts in words', () => {
  test('[QU2] each step says by how much it overtakes', () => {
    expect(waitingRules(DEFAULT_SETTINGS)).toEqual([
      'An urgent conversation overtakes one of high priority that has waited less than 10 min longer.',
      'An urgent conversation overtakes a normal one that has waited less than 15 min longer.',
      'One of high priority overtakes a normal one that has waited less than 5 min longer.',
      'A normal one overtakes one of low priority that has waited less than 5 min longer.',
    ]);
  });

  test('[QU2] equal and reversed head starts are said as they are', () => {
    const rules = waitingRules({ headStartUrgentS: 0, headStartHighS: 60, headStartLowS: 0 });
    expect(rules[0]).toContain('is overtaken by one of high priority unless it has waited 1 min longer');
    expect(rules[1]).toContain('count alike');
  });
});
