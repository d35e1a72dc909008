// What every component under the shell can reach: the app, the desk that is open, and the toasts.

import { createContext } from 'svelte';
import type { AppApi } from '../../view/app-types.ts';
import type { Customers } from '../../view/customers.svelte.ts';
import type { DeskView } from '../../view/desk-view.svelte.ts';
import type { Files } from '../../view/files.svelte.ts';
import type { Joining } from '../../view/newcomer-reach.svelte.ts';
import type { ThisApp } from '../../view/this-app.svelte.ts';
import type { Whereabouts } from '../../view/whereabouts.svelte.ts';
import type { StatusChoice } from './status-choice.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';

/** The app with its desk, which is there in the phase `desk` alone. */
export interface ShellApp extends AppApi {
  readonly desk: DeskView | null;
  /** Of the same team. */
  readonly whereabouts: Whereabouts | null;
  readonly customers: Customers | null;
  /** What can be attached and seen; null in a practice, and until the log is read. */
  readonly files: Files | null;
  /** In the phase `connecting` alone. */
  readonly joining: Joining | null;
}

export const [getApp, setApp] = createContext<ShellApp>();
/** The app on this device, apart from any team. */
export const [getThisApp, setThisApp] = createContext<ThisApp>();
export const [getDesk, setDesk] = createContext<DeskView>();
export const [getToasts, setToasts] = createContext<Toasts>();
export const [getStatusChoice, setStatusChoice] = createContext<StatusChoice>();
