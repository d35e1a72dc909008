import { describe } from 'vitest';
import { MemoryFiles } from '../../src/files/memory-files.ts';
import { fileContract } from './files.contract.ts';

describe('files in memory', () => {
  fileContract({ open: () => new MemoryFiles(), isLasting: false });
});
