// What a person asked of their system, as a command of Vitest's browser mode: less motion, colours of their own.

import type { BrowserCommand } from 'vitest/node';
import type { Page } from '@playwright/test';

export interface Media {
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia: (media: Media) => Promise<void>;
  }
}

export const emulateMedia: BrowserCommand<[media: Media]> = async (context, media) => {
  const { page } = context as unknown as { page: Page };
  await page.emulateMedia(media);
};
