// A snapshot of the first screen as it comes back from this device's storage: unknown until here. Anything that is
// not whole gives none, and the log is waited for.

import type { Conversation } from '../domain/conversation-state.ts';
import type { Settings } from '../domain/settings.ts';
import { MOST_AGENTS, MOST_HELD_BY_ALL, MOST_WAITING, type TeamSnapshot } from '../domain/team-snapshot.ts';
import type { Agent } from '../domain/team-state.ts';
import { asAgentId } from '../domain/ids.ts';
import { MAX_TAGS } from '../domain/limits.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import {
  type Check,
  isCustomer,
  isFields,
  isId,
  isIdOrNull,
  isLamport,
  isName,
  isOneOf,
  isPatch,
  isSeen,
  isSkills,
  isStamp,
  isStampOrNull,
  isSubject,
  isTag,
  isText,
} from './checks.ts';

const LAST_TEXT = 200;
const MOST_CONVERSATIONS = 10_000_000;

const isCount: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_CONVERSATIONS;

const isOrder: Check = (value) =>
  isFields(value) && isLamport(value['lamport']) && isId(value['device']) && isId(value['id']);

const isShape =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries(shape).every(([name, check]) => check(value[name]));

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const isListUpTo =
  (most: number, check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);

const isNone = isListUpTo(0, () => false);

const isHead = isShape({ id: isId, kind: isName, order: isOrder, at: isStamp, by: isId });

const isLast = isShape({ from: isId, text: isText(LAST_TEXT), at: isStamp });

const isRow = isShape({
  id: isId,
  channel: isName,
  customer: isCustomer,
  subject: isSubject,
  priority: isOneOf('urgent', 'high', 'normal', 'low'),
  skills: isSkills,
  openedOrder: isOrder,
  openedAt: isStamp,
  waitingSince: isStamp,
  head: orNull(isHead),
  base: isIdOrNull,
  customerMessages: isSeen,
  unansweredSince: isStampOrNull,
  last: orNull(isLast),
  tags: isListUpTo(MAX_TAGS, isTag),
  snooze: orNull(isShape({ until: isStamp, by: isId })),
  entries: isNone,
  misses: isNone,
  forks: isNone,
});

const isWaiting: Check = (value) => isRow(value) && isShape({ state: isOneOf('waiting') })(value);
const isHeld: Check = (value) => isRow(value) && isShape({ state: isOneOf('assigned', 'active'), owner: isId })(value);

const isStanding = isShape({
  intent: isOneOf('ready', 'away'),
  order: orNull(isOrder),
  since: isStampOrNull,
  by: isIdOrNull,
  source: isOneOf('none', 'person', 'system'),
  heads: Array.isArray,
  isCrossed: isOneOf(true, false),
});

const isAgent = isShape({
  id: isId,
  name: isText(200),
  role: isOneOf('supervisor', 'agent'),
  skills: isSkills,
  joinedAt: isStamp,
  standing: isStanding,
  open: isCount,
  offers: isCount,
  lastSession: orNull(isShape({ kind: isOneOf('login', 'logout'), at: isStamp })),
});

const isSettings: Check = (value) =>
  isPatch(value) && Object.keys(DEFAULT_SETTINGS).every((name) => isFields(value) && name in value);

const isSnapshot = isShape({
  me: isId,
  name: isText(200),
  settings: isSettings,
  agents: isListUpTo(MOST_AGENTS, isAgent),
  waiting: isListUpTo(MOST_WAITING, isWaiting),
  held: isListUpTo(MOST_HELD_BY_ALL, isHeld),
  counts: isShape({ waiting: isCount, closed: isCount }),
});

export const parseSnapshot = (value: unknown): TeamSnapshot | null => {
  if (!isFields(value) || !isSnapshot(value)) return null;
  return {
    me: asAgentId(String(value['me'])),
    name: String(value['name']),
    settings: value['settings'] as Settings,
    agents: value['agents'] as readonly Agent[],
    waiting: value['waiting'] as readonly Conversation[],
    held: value['held'] as readonly Conversation[],
    counts: value['counts'] as TeamSnapshot['counts'],
  };
};
