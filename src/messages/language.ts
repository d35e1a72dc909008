// Which languages there are, and which of them a browser asks for. Shared by the desk and the customers' page, which
// have sentences of their own.

export type Language = 'en' | 'de' | 'ja' | 'zh-TW';

export const LANGUAGE_CODES: readonly Language[] = ['en', 'de', 'ja', 'zh-TW'];

export const isLanguage = (code: unknown): code is Language => LANGUAGE_CODES.some((known) => known === code);

/** The script tells: `zh-HK` is written as `zh-TW` is, `zh-CN` is not. */
const isFor = (language: Language, wanted: Intl.Locale): boolean => {
  const own = new Intl.Locale(language).maximize();
  return own.language === wanted.language && own.script === wanted.script;
};

const localeOf = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
};

/** The first of the browser's languages that the desk has, else English. */
export const languageFor = (tags: readonly string[]): Language => {
  for (const tag of tags) {
    const wanted = localeOf(tag);
    const found = wanted === null ? undefined : LANGUAGE_CODES.find((language) => isFor(language, wanted));
    if (found !== undefined) return found;
  }
  return 'en';
};
