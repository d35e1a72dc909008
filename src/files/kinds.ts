// What a file is, by its bytes and not by its word. Decides what may be sent at all: pictures, papers, texts, sound
// and film, whose bytes begin as those of their kind do. Whatever a machine could run is refused, also where its
// name says otherwise. Source of the beginnings: https://en.wikipedia.org/wiki/List_of_file_signatures
// Keeps true: nothing is opened to judge it. Leaves out who is told.

import { MAX_FILE_BYTES } from '../domain/limits.ts';

export type FileKind = 'picture' | 'paper' | 'office' | 'text' | 'sound' | 'film';

/** `disguised`: its bytes are not what its name says. `program`: a machine could run it. */
export type WhyNotFile = 'empty' | 'tooLarge' | 'program' | 'disguised' | 'unknownKind';

export type Judged =
  | { readonly ok: true; readonly kind: FileKind; readonly mime: string }
  | { readonly ok: false; readonly why: WhyNotFile };

type Begins = (bytes: Uint8Array) => boolean;

const has =
  (at: number, ...wanted: readonly number[]): Begins =>
  (bytes) =>
    wanted.every((each, index) => bytes[at + index] === each);
const says = (at: number, text: string): Begins => has(at, ...new TextEncoder().encode(text));
const both =
  (one: Begins, other: Begins): Begins =>
  (bytes) =>
    one(bytes) && other(bytes);
const either =
  (...any: readonly Begins[]): Begins =>
  (bytes) =>
    any.some((begins) => begins(bytes));

const isPlainText: Begins = (bytes) => {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const isZip = has(0, 0x50, 0x4b, 3, 4);
const isMp4 = says(4, 'ftyp');
const isOgg = says(0, 'OggS');

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

const KINDS: Readonly<Record<string, readonly [FileKind, mime: string, Begins]>> = {
  png: ['picture', 'image/png', has(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  jpg: ['picture', 'image/jpeg', has(0, 0xff, 0xd8, 0xff)],
  jpeg: ['picture', 'image/jpeg', has(0, 0xff, 0xd8, 0xff)],
  gif: ['picture', 'image/gif', says(0, 'GIF8')],
  webp: ['picture', 'image/webp', both(says(0, 'RIFF'), says(8, 'WEBP'))],
  pdf: ['paper', 'application/pdf', says(0, '%PDF-')],
  docx: ['office', `${OFFICE}.wordprocessingml.document`, isZip],
  xlsx: ['office', `${OFFICE}.spreadsheetml.sheet`, isZip],
  pptx: ['office', `${OFFICE}.presentationml.presentation`, isZip],
  odt: ['office', `${OPEN}.text`, isZip],
  ods: ['office', `${OPEN}.spreadsheet`, isZip],
  odp: ['office', `${OPEN}.presentation`, isZip],
  txt: ['text', 'text/plain', isPlainText],
  log: ['text', 'text/plain', isPlainText],
  md: ['text', 'text/plain', isPlainText],
  csv: ['text', 'text/csv', isPlainText],
  ics: ['text', 'text/calendar', isPlainText],
  vcf: ['text', 'text/vcard', isPlainText],
  mp3: ['sound', 'audio/mpeg', either(says(0, 'ID3'), has(0, 0xff, 0xfb), has(0, 0xff, 0xf3), has(0, 0xff, 0xf2))],
  m4a: ['sound', 'audio/mp4', isMp4],
  ogg: ['sound', 'audio/ogg', isOgg],
  opus: ['sound', 'audio/ogg', isOgg],
  wav: ['sound', 'audio/wav', both(says(0, 'RIFF'), says(8, 'WAVE'))],
  mp4: ['film', 'video/mp4', isMp4],
  mov: ['film', 'video/quicktime', isMp4],
  webm: ['film', 'video/webm', has(0, 0x1a, 0x45, 0xdf, 0xa3)],
};

/** Windows, Linux, macOS (four ways, and the one that Java shares), scripts, Android's and WebAssembly. */
const isProgram = either(
  both(says(0, 'MZ'), (bytes) => bytes.subarray(0, 1024).includes(0)),
  has(0, 0x7f, 0x45, 0x4c, 0x46),
  has(0, 0xce, 0xfa, 0xed, 0xfe),
  has(0, 0xcf, 0xfa, 0xed, 0xfe),
  has(0, 0xfe, 0xed, 0xfa, 0xce),
  has(0, 0xfe, 0xed, 0xfa, 0xcf),
  has(0, 0xca, 0xfe, 0xba, 0xbe),
  says(0, '#!'),
  says(0, 'dex\n'),
  has(0, 0, 0x61, 0x73, 0x6d),
);

const PROGRAMS = new Set(
  (
    'exe com bat cmd msi msix scr pif cpl dll js mjs jse vbs vbe wsf wsh ps1 psm1 sh bash zsh command jar app apk dmg pkg ' +
    'deb rpm run appimage html htm xhtml svg mht hta lnk url reg py rb pl php wasm docm xlsm pptm'
  ).split(' '),
);

const endingOf = (name: string): string => {
  const dot = name.trimEnd().lastIndexOf('.');
  return dot < 0
    ? ''
    : name
        .slice(dot + 1)
        .trim()
        .toLowerCase();
};

/** Pictures first: what a phone's picker then offers. For the `accept` of a file input. */
export const ACCEPTED_FILES = Object.keys(KINDS)
  .map((ending) => `.${ending}`)
  .join(',');

/** By the name alone: what a tile shows before the bytes are here. */
export const kindByName = (name: string): FileKind | null => {
  const ending = endingOf(name);
  return Object.hasOwn(KINDS, ending) ? (KINDS[ending]?.[0] ?? null) : null;
};

/** Why it is too large, or empty, before anything of it is read; null where its size is fine. */
export const whyNotSize = (bytes: number): WhyNotFile | null => {
  if (bytes === 0) return 'empty';
  return bytes > MAX_FILE_BYTES ? 'tooLarge' : null;
};

export const judgeFile = (name: string, bytes: Uint8Array): Judged => {
  const wrongSize = whyNotSize(bytes.length);
  if (wrongSize !== null) return { ok: false, why: wrongSize };
  const ending = endingOf(name);
  if (PROGRAMS.has(ending) || isProgram(bytes)) return { ok: false, why: 'program' };
  const known = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined;
  if (known === undefined) return { ok: false, why: 'unknownKind' };
  const [kind, mime, begins] = known;
  return begins(bytes) ? { ok: true, kind, mime } : { ok: false, why: 'disguised' };
};
