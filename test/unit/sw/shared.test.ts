import { expect, test } from 'vitest';
import { bounded, isShare } from '../../../src/sw/shared.ts';

const ORIGIN = 'http://localhost:4173';
const share = { url: `${ORIGIN}/share`, method: 'POST', isNavigation: true };

test('[WI3] a form that is posted to /share is a share, and nothing else is', () => {
  expect(isShare(share, ORIGIN)).toBe(true);
  expect(isShare({ ...share, method: 'GET' }, ORIGIN)).toBe(false);
  expect(isShare({ ...share, isNavigation: false }, ORIGIN)).toBe(false);
  expect(isShare({ ...share, url: `${ORIGIN}/share/x` }, ORIGIN)).toBe(false);
  expect(isShare({ ...share, url: 'https://elsewhere.example/share' }, ORIGIN)).toBe(false);
});

test('[WI3] what is kept of it is bounded: three texts, and files that can be read', () => {
  const form = new FormData();
  form.set('title', 'Parcel');
  form.set('text', 'x'.repeat(200_000));
  form.set('other', 'no');
  for (let index = 0; index < 60; index += 1) form.append('files', new File(['x'], `${index}.eml`));
  form.append('files', 'no file');
  const kept = bounded(form);
  expect([...new Set(kept.keys())]).toEqual(['title', 'text', 'files']);
  expect(String(kept.get('text'))).toHaveLength(100_000);
  expect(kept.getAll('files')).toHaveLength(50);
});
