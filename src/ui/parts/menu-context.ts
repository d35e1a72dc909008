// How an item shuts the menu it stands in.

import { createContext } from 'svelte';

export const [getMenuClose, setMenuClose] = createContext<() => void>();
