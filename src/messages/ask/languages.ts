// The languages of the customers' page: English comes with it, the others when a browser asks for them.

import type { Language } from '../language.ts';
import type { AskSentences } from './en.ts';

export const ASK_LANGUAGES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<AskSentences>>> = {
  de: async () => (await import('./de.ts')).sentences,
  ja: async () => (await import('./ja.ts')).sentences,
  'zh-TW': async () => (await import('./zh-tw.ts')).sentences,
};
