// The pictures that README and the app's manifest show are copies of those that were just taken.

import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { inRoot } from '../../tools/tree.mjs';

const KEPT: readonly (readonly [name: string, path: string])[] = [
  ['thread-busy-wide-light', 'docs/pictures/desk.png'],
  ['dashboard-busy-wide-dark', 'docs/pictures/dashboard.png'],
  ['transfer-busy-wide-light', 'docs/pictures/transfer.png'],
  ['room-busy-wide-light', 'docs/pictures/chat.png'],
  ['thread-busy-phone-light', 'docs/pictures/phone-thread.png'],
  ['desk-busy-phone-zh-TW-dark', 'docs/pictures/phone-lists.png'],
  ['thread-busy-wide-light', 'public/screenshots/desk.png'],
  ['dashboard-busy-wide-light', 'public/screenshots/dashboard.png'],
  ['desk-busy-phone-light', 'public/screenshots/phone-lists.png'],
  ['thread-busy-phone-dark', 'public/screenshots/phone-thread.png'],
];

export const keepBest = (folder: string): void => {
  for (const [name, path] of KEPT) {
    mkdirSync(dirname(inRoot(path)), { recursive: true });
    copyFileSync(`${folder}/${name}.png`, inRoot(path));
  }
};
