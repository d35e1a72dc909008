// A team in this device's register: a new one, and how the start page shows it.

import { asAgentId, type AgentId } from '../domain/ids.ts';
import type { IceServer } from '../domain/ice-server.ts';
import { MAX_NAME } from '../domain/limits.ts';
import type { MeshStatus } from '../engine/ports.ts';
import type { Session } from '../engine/session.ts';
import { hasSetIceServers, type Settings } from '../domain/settings.ts';
import type { AppPorts, OpenTeam, TeamInvite, TeamRecord } from './app-ports.ts';
import type { AppApi, EntryRefusal, EntryResult, KnownTeam } from './app-types.ts';

const DEVICE_BYTES = 9;

export const OK: EntryResult = { ok: true };
export const refuse = (reason: EntryRefusal): EntryResult => ({ ok: false, reason });

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
export const forgetTeam = async ({ first, record }: OpenTeam, { keeping, devices, files }: AppPorts): Promise<void> => {
  await first?.notes.erase();
  await first?.store.erase();
  await (await files.load().catch(() => null))?.eraseFiles(record.teamId);
  await keeping.folder?.forget(record.teamId);
  await devices.remove(record.teamId);
};

/** The team's servers where the record has others; null where it has them. */
export const newServers = (record: TeamRecord, settings: Settings): readonly IceServer[] | null => {
  const { iceServers } = settings;
  const isKnown = JSON.stringify(iceServers) === JSON.stringify(record.iceServers);
  return !hasSetIceServers(settings) || isKnown ? null : iceServers;
};

/** Who this device is in the team, where the team's log knows that. */
export const knownAgent = ({ record, session }: OpenTeam): AgentId | null => {
  const agent = record.agentId === null ? null : asAgentId(record.agentId);
  return agent !== null && session.replica.team.agents.has(agent) ? agent : null;
};

/** `isPast`: what is open is here already. */
export const arrivingOf = ({ mesh, replica, hasFirst }: Session): AppApi['arriving'] => {
  const { arriving } = mesh.status();
  return arriving === null ? null : { ...arriving, isPast: replica.isPartial && hasFirst };
};

/** Devices in reach that hold all that is here. */
export const devicesInStep = ({ peers }: MeshStatus): number =>
  new Set(peers.filter((peer) => peer.state === 'connected' && peer.isSynced).map((peer) => peer.device)).size;

/** `forMe`: for a second device of this same agent. */
export const inviteOf = (
  { secret, name, rendezvous, agentId, iceServers }: TeamRecord,
  forMe: boolean,
): TeamInvite => ({
  secret,
  teamName: name,
  rendezvous,
  agentId: forMe ? agentId : null,
  iceServers,
});
