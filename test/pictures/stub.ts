// An app and a desk with made-up values. Only what the shell and its pages read.

import { asAgentId, asDeviceId, type WallMs } from '../../src/domain/ids.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { ShellApp } from '../../src/ui/shell/context.ts';
import type { DeskView } from '../../src/view/desk-view.svelte.ts';
import { ThisApp } from '../../src/view/this-app.svelte.ts';

export const LONG = `${'نص طويل جدا '.repeat(8)}👩‍👩‍👧‍👦<script>alert(1)</script>${'Long name without end '.repeat(6)}`.slice(
  0,
  200,
);

const NOW = new Date(2026, 10, 19, 14, 31).getTime();
const at = (hours: number, minutes: number): number => new Date(2026, 10, 19, hours, minutes).getTime();

export const AGENTS = [
  { id: 'hana90', name: 'Hana', status: 'ready', open: 3, since: at(13, 41) },
  { id: 'jonas91', name: 'Jonas', status: 'ready', open: 5, since: at(12, 52) },
  { id: 'amara93', name: 'Amara', status: 'ready', open: 3, since: at(13, 20) },
  { id: 'wei-lun135', name: '偉倫', status: 'away', open: 1, since: at(14, 19) },
  { id: 'priya63', name: 'Priya', status: 'out', open: 1, since: at(12, 36) },
  { id: 'tomas42', name: 'Tomás', status: 'out', open: 0, since: at(14, 0) - 20 * 3_600_000 },
] as const;

const refuse = async (): Promise<{ ok: false; reason: 'inviteTruncated' }> => ({
  ok: false,
  reason: 'inviteTruncated',
});

export const stubApp = (state: string): ShellApp => ({
  phase: { kind: 'start' },
  teams: state.includes('new')
    ? []
    : [
        {
          id: 'team1',
          name: state.includes('long') ? LONG : 'Northlight Coffee',
          agentId: asAgentId('hana90'),
          agentName: state.includes('long') ? LONG : 'Hana',
          lastHereAt: at(18, 10) - 86_400_000,
          isLoggedIn: false,
        },
      ],
  hindrances: state.includes('hindered') ? ['insecureOrigin', 'storageFull', 'rendezvousUnreachable'] : [],
  pendingInvite: state.includes('invited') ? 'http://localhost:4173/#join=1.AAECAwQFBgcICQ' : '',
  arriving: state.includes('arriving') ? { receivedBytes: 4_200_000, totalBytes: 10_400_000 } : null,
  desk: null,
  whereabouts: null,
  customers: null,
  joining: null,
  attention: {
    permission: 'unknown',
    ask: async () => undefined,
    tell: () => undefined,
    chime: () => undefined,
    badge: () => undefined,
  },
  now: () => NOW,
  createTeam: async () => ({ ok: false, reason: 'nameEmpty' }),
  joinTeam: refuse,
  logIn: refuse,
  identify: async () => undefined,
  continueAlone: async () => undefined,
  logOut: async () => undefined,
  leaveTeam: async () => undefined,
  othersHold: () => (state.includes('copies') ? 3 : 0),
  inviteHolds: () => ({ rendezvous: ['ws://192.168.1.20:4173/rendezvous'], iceServers: 0 }),
  inviteLink: () => 'http://localhost:4173/#join=1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v',
});

export const stubThisApp = (state: string): ThisApp => {
  const thisApp = new ThisApp();
  if (state.includes('update')) thisApp.update = { kind: 'waiting', apply: () => undefined };
  return thisApp;
};

/** Cast at the one place where it is made: the gallery needs no engine behind it. */
export const stubDesk = (state: string): DeskView => {
  const isPaused = state.includes('paused');
  const agents = AGENTS.map((agent) => ({
    ...agent,
    id: asAgentId(agent.id),
    name: state.includes('long') ? `${agent.name} ${LONG}`.slice(0, 200) : agent.name,
    status: isPaused && agent.status === 'ready' ? 'away' : agent.status,
    capacity: 5,
    isMe: agent.id === 'hana90',
    isResponding: agent.status !== 'out',
    role: 'agent',
  }));
  const desk = {
    me: asAgentId('hana90'),
    meName: agents[0]?.name ?? '',
    teamName: state.includes('long') ? LONG : 'Northlight Coffee',
    myStatus: isPaused ? 'away' : 'ready',
    myIntent: isPaused ? 'away' : 'ready',
    myStatusSince: at(13, 41),
    isConnecting: state.includes('connecting'),
    unread: 5,
    chatUnread: 2,
    assignment: {
      state: isPaused
        ? { kind: 'paused', reason: 'nobodyReady', since: at(14, 2) as WallMs }
        : { kind: 'assigning', agent: asAgentId('jonas91'), device: asDeviceId('d'), isMine: false },
      agentName: state.includes('long') ? LONG : 'Jonas',
      waiting: 7,
      longestMs: 12 * 60_000,
    },
    reach: state.includes('alone')
      ? { reachable: 0, teammates: 5, isSynced: true, isConnecting: false }
      : { reachable: 3, teammates: 5, isSynced: true, isConnecting: false },
    unsent: state.includes('unsent') ? 2 : 0,
    agents,
    settings: DEFAULT_SETTINGS,
    isLastReady: () => true,
    waitingCount: 7,
    statusNotice: state.includes('notice') ? 'didNotPickUp' : null,
    now: NOW,
    commands: {
      changeSettings: () => ({ ok: true, value: null }),
      chooseStatus: () => ({ ok: true, value: null }),
      rename: () => ({ ok: true, value: null }),
    },
  };
  return desk as unknown as DeskView;
};
