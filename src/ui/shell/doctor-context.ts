// How the doctor reads the browser: handed in by main.ts, and loaded with the doctor.

import { createContext } from 'svelte';
import type { WatchBrowser } from '../../view/doctor-live.svelte.ts';

export const [getWatchBrowser, setWatchBrowser] = createContext<WatchBrowser>();
