// Opens the desk in the person's own browser. A convenience: where it does not work, nobody is told.

import { spawn } from 'node:child_process';

const commandFor = (platform: string, url: string): readonly [string, readonly string[]] => {
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  return ['xdg-open', [url]];
};

export const openBrowser = (url: string): void => {
  const [command, args] = commandFor(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
