// The words of a practice team in each language, loaded when a practice begins.

import type { Language } from './language.ts';
import type { PracticeTalk } from './practice-dialogue.ts';

const TALKS: Readonly<Record<Language, () => Promise<PracticeTalk>>> = {
  en: async () => (await import('./en/practice-talk.ts')).talk,
  'zh-TW': async () => (await import('./zh-tw/practice-talk.ts')).talk,
  ja: async () => (await import('./ja/practice-talk.ts')).talk,
  de: async () => (await import('./de/practice-talk.ts')).talk,
};

export const loadTalk = (language: Language): Promise<PracticeTalk> => TALKS[language]();
