// The way into a practice, for whoever offers it: the start page.

import { createContext } from 'svelte';
import type { ShellApp } from './context.ts';

/** A practice under way: the shell's app on a team that exists in this tab alone. */
export interface Practice extends ShellApp {
  end(): Promise<void>;
}

/** Builds one; `onLeave` when the person wants out. */
export type OpenPractice = (onLeave: () => void) => Promise<Practice>;

export interface PracticeDoor {
  enter(): Promise<void>;
}

export const [getPracticeDoor, setPracticeDoor] = createContext<PracticeDoor>();
