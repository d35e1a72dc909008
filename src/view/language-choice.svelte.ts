// Which language is on: the one chosen on this device, else the first of the browser's that the desk has. Its
// sentences are loaded before anything is drawn, those of later parts with the first of these. What fails to load
// leaves the language as it was.

import { isLanguage, languageFor, type Language } from '../messages/language.ts';
import { LANGUAGES, type Part } from '../messages/languages.ts';
import { setLocale } from './text.svelte.ts';

const KEY = 'deskmesh.language';

const kept = (): Language | null => {
  try {
    const code = localStorage.getItem(KEY);
    return isLanguage(code) ? code : null;
  } catch {
    // Storage is blocked: the browser's languages decide.
    return null;
  }
};

const keep = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is blocked: it holds until the tab closes.
  }
};

class LanguageChoice {
  current: Language = $state('en');
  #wanted: Language = 'en';
  #parts: readonly Part[] = ['first'];
  #shown: readonly Part[] = [];

  /** Once, before the first screen. */
  async start(): Promise<void> {
    this.#wanted = kept() ?? languageFor(navigator.languages);
    if (await this.#load()) return;
    this.#wanted = 'en';
    await this.#load();
  }

  /** False: it could not be loaded. */
  async choose(language: Language): Promise<boolean> {
    this.#wanted = language;
    const isHere = await this.#load();
    if (isHere) keep(this.current);
    else if (this.#wanted === language) this.#wanted = this.current;
    return isHere;
  }

  /** A part of the app together with its sentences. */
  async withWords<T>(load: () => Promise<T>): Promise<T> {
    this.#parts = ['first', 'later'];
    const [part, areHere] = await Promise.all([load(), this.#shown.includes('later') || this.#load()]);
    if (!areHere) throw new Error('The sentences of this part could not be loaded.');
    return part;
  }

  async #load(): Promise<boolean> {
    const [language, parts] = [this.#wanted, this.#parts];
    try {
      const loaded = await Promise.all(parts.map((part) => LANGUAGES[language].load[part]()));
      // Another language was chosen, or a part opened, meanwhile.
      if (this.#wanted !== language || this.#parts !== parts) return await this.#load();
      this.#shown = parts;
      this.current = language;
      setLocale(language, Object.assign({}, ...loaded));
      const page = document.documentElement;
      [page.lang, page.dir] = [language, 'ltr'];
      return true;
    } catch {
      return false;
    }
  }
}

export const languageChoice = new LanguageChoice();
