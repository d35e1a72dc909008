// What the start page and the shell know of the app around a desk: which teams this device has,
// which one is open, and the ways in and out. Implemented by app.svelte.ts, built in main.ts.

import type { AgentId } from '../domain/ids.ts';
import type { MeshStatus } from '../engine/ports.ts';
import type { AttentionPort } from './attention/attention-port.ts';

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
  /** Null where a join was begun and never finished. */
  readonly agentId: AgentId | null;
  readonly agentName: string;
  readonly lastHereAt: number;
  readonly isLoggedIn: boolean;
}

/** Keys of messages/; each has a sentence that says what happened and what to do. */
export type EntryRefusal =
  | 'nameEmpty'
  | 'nameTooLong'
  | 'inviteEmpty'
  | 'inviteWrong'
  | 'inviteTruncated'
  | 'inviteNewer'
  | 'inviteTooLong'
  | 'unknownTeam';

export type EntryResult = { readonly ok: true } | { readonly ok: false; readonly reason: EntryRefusal };

/** What does not work here, said on every screen it matters on. */
export type Hindrance =
  | 'insecureOrigin'
  | 'webrtcAbsent'
  | 'storageBlocked'
  | 'storageFull'
  | 'storageFailing'
  | 'storageClosed'
  | 'storageOutdated'
  | 'storageRescued'
  | 'rendezvousUnreachable'
  | 'meshNotLoaded';

export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'start' }
  /** A part of the app did not come from where the app comes from: loading it anew helps. */
  | { readonly kind: 'notLoaded' }
  /** Joined on a new device, first sync not done (ST4). `canContinue` once waiting seems idle. */
  | { readonly kind: 'connecting'; readonly teamName: string; readonly canContinue: boolean }
  /** The team already has agents of that name: the same person, or another? */
  | {
      readonly kind: 'whoAreYou';
      readonly name: string;
      readonly agents: readonly { readonly id: AgentId; readonly name: string }[];
    }
  | { readonly kind: 'desk' };

export interface AppApi {
  readonly phase: Phase;
  readonly teams: readonly KnownTeam[];
  readonly hindrances: readonly Hindrance[];
  /** Notifications, sound, and the number on the icon. */
  readonly attention: AttentionPort;
  /** An invite that came in the address bar's fragment, to be put in the text box. */
  readonly pendingInvite: string;
  createTeam(teamName: string, yourName: string): Promise<EntryResult>;
  joinTeam(invite: string, yourName: string): Promise<EntryResult>;
  logIn(teamId: string): Promise<EntryResult>;
  /** Answers `whoAreYou`; null = somebody else of that name. */
  identify(agent: AgentId | null): Promise<void>;
  /** From `connecting`: open the desk without having reached anybody. */
  continueAlone(): Promise<void>;
  /** Gone at once for the others (ST7); the data stays. */
  logOut(): Promise<void>;
  /** CO9. Deletes this team's data here. Call `othersHold()` first and say it. */
  leaveTeam(): Promise<void>;
  /** Teammates reachable now whose copy is in sync with this one. */
  othersHold(): number;
  /** `forMe`: for a second device of this same agent. */
  inviteLink(forMe?: boolean): string;
  /** What such a link holds beside the team’s key and name: where desks meet, and how many servers. */
  inviteHolds(): { readonly rendezvous: readonly string[]; readonly iceServers: number };
  /** Wall clock, for "yesterday 18:10" on the start page. */
  now(): number;
  /** How much of the team's state has come, while it is coming to a newcomer; `isPast`: what is open is here. */
  readonly arriving: (NonNullable<MeshStatus['arriving']> & { readonly isPast?: boolean }) | null;
}
