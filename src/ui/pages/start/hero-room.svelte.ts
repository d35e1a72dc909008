// What the start page has room for. What has none is not made at all: on a phone that is half of the first screen's work.

class HeroRoom {
  hasPicture = $state(true);
  hasPoints = $state(true);

  #follow(query: string, set: (matches: boolean) => void): void {
    const media = matchMedia(query);
    set(media.matches);
    media.addEventListener('change', () => set(media.matches));
  }

  constructor() {
    if (typeof matchMedia === 'undefined') return;
    this.#follow('(min-width: 960px) and (min-height: 700px)', (matches) => (this.hasPicture = matches));
    this.#follow('(min-width: 960px)', (matches) => (this.hasPoints = matches));
  }
}

export const heroRoom = new HeroRoom();
