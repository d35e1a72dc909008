// A real picture for tests: drawn and encoded by the browser.

import type { Page } from '@playwright/test';

/** PNG of that size in pixels; its noise makes about `width * height * 3` bytes of it. */
export const pictureBytes = async (page: Page, width: number, height: number): Promise<Buffer> => {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w, h];
      const context = canvas.getContext('2d');
      const image = context?.createImageData(w, h);
      if (image === undefined) throw new Error('This browser draws nothing.');
      for (let at = 0; at < image.data.length; at += 1) image.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
      context?.putImageData(image, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
};
