// English for the tests of what people read; those of the core are spared the time that loading it takes.

import { expect } from 'vitest';

const READS = /\/test\/unit\/(view|ui)\//u;

if (READS.test(expect.getState().testPath ?? '')) await import('./in-english.ts');
