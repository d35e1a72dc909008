// Every language says everything: the same keys, placeholders and plural forms, in its own punctuation; what the
// first screen says comes with the first load; and no component holds a sentence of its own.

import { parse } from 'svelte/compiler';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_CODES, languageFor, type Language } from '../../../src/messages/language.ts';
import { LANGUAGES } from '../../../src/messages/languages.ts';
import type { Message } from '../../../src/messages/message.ts';
import { bareCode, sourceAt, sourcesBelow } from '../../support/source-files.ts';

type Sentences = Readonly<Record<string, Message>>;

const firstOf: Partial<Record<Language, Sentences>> = {};
const allOf: Partial<Record<Language, Sentences>> = {};
const of = (language: Language): Sentences => allOf[language] ?? {};

beforeAll(async () => {
  for (const code of LANGUAGE_CODES) {
    const { first, later } = LANGUAGES[code].load;
    const [atOnce, rest] = await Promise.all([first(), later()]);
    firstOf[code] = atOnce;
    allOf[code] = { ...atOnce, ...rest };
  }
});

const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values<string>({ ...message });

/** In any order. The number of a plural may go unsaid in some of its forms. */
const placeholdersOf = (message: Message): string => {
  const names = formsOf(message).map((form) => {
    const found = [...form.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '');
    return [...new Set(found)]
      .filter((name) => typeof message === 'string' || name !== 'n')
      .sort()
      .join(' ');
  });
  return [...new Set(names)].join(' | ');
};

const OTHERS = LANGUAGE_CODES.filter((code) => code !== 'en');
const HAN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

describe.each(OTHERS)('%s', (code) => {
  test('has every sentence and none besides', () => {
    expect(Object.keys(of(code)).sort()).toEqual(Object.keys(of('en')).sort());
    expect(Object.keys(firstOf[code] ?? {}).sort()).toEqual(Object.keys(firstOf.en ?? {}).sort());
  });

  test('names the placeholders that English names', () => {
    const off = Object.entries(of('en')).filter(
      ([key, message]) => placeholdersOf(message) !== placeholdersOf(of(code)[key] ?? ''),
    );
    expect(off.map(([key]) => key)).toEqual([]);
  });

  test('has the plural forms of its rules where English has forms, and nowhere else', () => {
    const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
    for (const [key, message] of Object.entries(of('en'))) {
      const own = of(code)[key] ?? '';
      const kinds = typeof own === 'string' ? null : Object.keys(own).sort();
      expect(kinds, key).toEqual(typeof message === 'string' ? null : [...pluralCategories].sort());
    }
  });

  test('ends a sentence where English ends one, and never shouts', () => {
    for (const [key, message] of Object.entries(of('en'))) {
      const isSentence = /[a-z)”]\.$/u.test(formsOf(message).at(-1) ?? '') && !key.startsWith('set.bounds');
      for (const form of formsOf(of(code)[key] ?? '')) {
        expect(form, key).not.toMatch(/[!！]|^\s|\s$/u);
        if (isSentence) expect(form, key).toMatch(/[.。]$|\{bounds\}$/u);
      }
    }
  });
});

test.each(['zh-TW', 'ja'] as const)('%s is punctuated at full width, its letters its own', (code) => {
  for (const [key, message] of Object.entries(of(code))) {
    for (const form of formsOf(message)) {
      expect(form, key).not.toMatch(/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[,.;:?](?=$|\s|[^\x21-\x7e])/u);
      if (code === 'zh-TW') expect(form, key).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}]|[这为时对话请设连]/u);
    }
  }
});

test('what is left as in English is a name, a unit or a pattern, not forgotten', () => {
  for (const code of ['zh-TW', 'ja'] as const) {
    const same = Object.entries(of('en')).filter(([key, message]) => {
      const words = formsOf(message)
        .join(' ')
        .replaceAll(/\{\w+\}|Deskmesh|MB|kB|B/gu, '');
      const own = formsOf(of(code)[key] ?? '').join(' ');
      return /[a-z]{3}/iu.test(words) && /\p{L}/u.test(own.replaceAll(/\{\w+\}/gu, '')) && !HAN.test(own);
    });
    expect(
      same.map(([key]) => key),
      code,
    ).toEqual([]);
  }
});

