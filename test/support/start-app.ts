// The app as it is before any team was entered: what the shell and its pages read of it, where a test is about a part
// that needs no more. It refuses every way in.

import { asAgentId } from '../../src/domain/ids.ts';
import type { ShellApp } from '../../src/ui/shell/context.ts';

const NOW_WALL = new Date(2026, 10, 19, 14, 31).getTime();
const DAY_MS = 86_400_000;
const INVITE = 'http://localhost:4173/#join=1.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v';

const refuse = async (): Promise<{ ok: false; reason: 'inviteTruncated' }> => ({
  ok: false,
  reason: 'inviteTruncated',
});

export const startApp = (): ShellApp => ({
  phase: { kind: 'start' },
  teams: [
    {
      id: 'team1',
      name: 'Northlight Coffee',
      agentId: asAgentId('hana90'),
      agentName: 'Hana',
      lastHereAt: NOW_WALL - DAY_MS,
      isLoggedIn: false,
    },
  ],
  hindrances: [],
  pendingInvite: '',
  arriving: null,
  desk: null,
  whereabouts: null,
  customers: null,
  files: null,
  joining: null,
  attention: {
    permission: 'unknown',
    ask: async () => undefined,
    tell: () => undefined,
    chime: () => undefined,
    badge: () => undefined,
  },
  now: () => NOW_WALL,
  createTeam: async () => ({ ok: false, reason: 'nameEmpty' }),
  joinTeam: refuse,
  logIn: refuse,
  identify: async () => undefined,
  continueAlone: async () => undefined,
  logOut: async () => undefined,
  leaveTeam: async () => undefined,
  othersHold: () => 0,
  inviteHolds: () => ({ rendezvous: ['ws://192.168.1.20:4173/rendezvous'], iceServers: 0 }),
  inviteLink: () => INVITE,
});
