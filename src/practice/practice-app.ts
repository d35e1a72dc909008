// The app around a practice: the shell's own pages on a team that is played in this tab. The ways in and out of
// real teams lead nowhere here; logging out and leaving the team end the practice. Calls nobody by
// notification or sound.

import type { Clock, Random } from '../engine/ports.ts';
import { loadTalk } from '../messages/practice-talk.ts';
import type { Language } from '../messages/language.ts';
import type { AppApi, EntryResult } from '../view/app-types.ts';
import { DeskView } from '../view/desk-view.svelte.ts';
import { MemoryNotes } from './memory-notes.ts';
import { PracticeTeam } from './practice-team.ts';

export interface PracticeAppOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly language: Language;
  /** The person wants out. */
  onLeave(): void;
}

const NOWHERE: EntryResult = { ok: false, reason: 'unknownTeam' };

export class PracticeApp implements AppApi {
  readonly phase = { kind: 'desk' } as const;
  readonly teams = [];
  readonly hindrances = [];
  readonly pendingInvite = '';
  readonly arriving = null;
  readonly whereabouts = null;
  /** Nobody can write to made-up people. */
  readonly customers = null;
  readonly files = null;
  readonly joining = null;
  readonly attention = {
    permission: 'absent',
    ask: async (): Promise<void> => undefined,
    tell: (): void => undefined,
    chime: (): void => undefined,
    badge: (): void => undefined,
  } as const;
  readonly desk: DeskView;
  readonly #team: PracticeTeam;
  readonly #clock: Clock;
  readonly #leave: () => void;

  constructor(team: PracticeTeam, { clock, onLeave }: Pick<PracticeAppOptions, 'clock' | 'onLeave'>) {
    this.#team = team;
    this.#clock = clock;
    this.#leave = onLeave;
    const { desk, session } = team;
    this.desk = new DeskView({
      desk,
      storage: session.storage,
      mesh: session.mesh,
      notes: new MemoryNotes(),
      clock,
    });
  }

  async end(): Promise<void> {
    this.desk.end();
    await this.#team.end();
  }

  async logOut(): Promise<void> {
    this.#leave();
  }

  async leaveTeam(): Promise<void> {
    this.#leave();
  }

  othersHold(): number {
    return 0;
  }

  /** Nobody can be invited to what exists in this tab alone. */
  inviteLink(): string {
    return '';
  }

  inviteHolds(): ReturnType<AppApi['inviteHolds']> {
    return { rendezvous: [], iceServers: 0 };
  }

  now(): number {
    return this.#clock.wall();
  }

  async createTeam(): Promise<EntryResult> {
    return NOWHERE;
  }

  async joinTeam(): Promise<EntryResult> {
    return NOWHERE;
  }

  async logIn(): Promise<EntryResult> {
    return NOWHERE;
  }

  async identify(): Promise<void> {}

  async continueAlone(): Promise<void> {}
}

export const openPractice = async ({ clock, random, language, onLeave }: PracticeAppOptions): Promise<PracticeApp> => {
  const team = await PracticeTeam.open({ clock, random, talk: await loadTalk(language) });
  return new PracticeApp(team, { clock, onLeave });
};
