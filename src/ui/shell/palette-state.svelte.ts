// What is open over the desk for the keyboard: the palette, or the list of shortcuts.

class PaletteState {
  shown: 'palette' | 'shortcuts' | null = $state(null);
}

export const paletteState = new PaletteState();