test('the browser’s first language that the desk has is taken, by its script', () => {
  expect(languageFor(['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageFor(['zh-HK'])).toBe('zh-TW');
  expect(languageFor(['zh-Hant'])).toBe('zh-TW');
  expect(languageFor(['zh-CN', 'ja-JP'])).toBe('ja');
  expect(languageFor(['x', '', 'en-US'])).toBe('en');
  expect(languageFor([])).toBe('en');
});

test('each term of the glossary is the word that the desk uses', () => {
  const rows = sourceAt('docs/glossary.md').text.matchAll(
    /^\| [^|]+ \| `([\w.]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gmu,
  );
  const terms = [...rows];
  expect(terms.length).toBeGreaterThan(20);
  for (const [, key = '', chinese, japanese, german] of terms) {
    expect([of('zh-TW')[key], of('ja')[key], of('de')[key]], key).toEqual([chinese, japanese, german]);
  }
});

/** A sentence may be said by a file that comes before `later` does only if it is in `first`. */
const staticImports = (code: string): readonly string[] =>
  [...code.matchAll(/^\s*(?:import|export)(?! type)[^;]*?from '(\.[^']+)'|^\s*import '(\.[^']+)'/gmu)].map(
    ([, named, bare]) => named ?? bare ?? '',
  );

test('what is drawn before anything is opened needs no later sentence', () => {
  const sources = new Map([...sourcesBelow('src', '.ts', '.svelte')].map((file) => [file.path, file]));
  const seen = new Set<string>();
  const walk = (path: string): void => {
    const file = sources.get(path);
    if (file === undefined || seen.has(path) || path.startsWith('src/messages/')) return;
    seen.add(path);
    const folder = path.slice(0, path.lastIndexOf('/'));
    for (const to of staticImports(bareCode(file))) walk(new URL(to, `file:///${folder}/`).pathname.slice(1));
  };
  // Those pages say only what the first load brought (ui/shell/app.svelte, desk-page.svelte).
  for (const root of [
    'src/main.ts',
    'src/ui/pages/start/start-page.svelte',
    'src/ui/pages/desk/opened-conversation.svelte',
  ]) {
    walk(root);
  }
  expect(seen.size).toBeGreaterThan(150);
  const later = Object.keys(of('en')).filter((key) => firstOf.en?.[key] === undefined);
  const early = [...seen].flatMap((path) => {
    const text = sources.get(path)?.text ?? '';
    return later.filter((key) => text.includes(`t('${key}'`)).map((key) => `${path}: ${key}`);
  });
  expect(early).toEqual([]);
}, 60_000);

const SPOKEN = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'hint', 'text']);
const isWord = (text: string): boolean => /\p{L}{2}/u.test(text.replaceAll(/&\w+;/gu, ''));

const sentencesIn = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(sentencesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, name, value, data } = node as Readonly<Record<string, unknown>>;
  if (type === 'Text') return typeof data === 'string' && isWord(data) ? [data.trim()] : [];
  if (type === 'Attribute' || type === 'StyleDirective') {
    return typeof name === 'string' && SPOKEN.has(name) ? sentencesIn(value) : sentencesInside(value);
  }
  return Object.values(node).flatMap(sentencesIn);
};

/** The snippets and expressions of an attribute, not its own text: `class="row"` is no sentence. */
const sentencesInside = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === 'object' && part !== null && 'type' in part && part.type !== 'Text' ? sentencesIn(part) : [],
  );

test('no component holds a sentence', () => {
  const found = sourcesBelow('src/ui', '.svelte').flatMap((file) =>
    sentencesIn(parse(file.text, { modern: true }).fragment).map((text) => `${file.path}: ${text}`),
  );
  expect(found).toEqual([]);
}, 60_000);
