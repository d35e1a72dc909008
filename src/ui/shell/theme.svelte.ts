// Light, dark, or as the system: kept on this device, the same for every team. Applied before the
// first page is drawn.

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'deskmesh.theme';

const read = (): Theme => {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // Storage is blocked: the system decides.
    return 'system';
  }
};

const apply = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

class ThemeChoice {
  current: Theme = $state('system');

  start(): void {
    this.current = read();
    apply(this.current);
  }

  choose(theme: Theme): void {
    this.current = theme;
    apply(theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Storage is blocked: it holds until the tab closes.
    }
  }
}

export const themeChoice = new ThemeChoice();
