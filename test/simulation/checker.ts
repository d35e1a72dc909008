// What a checker is: it looks before each write, at each conversation that changed at a tab, after each
// event at a tab, and when all are together again. It reports by calling `violate`.

import type { Draft } from '../../src/domain/entry.ts';
import type { ConversationId } from '../../src/domain/ids.ts';
import type { Reading } from './reference.ts';
import type { Tab } from './tab.ts';

export interface Checker {
  /** What the tab knows is in its `sight`, up to this moment. */
  write?(tab: Tab, drafts: readonly Draft[]): void;
  change?(tab: Tab, id: ConversationId, reading: Reading): void;
  look?(tab: Tab): void;
  gather?(tabs: readonly Tab[]): void;
}
