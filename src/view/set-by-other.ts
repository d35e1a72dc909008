// ST11: a status that a supervisor set, as the agent is told of it until they choose for themselves.

import type { Intent } from '../domain/entry.ts';
import type { AgentId } from '../domain/ids.ts';
import type { Agent } from '../domain/team-state.ts';

export interface SetByOther {
  readonly by: AgentId;
  readonly intent: Intent;
  readonly why: string;
}

export const setByOther = (agent: Pick<Agent, 'id' | 'standing'> | undefined): SetByOther | null => {
  if (agent === undefined) return null;
  const { by, source, intent, heads } = agent.standing;
  if (source !== 'person' || by === null || by === agent.id) return null;
  return { by, intent, why: heads.findLast((head) => head.agent === by && head.intent === intent)?.why ?? '' };
};
