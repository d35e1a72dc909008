// The checks that need no test runner: format, lint, the types of every realm, unused files and exports.

import { inRoot } from './tree.mjs';

/** @param {string} name @param {string} script path of a program in node_modules */
const bin = (name, script) => ({ name, script: inRoot(`node_modules/${script}`) });

const TSC = 'typescript/bin/tsc';

/** @type {readonly { name: string; script: string; args: string[] }[]} */
export const CHECKS = [
  { ...bin('format', 'oxfmt/bin/oxfmt'), args: ['--check'] },
  { ...bin('lint', 'oxlint/bin/oxlint'), args: ['--deny-warnings'] },
  { ...bin('types of the core', TSC), args: ['-p', 'src/tsconfig.core.json'] },
  { ...bin('types of the rendezvous', TSC), args: ['-p', 'src/rendezvous'] },
  { ...bin('types of the service worker', TSC), args: ['-p', 'src/sw'] },
  { ...bin('types of the tools', TSC), args: ['-p', 'tools'] },
  { ...bin('types of the tests', TSC), args: ['-p', 'test'] },
  {
    ...bin('types of the customers’ page', 'svelte-check/bin/svelte-check'),
    args: ['--tsconfig', 'src/ask/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  // Includes the types of every .ts file of the page.
  {
    ...bin('types of the page', 'svelte-check/bin/svelte-check'),
    args: ['--tsconfig', 'src/tsconfig.app.json', '--fail-on-warnings', '--output', 'human'],
  },
  { ...bin('unused files and exports', 'knip/bin/knip.js'), args: [] },
];
