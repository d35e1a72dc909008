// Beside each text that people get, the same in brotli, as small as it becomes: made once at the build, so that
// serving it costs nothing and a slow line carries the least.

import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

import { filesBelow } from './tree.mjs';

const compress = promisify(brotliCompress);

/** Source maps are for who looks into it. @param {string} folder */
export const compressBelow = async (folder) => {
  const texts = filesBelow(folder).filter((file) => /\.(html|js|css|svg|json|webmanifest|txt)$/u.test(file));
  await Promise.all(texts.map(async (file) => writeFileSync(`${file}.br`, await compress(readFileSync(file)))));
};
