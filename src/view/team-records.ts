// What this device's register says of a team, as the start page shows it, and which names it takes.

import { asAgentId } from '../domain/ids.ts';
import { MAX_NAME } from '../domain/limits.ts';
import type { TeamRecord } from './app-ports.ts';
import type { EntryRefusal, KnownTeam } from './app-types.ts';

export const whyNotName = (name: string): EntryRefusal | null => {
  if (name.trim() === '') return 'nameEmpty';
  return name.trim().length > MAX_NAME ? 'nameTooLong' : null;
};

export const knownTeam = (record: TeamRecord): KnownTeam => ({
  id: record.teamId,
  name: record.name,
  agentId: record.agentId === null ? null : asAgentId(record.agentId),
  agentName: record.agentName,
  lastHereAt: record.lastHereAt,
  isLoggedIn: record.isLoggedIn,
});
