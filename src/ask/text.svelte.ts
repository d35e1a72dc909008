// The page's sentences in the visitor's language, and times as that language writes them.

import { en, type AskMessageKey } from '../messages/ask/en.ts';

type Sentences = Readonly<Record<AskMessageKey, string>>;

const LANGUAGES: Readonly<Record<string, () => Promise<Sentences>>> = {};

let sentences: Sentences = $state.raw(en);

/** The first of these that there is; English is there from the start. */
export const chooseLanguage = async (tags: readonly string[]): Promise<void> => {
  for (const tag of tags) {
    const code = tag.toLowerCase().split('-', 1)[0] ?? '';
    if (code === 'en') return;
    const load = LANGUAGES[code];
    if (load === undefined) continue;
    sentences = await load();
    document.documentElement.lang = code === 'zh' ? 'zh-TW' : code;
    return;
  }
};

export const t = (key: AskMessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
  sentences[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const timeOf = (at: number): string =>
  new Intl.DateTimeFormat(navigator.language, { hour: '2-digit', minute: '2-digit' }).format(at);

export const dayOf = (at: number): string =>
  new Intl.DateTimeFormat(navigator.language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
