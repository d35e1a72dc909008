// The languages of the desk, each under its own name, and where its sentences are: a chunk for what the first
// screen needs and one for the rest, so that a device loads the one language that it shows.

import { first } from './en/first.ts';
import type { Language } from './language.ts';
import type { Message } from './message.ts';

/** `first`: the start page, the shell and the Desk page. `later`: what is loaded when it is first opened. */
export type Part = 'first' | 'later';
export type Sentences = Readonly<Record<string, Message>>;

interface Known {
  readonly name: string;
  readonly load: Readonly<Record<Part, () => Promise<Sentences>>>;
}

export const LANGUAGES: Readonly<Record<Language, Known>> = {
  en: {
    name: 'English',
    load: {
      // What is left where another could not be loaded is always here.
      first: async () => first,
      later: async () => (await import('./en/later.ts')).later,
    },
  },
  de: {
    name: 'Deutsch',
    load: {
      first: async () => (await import('./de/first.ts')).first,
      later: async () => (await import('./de/later.ts')).later,
    },
  },
  ja: {
    name: '日本語',
    load: {
      first: async () => (await import('./ja/first.ts')).first,
      later: async () => (await import('./ja/later.ts')).later,
    },
  },
  'zh-TW': {
    name: '繁體中文',
    load: {
      first: async () => (await import('./zh-tw/first.ts')).first,
      later: async () => (await import('./zh-tw/later.ts')).later,
    },
  },
};
