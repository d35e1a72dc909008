// Where each rule of routing is decided. A part that is gone takes its rule with it, and the rule is named: what
// only holds types is there for others, and is asked for by name.

import { describe, expect, test } from 'vitest';
import { sourcesBelow } from '../../support/source-files.ts';

/** The parts by the rule that each serves most. */
const PARTS: Readonly<Record<string, string>> = {
  'agent-tally': '[RE6]',
  'ask-links': '[AK6]',
  assignment: '[AS3]',
  bridging: '[AK3]',
  'candidate-heap': '[AS3]',
  'chat-log': '[CH1]',
  'conversation-fold': '[CO3]',
  'conversation-state': '[CO6]',
  crossing: '[CO4]',
  'derived-ids': '[QU1]',
  election: '[DI2]',
  'by-customer': '[OF1]',
  eligibility: '[AS2]',
  entry: '[CO1]',
  'fold-state': '[CO4]',
  'growing-list': '[CO3]',
  holdings: '[AS2]',
  'ice-server': '[CO7]',
  ids: '[CO2]',
  'known-entries': '[QU1]',
  latest: '[CO3]',
  limits: '[CO7]',
  line: '[CO4]',
  marks: '[SN1]',
  'mention-log': '[AT2]',
  order: '[CO2]',
  'ordered-log': '[CO3]',
  outcome: '[CO4]',
  'presence-view': '[ST3]',
  queue: '[QU2]',
  reception: '[QU4]',
  reclaim: '[RE2]',
  rounds: '[RE7]',
  'saved-replies': '[SR1]',
  settings: '[CO7]',
  'shown-conversation': '[CO3]',
  'snapshot-team': '[OF2]',
  standing: '[ST6]',
  'team-fold': '[CO1]',
  'team-snapshot': '[OF2]',
  'team-state': '[CO1]',
  'waiting-list': '[QU2]',
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length);
const paths = sourcesBelow('src/domain', '.ts').map((file) => file.path);

describe('the parts of the domain', () => {
  test.for(Object.entries(PARTS))('%s serves %s and can be had', async ([name]) => {
    expect(paths).toContain(`src/domain/${name}.ts`);
    const part = (await import(`../../../src/domain/${name}.ts`)) as object;
    expect(part).toBeTypeOf('object');
  });

  test('[CO1] there is no part without a rule', () => {
    expect(paths.map(nameOf).sort()).toEqual(Object.keys(PARTS).sort());
  });
});
