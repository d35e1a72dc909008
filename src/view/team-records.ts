// A team in this device's register: a new one, and how the start page shows it.

import { asAgentId } from '../domain/ids.ts';
import { MAX_NAME } from '../domain/limits.ts';
import type { AppPorts, OpenTeam, TeamRecord } from './app-ports.ts';
import type { EntryRefusal, KnownTeam } from './app-types.ts';

const DEVICE_BYTES = 9;

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

export const newRecord = (
  { clock, random, teamIdOf }: Pick<AppPorts, 'clock' | 'random' | 'teamIdOf'>,
  team: Pick<TeamRecord, 'secret' | 'name' | 'rendezvous' | 'iceServers'>,
): TeamRecord => ({
  ...team,
  teamId: teamIdOf(team.secret),
  deviceId: random.token(DEVICE_BYTES),
  agentId: null,
  agentName: '',
  lastHereAt: clock.wall(),
  isLoggedIn: false,
  hasEverSynced: false,
});

/** What this device keeps of a team beside its log, which is gone already (CO9). */
export const forgetTeam = async ({ first, record }: OpenTeam, { keeping, devices }: AppPorts): Promise<void> => {
  await first?.notes.erase();
  await first?.store.erase();
  await keeping.folder?.forget(record.teamId);
  await devices.remove(record.teamId);
};
