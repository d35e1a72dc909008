// The program behind `npm start`: serves the built desk and is the place where browsers first meet.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { deskUrl } from './addresses.ts';
import { openBrowser } from './open-browser.ts';
import { parseOptions } from './options.ts';
import { SENTENCES } from './sentences.ts';
import { explainListening, startRendezvous } from './server.ts';
import { loadSite } from './site.ts';

const fail = (sentence: string): void => {
  console.error(sentence);
  process.exitCode = 1;
};

const run = async (): Promise<void> => {
  const surroundings = { platform: process.platform, isTerminal: process.stdout.isTTY };
  const parsed = parseOptions(process.argv.slice(2), process.env, surroundings);
  if ('refusal' in parsed) return fail(parsed.refusal);
  const { options } = parsed;
  const folder = fileURLToPath(new URL('../app', import.meta.url));
  if (!existsSync(folder)) return fail(SENTENCES.notBuilt);
  try {
    const rendezvous = await startRendezvous({ site: loadSite(folder), port: options.port, hosts: options.hosts });
    const url = deskUrl(options.hosts, rendezvous.port);
    console.log(SENTENCES.serving(url));
    if (options.hosts === null || rendezvous.lanUrls.length > 0) console.log(SENTENCES.lan(rendezvous.lanUrls));
    console.log(SENTENCES.stop);
    if (options.opensBrowser) openBrowser(url);
    const stop = (): void => void rendezvous.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    fail(explainListening(error, options.port, options.hosts));
  }
};

await run();
