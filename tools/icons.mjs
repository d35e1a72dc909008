// Draws the PNG icons from public/favicon.svg. Run by hand after the drawing changed: node tools/icons.mjs

import { readFileSync } from 'node:fs';

import { chromium } from '@playwright/test';

import { BROWSER_FLAGS, findBrowser } from './browser.mjs';
import { inRoot } from './tree.mjs';

const drawing = readFileSync(inRoot('public/favicon.svg'), 'utf8');
const marks = drawing.slice(drawing.indexOf('<g '), drawing.indexOf('</svg>'));
/** Systems cut a maskable icon to their own shape: colour to the edge, the marks within the middle 80 %. */
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" fill="#2B57D6"/><g transform="translate(2.8 2.8) scale(0.8)">${marks}</g></svg>`;

/** The signs of status as the desk draws them (ui/parts/status-icon.svelte), for the shortcuts of the installed app. */
const ready = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none"><circle cx="8" cy="8" r="7.5" fill="#13794A"/><path d="M4.7 8.3l2.3 2.3 4.3-4.9" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const away = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#935700" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><circle cx="8" cy="8" r="6.5" fill="#FBF0D9"/><path d="M8 4.7V8.3l2.5 1.5" stroke-width="1.8"/></svg>`;

const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  args: BROWSER_FLAGS,
});
for (const { name, size, svg } of [
  { name: 'icon-192', size: 192, svg: drawing },
  { name: 'icon-512', size: 512, svg: drawing },
  { name: 'icon-maskable-512', size: 512, svg: maskable },
  { name: 'icon-ready-96', size: 96, svg: ready },
  { name: 'icon-away-96', size: 96, svg: away },
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: inRoot(`public/${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
