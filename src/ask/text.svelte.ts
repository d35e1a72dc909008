// The page's sentences in the visitor's language, and numbers and times as that language writes them.

import { en, type AskMessageKey, type AskSentences } from '../messages/ask/en.ts';
import { ASK_LANGUAGES } from '../messages/ask/languages.ts';
import { languageFor } from '../messages/language.ts';

let sentences: AskSentences = $state.raw(en);
let locale = $state.raw('en');

/** The first of these that there is; English is there from the start, and stays where the other cannot be loaded. */
export const chooseLanguage = async (tags: readonly string[]): Promise<void> => {
  const language = languageFor(tags);
  // How times are written differs within a language: `en-GB` is not `en-US`.
  const own = tags.find((tag) => tag.split('-', 1)[0] === language.split('-', 1)[0] && languageFor([tag]) === language);
  sentences = language === 'en' ? en : await ASK_LANGUAGES[language]();
  locale = own ?? language;
  document.documentElement.lang = language;
};

const written = (value: string | number): string =>
  typeof value === 'string' ? value : new Intl.NumberFormat(locale).format(value);

export const t = (key: AskMessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
  sentences[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => written(values[name] ?? whole));

/** Of a file, as the desk writes it. */
export const sizeOf = (bytes: number): string => {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const unit = (['byte', 'kilobyte', 'megabyte'] as const)[power] ?? 'byte';
  const value = bytes / 1_000 ** power;
  const maximumFractionDigits = power > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value);
};

export const timeOf = (at: number): string => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);

export const dayOf = (at: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
