// ST9: the last Ready agent is asked before the desk stops assigning.

import { expect, test } from 'vitest';
import { StatusChoice } from '../../../src/ui/shell/status-choice.svelte.ts';

const roadOf = (isLast: boolean) => {
  const log: string[] = [];
  const choice = new StatusChoice({
    isLastReady: () => isLast,
    chooseStatus: (intent) => {
      log.push(intent);
      return { ok: true, value: null };
    },
    logOut: async () => void log.push('out'),
    refuse: () => undefined,
  });
  return { choice, log };
};

test('[ST9] the last Ready agent is warned before going Away, and can stay', () => {
  const { choice, log } = roadOf(true);
  choice.choose('away');
  expect(choice.pending).toBe('away');
  expect(log).toEqual([]);
  choice.cancel();
  expect(choice.pending).toBeNull();
  expect(log).toEqual([]);
  choice.choose('away');
  choice.confirm();
  expect(log).toEqual(['away']);
});

test('[ST9] and before logging out', () => {
  const { choice, log } = roadOf(true);
  choice.logOut();
  expect(choice.pending).toBe('logOut');
  choice.confirm();
  expect(log).toEqual(['out']);
});

test('[ST9] nobody is asked while another agent is Ready, nor for becoming Ready', () => {
  const { choice, log } = roadOf(false);
  choice.choose('away');
  choice.logOut();
  expect(choice.pending).toBeNull();
  expect(log).toEqual(['away', 'out']);
  const last = roadOf(true);
  last.choice.choose('ready');
  expect(last.log).toEqual(['ready']);
});
