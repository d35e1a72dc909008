import { describe, expect, test } from 'vitest';

import { MAX_FILE_BYTES } from '../../../src/domain/limits.ts';
import { judgeFile, kindByName, whyNotSize } from '../../../src/files/kinds.ts';

const bytesOf = (...start: readonly (number | string)[]): Uint8Array => {
  const parts = start.flatMap((each) => (typeof each === 'number' ? [each] : [...new TextEncoder().encode(each)]));
  return Uint8Array.from([...parts, ...Array.from({ length: 32 }, () => 0)]);
};

const PNG = bytesOf(0x89, 'PNG\r\n', 0x1a, '\n');
const JPEG = bytesOf(0xff, 0xd8, 0xff, 0xe0);
const WINDOWS = bytesOf('MZ', 0x90, 0, 3);
const LINUX = bytesOf(0x7f, 'ELF');
const TEXT = new TextEncoder().encode('Guten Tag, 您好');

const whyNot = (name: string, bytes: Uint8Array): string => {
  const judged = judgeFile(name, bytes);
  return judged.ok ? judged.kind : judged.why;
};

describe('[FI3] the bytes say what a file is', () => {
  test.each([
    ['holiday.png', PNG, 'picture'],
    ['HOLIDAY.JPG', JPEG, 'picture'],
    ['a.webp', bytesOf('RIFF', 1, 2, 3, 4, 'WEBP'), 'picture'],
    ['a.gif', bytesOf('GIF89a'), 'picture'],
    ['invoice.pdf', bytesOf('%PDF-1.7'), 'paper'],
    ['letter.docx', bytesOf('PK', 3, 4), 'office'],
    ['notes.txt', TEXT, 'text'],
    ['call.mp3', bytesOf('ID3'), 'sound'],
    ['call.wav', bytesOf('RIFF', 1, 2, 3, 4, 'WAVE'), 'sound'],
    ['film.mp4', bytesOf(0, 0, 0, 0x20, 'ftypisom'), 'film'],
  ])('%s is taken for what it is', (name, bytes, kind) => {
    expect(whyNot(name, bytes)).toBe(kind);
  });

  test.each([
    ['setup.exe', WINDOWS, 'program'],
    ['holiday.png', WINDOWS, 'program'],
    ['invoice.pdf', LINUX, 'program'],
    ['notes.txt', new TextEncoder().encode('#!/bin/sh\nrm -rf ~'), 'program'],
    ['page.html', TEXT, 'program'],
    ['drawing.svg', TEXT, 'program'],
    ['macros.docm', bytesOf('PK', 3, 4), 'program'],
    ['photo.jpg.exe', JPEG, 'program'],
    ['photo.exe ', JPEG, 'program'],
    ['holiday.png', JPEG, 'disguised'],
    ['invoice.pdf', TEXT, 'disguised'],
    ['notes.txt', PNG, 'disguised'],
    ['film.mp4', PNG, 'disguised'],
    ['archive.zip', bytesOf('PK', 3, 4), 'unknownKind'],
    ['README', TEXT, 'unknownKind'],
    ['__proto__', TEXT, 'unknownKind'],
    ['a.constructor', TEXT, 'unknownKind'],
    ['nothing.txt', new Uint8Array(), 'empty'],
  ])('%s is refused', (name, bytes, why) => {
    expect(whyNot(name, bytes)).toBe(why);
  });

  test('a text may begin as a program does', () => {
    expect(whyNot('a.txt', new TextEncoder().encode('MZ is where I live'))).toBe('text');
  });

  test('size is known before anything is read', () => {
    expect(whyNotSize(MAX_FILE_BYTES)).toBeNull();
    expect(whyNotSize(MAX_FILE_BYTES + 1)).toBe('tooLarge');
    expect(whyNotSize(0)).toBe('empty');
    expect(whyNot('a.png', new Uint8Array(MAX_FILE_BYTES + 1))).toBe('tooLarge');
  });

  test('the name alone says what a tile shows meanwhile', () => {
    expect(kindByName('a.PNG')).toBe('picture');
    expect(kindByName('a.zip')).toBeNull();
    expect(kindByName('toString')).toBeNull();
  });
});
