// The lists of the last time, shown while the log is read, and kept for the next: written when the page is idle
// after a change, and when it is hidden, which is the last that a page hears for certain.

import type { AgentId } from '../domain/ids.ts';
import { asAgentId, asDeviceId } from '../domain/ids.ts';
import { takeSnapshot } from '../domain/team-snapshot.ts';
import type { TeamState } from '../domain/team-state.ts';
import type { Clock } from '../engine/ports.ts';
import { SnapshotDesk } from '../engine/snapshot-desk.ts';
import type { AppPorts, FirstLookStore, FirstOpened, TeamRecord } from './app-ports.ts';

/** After a change, and from one writing to the next at least. */
const SOON_MS = 1_000;
const PAUSE_MS = 15_000;
const NO_FRAME_MS = 500;

export const readFirstLook = async (
  ports: AppPorts,
  { teamId, deviceId, agentId }: TeamRecord,
): Promise<FirstOpened> => {
  const store = ports.openFirstLook(teamId);
  const [notes, snapshot] = await Promise.all([
    ports.openNotes(teamId),
    agentId === null ? null : store.read().catch(() => null),
  ]);
  const now = { mono: ports.clock.mono(), wall: ports.clock.wall() };
  const isOurs = snapshot !== null && agentId !== null && snapshot.me === asAgentId(agentId);
  return { store, notes, desk: isOurs ? new SnapshotDesk(snapshot, asDeviceId(deviceId), now) : null };
};

/** What changed is on the screen; a page that nobody sees does not wait. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) return resolve();
    requestAnimationFrame(() => setTimeout(resolve, 0));
    // A page that is hidden meanwhile gets no frame.
    setTimeout(resolve, NO_FRAME_MS);
  });

interface Kept {
  readonly replica: { readonly team: TeamState; subscribe(listener: () => void): () => void };
  readonly store: FirstLookStore;
  readonly me: AgentId;
  readonly clock: Clock;
}

/** Gives back what ends it. */
export const keepFirstLook = ({ replica, store, me, clock }: Kept): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = true;
  let writtenAt = -PAUSE_MS;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!isDue) return;
    isDue = false;
    writtenAt = clock.mono();
    void store.write(takeSnapshot(replica.team, me, clock.wall()));
  };
  const whenIdle = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(write);
    else write();
  };
  const onHidden = (): void => {
    if (document.hidden) write();
  };
  const ask = (): void => {
    isDue = true;
    timer ??= setTimeout(whenIdle, Math.max(SOON_MS, writtenAt + PAUSE_MS - clock.mono()));
  };
  ask();
  const stop = replica.subscribe(ask);
  document.addEventListener('visibilitychange', onHidden);
  addEventListener('pagehide', write);
  return () => {
    write();
    stop();
    document.removeEventListener('visibilitychange', onHidden);
    removeEventListener('pagehide', write);
  };
};
