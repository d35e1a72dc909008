// Trystero for the benches alone: installed from the registry into a folder of its own, at a fixed version,
// and bundled from there. The product does not depend on it.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type Rolldown, build } from 'vite';

export const TRYSTERO = 'trystero@0.25.4';

/** As one module that exports `joinRoom`; rejects where the registry cannot be reached. */
export const bundleTrystero = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'deskmesh-trystero-'));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await promisify(execFile)('npm', ['install', TRYSTERO, '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    const input = join(folder, 'entry.js');
    writeFileSync(input, "export { joinRoom } from 'trystero/nostr';\n");
    const result = await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        target: 'es2023',
        rolldownOptions: { input, preserveEntrySignatures: 'strict', output: { entryFileNames: 'trystero.js' } },
      },
    });
    const [first] = [result].flat() as Rolldown.RolldownOutput[];
    return first?.output[0].code ?? '';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
