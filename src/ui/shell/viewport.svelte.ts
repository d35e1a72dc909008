// How wide the window is, in the steps of the layout. CSS decides looks; this is for what is another
// element altogether. At 400 % zoom a laptop is a phone.

class Viewport {
  isPhone = $state(false);
  isNarrow = $state(false);
  isWide = $state(true);
  isRoomy = $state(true);

  #follow(query: string, set: (matches: boolean) => void): void {
    const media = matchMedia(query);
    set(media.matches);
    media.addEventListener('change', () => set(media.matches));
  }

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    this.#follow('(max-width: 639px)', (matches) => (this.isPhone = matches));
    this.#follow('(max-width: 899px)', (matches) => (this.isNarrow = matches));
    this.#follow('(min-width: 1200px)', (matches) => (this.isWide = matches));
    this.#follow('(min-width: 1280px)', (matches) => (this.isRoomy = matches));
  }
}

export const viewport = new Viewport();
