// Skills as they are typed: spaces aside, and in the spelling that the team has already, since an agent has a
// skill only if it is written alike (QU3). Bounded as entries are.

import { MAX_NAME, MAX_SKILLS } from '../domain/limits.ts';
import type { TeamState } from '../domain/team-state.ts';

export type SkillRefusal = 'tooMany' | 'tooLong';

const plain = (skill: string): string => skill.normalize('NFC').toLocaleLowerCase('en');

/** Every skill that somebody has, once, in the order of letters. */
export const knownSkills = (team: Pick<TeamState, 'agents'>): readonly string[] => {
  const all = new Set([...team.agents.values()].flatMap(({ skills }) => skills));
  return [...all].sort((a, b) => a.localeCompare(b));
};

/** The list with what was typed, commas between skills; or why not. */
export const withSkill = (
  has: readonly string[],
  typed: string,
  known: readonly string[],
): readonly string[] | SkillRefusal => {
  let skills = has;
  for (const part of typed.split(/[,，、]/u)) {
    const wanted = part.trim().replaceAll(/\s+/gu, ' ');
    if (wanted === '' || skills.some((skill) => plain(skill) === plain(wanted))) continue;
    if (wanted.length > MAX_NAME) return 'tooLong';
    if (skills.length >= MAX_SKILLS) return 'tooMany';
    skills = [...skills, known.find((skill) => plain(skill) === plain(wanted)) ?? wanted];
  }
  return skills;
};

export const hasAll = (team: Pick<TeamState, 'agents'>, needed: readonly string[]): boolean =>
  [...team.agents.values()].some(({ skills }) => needed.every((skill) => skills.includes(skill)));
