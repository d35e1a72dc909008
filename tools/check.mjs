// `npm run check`: what must hold before every commit. Needs no browser and no build.

import { install } from './install.mjs';

if (!install()) process.exit(1);
const { runChecks, runVitest } = await import('./runners.mjs');
const outcomes = [
  await runChecks(),
  await runVitest('unit', { only: ['test/unit', 'test/contract', 'test/tidy', 'test/spec'] }),
];
const failures = outcomes.flatMap((outcome) => outcome.failures);
for (const failure of failures) console.log(`FAILED ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
