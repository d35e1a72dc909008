// The pairs of colours that text and graphics of the desk use, computed from tokens.css itself.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];
type Tokens = ReadonlyMap<string, string>;

const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8');

const blockAfter = (selector: string): string => {
  const from = css.indexOf(selector);
  if (from === -1) throw new Error(`tokens.css has no ${selector}`);
  return css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
};

const tokensOf = (block: string): Tokens =>
  new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name ?? '', (value ?? '').trim()]));

const light = tokensOf(blockAfter(':root {'));
const chosenDark = tokensOf(blockAfter("[data-theme='dark'] {"));
const systemDark = tokensOf(blockAfter(":root:not([data-theme='light']):not([data-theme='dark']) {"));
const THEMES: readonly (readonly [string, Tokens])[] = [
  ['light', light],
  ['dark', chosenDark],
];

const channels = (value: string): { readonly rgb: Rgb; readonly alpha: number } => {
  const hex = /^#([0-9a-f]{6})$/iu.exec(value)?.[1];
  if (hex !== undefined) {
    const n = Number.parseInt(hex, 16);
    return { rgb: [n >> 16, (n >> 8) & 255, n & 255], alpha: 1 };
  }
  const [r = 0, g = 0, b = 0, alpha = 1] = (value.match(/[\d.]+/gu) ?? []).map(Number);
  return { rgb: [r, g, b], alpha };
};

const over = (value: string, ground: Rgb): Rgb => {
  const { rgb, alpha } = channels(value);
  const mix = (at: 0 | 1 | 2): number => rgb[at] * alpha + ground[at] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
};

const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map((each) => {
    const c = each / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
};

const ratio = (a: Rgb, b: Rgb): number => {
  const [lower = 0, higher = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (higher + 0.05) / (lower + 0.05);
};

/** "press/canvas" is the overlay `press` on the canvas. */
const ground = (tokens: Tokens, name: string): Rgb => {
  const [top = '', below] = name.split('/');
  const value = tokens.get(top);
  if (value === undefined) throw new Error(`tokens.css has no --${top}`);
  return over(value, below === undefined ? [0, 0, 0] : ground(tokens, below));
};

const contrast = (tokens: Tokens, ink: string, on: string): number => ratio(ground(tokens, ink), ground(tokens, on));

const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['canvas', 'surface', 'sunken', 'raised', 'them', 'us', 'note', 'accent-soft', 'away-soft', 'danger-soft']],
  ['ink-2', ['canvas', 'surface', 'sunken', 'raised', 'hover/canvas', 'press/canvas', 'press/surface', 'note']],
  ['ink-3', ['canvas', 'surface', 'sunken', 'raised', 'hover/canvas', 'them', 'us', 'note', 'row-selected']],
  ['accent-ink', ['canvas', 'surface', 'accent-soft', 'note', 'raised']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-danger', ['danger-fill']],
  ['ready', ['canvas', 'surface', 'ready-soft', 'raised']],
  ['away', ['canvas', 'surface', 'away-soft', 'raised']],
  ['out', ['canvas', 'surface', 'raised']],
  ['danger', ['canvas', 'surface', 'danger-soft', 'row-selected']],
  ['surface', ['ink']],
];

const GRAPHICS: readonly (readonly [string, readonly string[]])[] = [
  ['control', ['surface', 'raised']],
  ['accent', ['surface', 'canvas']],
  ['accent-ink', ['canvas', 'surface', 'row-selected']],
  ['on-ready', ['ready']],
  ['ready', ['canvas', 'surface', 'raised']],
  ['away', ['canvas', 'surface', 'away-soft']],
  ['out', ['canvas', 'surface', 'raised']],
  ['danger', ['canvas', 'surface', 'danger-soft']],
];

const pairsOf = (list: typeof TEXT): readonly (readonly [string, string])[] =>
  list.flatMap(([ink, grounds]) => grounds.map((on) => [ink, on] as const));

/** The sRGB colour of an OKLCH one, clipped as a browser does for these small chromas. */
const fromOklch = (l: number, c: number, hueDegrees: number): Rgb => {
  const hue = (hueDegrees * Math.PI) / 180;
  const [a, b] = [c * Math.cos(hue), c * Math.sin(hue)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  const [r = 0, g = 0, blue = 0] = linear.map((each) => {
    const x = Math.min(1, Math.max(0, each));
    return 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);
  });
  return [r, g, blue];
};

const share = (tokens: Tokens, name: string): number => {
  const value = tokens.get(name) ?? '';
  return value.endsWith('%') ? Number.parseFloat(value) / 100 : Number(value);
};

describe.each(THEMES)('the colours of the %s theme', (_, tokens) => {
  test.each(pairsOf(TEXT))('text %s on %s has at least 4.5', (ink, on) => {
    expect(contrast(tokens, ink, on)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairsOf(GRAPHICS))('graphics %s on %s have at least 3', (ink, on) => {
    expect(contrast(tokens, ink, on)).toBeGreaterThanOrEqual(3);
  });

  test('the letters of an avatar have at least 7.7 for every hue', () => {
    for (let hue = 0; hue < 360; hue += 1) {
      const face = fromOklch(share(tokens, 'avatar-l'), share(tokens, 'avatar-c'), hue);
      const letters = fromOklch(share(tokens, 'avatar-ink-l'), share(tokens, 'avatar-ink-c'), hue);
      expect(ratio(face, letters), `hue ${hue}`).toBeGreaterThanOrEqual(7.7);
    }
  });
});

test('the dark theme is the same whether chosen or the system’s', () => {
  expect(chosenDark.size).toBeGreaterThan(40);
  expect(systemDark).toEqual(chosenDark);
});

test('the smallest contrasts are known', () => {
  const rounded = (tokens: Tokens, ink: string, on: string): number => Math.round(contrast(tokens, ink, on) * 10) / 10;
  expect(rounded(light, 'ready', 'ready-soft')).toBe(4.7);
  expect(rounded(light, 'ink-3', 'us')).toBe(4.9);
  expect(rounded(light, 'control', 'surface')).toBe(3.3);
  expect(rounded(chosenDark, 'on-accent', 'accent')).toBe(4.8);
  expect(rounded(chosenDark, 'accent', 'surface')).toBe(3.7);
});
