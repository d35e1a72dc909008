// All checkers, one a property.

import type { Checker } from './checker.ts';
import { capacityIsKept } from './checkers/as4-capacity.ts';
import { deadlinesAreOwn } from './checkers/di4-deadlines.ts';
import { dispatcherIsReady } from './checkers/di1-dispatcher.ts';
import { equalEntriesEqualState } from './checkers/co3-equal-state.ts';
import { historyIsKept } from './checkers/st6-history.ts';
import { intentIsRestored } from './checkers/st4-restored.ts';
import { nobodyReadyNothingMoves } from './checkers/re3-nobody-ready.ts';
import { nothingDisappears } from './checkers/co5-nothing-disappears.ts';
import { nothingSavedIsLost } from './checkers/of2-saved.ts';
import { oneOwner } from './checkers/co6-one-owner.ts';
import { onlyOffersAreReclaimed } from './checkers/re1-only-offers.ts';
import { onlyToTheReady } from './checkers/as1-only-ready.ts';
import { peoplesActsStand } from './checkers/re5-peoples-acts.ts';
import { readsAsWritten } from './checkers/co4-reference.ts';
import { tabsChooseNothing } from './checkers/st5-tabs.ts';
import { waitNeverShrinks } from './checkers/qu4-wait.ts';
import { waitingIsAssigned } from './checkers/as6-liveness.ts';
import type { World } from './world.ts';

export const CHECKERS: readonly ((world: World) => Checker)[] = [
  equalEntriesEqualState,
  readsAsWritten,
  nothingDisappears,
  oneOwner,
  onlyToTheReady,
  capacityIsKept,
  onlyOffersAreReclaimed,
  nobodyReadyNothingMoves,
  peoplesActsStand,
  dispatcherIsReady,
  deadlinesAreOwn,
  intentIsRestored,
  tabsChooseNothing,
  historyIsKept,
  waitNeverShrinks,
  waitingIsAssigned,
  nothingSavedIsLost,
];
