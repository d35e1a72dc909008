// What the built app is answered with, and which of its compressed copies are believed.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';

import { loadSite } from '../../../src/rendezvous/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskmesh-site-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the copy in brotli that the build left is served, and is no file of the site', () => {
  const text = `// ${'desk '.repeat(400)}`;
  const built = brotliCompressSync(text);
  writeFileSync(join(folder, 'a.js'), text);
  writeFileSync(join(folder, 'a.js.br'), built);
  const site = loadSite(folder);
  expect(site.get('/a.js')?.brotli?.equals(built)).toBe(true);
  expect(site.has('/a.js.br')).toBe(false);
});

test('a copy of another text, or a broken one, is made anew', () => {
  const text = `// ${'team '.repeat(400)}`;
  for (const built of [brotliCompressSync('// older'), brotliCompressSync(text.repeat(50)), Buffer.from('no brotli')]) {
    writeFileSync(join(folder, 'b.js'), text);
    writeFileSync(join(folder, 'b.js.br'), built);
    const brotli = loadSite(folder).get('/b.js')?.brotli ?? null;
    expect(brotli === null ? null : brotliDecompressSync(brotli).toString()).toBe(text);
  }
});
