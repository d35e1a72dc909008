// An entry as it lies in the document, and back. Parsing is the boundary: what a peer wrote is
// unknown until here, and what does not fit is refused with a reason, never thrown (CO7). The
// device is not in the entry: it is the log's, so that nobody writes in another's name by mistake.
// Keys are short because they are stored with every entry. What this version has no field for
// stays in the document untouched and passes through to others.

import type { Entry, EntryKind } from '../domain/entry.ts';
import type { DeviceId } from '../domain/ids.ts';
import {
  type Check,
  isBoolean,
  isCode,
  type Fields,
  isCustomer,
  isFields,
  isFiles,
  isId,
  isIdOrNull,
  isKey,
  isLamport,
  isLasted,
  isMail,
  isMentions,
  isMessage,
  isName,
  isOneOf,
  isOutcome,
  isPatch,
  isReason,
  isReplaces,
  isRound,
  isSeen,
  isSkills,
  isStamp,
  isStampOrNull,
  isSubject,
  isTag,
  isThread,
} from './checks.ts';

/** Field of the entry, key in the document, what it may be, and whether it may be missing. */
type Field = readonly [name: string, key: string, check: Check, isOptional?: boolean];

const HEADER: readonly Field[] = [
  ['id', 'i', isId],
  ['agent', 'a', isId],
  ['lamport', 'l', isLamport],
  ['at', 't', isStamp],
];

const CONVERSATION: Field = ['conversation', 'c', isId];
const BASE: Field = ['base', 'b', isIdOrNull];
const TO: Field = ['to', 'o', isId];
const TEXT: Field = ['text', 'x', isMessage];
const OF: Field = ['of', 'of', isId];
const MENTIONS: Field = ['mentions', 'm', isMentions, true];
const FILES: Field = ['files', 'fi', isFiles, true];
const LINK: Field = ['link', 'ln', isId];
const ROLE = isOneOf('supervisor', 'agent');
const PRIORITY = isOneOf('urgent', 'high', 'normal', 'low');

const BODY: Readonly<Record<EntryKind, readonly Field[]>> = {
  opened: [
    CONVERSATION,
    ['channel', 'ch', isName],
    ['thread', 'th', isThread],
    ['customer', 'cu', isCustomer],
    ['subject', 's', isSubject],
    ['priority', 'p', PRIORITY],
    ['skills', 'sk', isSkills],
    ['lasted', 'du', isLasted, true],
  ],
  message: [CONVERSATION, ['from', 'f', isOneOf('customer', 'imported')], TEXT, ['mail', 'ml', isMail, true], FILES],
  reply: [CONVERSATION, BASE, TEXT, FILES],
  note: [CONVERSATION, TEXT, MENTIONS],
  tagged: [CONVERSATION, ['tag', 'g', isTag], ['isOn', 'v', isBoolean]],
  needsChanged: [CONVERSATION, ['priority', 'p', PRIORITY, true], ['skills', 'sk', isSkills, true]],
  snoozed: [CONVERSATION, ['on', 'b', isId], ['until', 'e', isStampOrNull], ['seen', 'n', isSeen]],
  assigned: [CONVERSATION, BASE, TO, ['round', 'r', isRound], ['reason', 'y', isReason]],
  pickedUp: [CONVERSATION, BASE],
  reclaimed: [CONVERSATION, BASE, ['cause', 'y', isOneOf('timeout', 'away', 'gone')]],
  transferred: [CONVERSATION, BASE, TO, ['note', 'x', isMessage]],
  taken: [CONVERSATION, BASE],
  returned: [CONVERSATION, BASE],
  closed: [CONVERSATION, BASE, ['seen', 'n', isSeen]],
  unknownRouting: [
    CONVERSATION,
    BASE,
    ['name', 'k', isName],
    ['outcome', 'u', isOutcome],
    ['strength', 'w', isOneOf(0, 1, 2, 3, 4, 5)],
  ],
  founded: [['name', 'n', isName]],
  joined: [
    ['name', 'n', isName],
    ['role', 'r', ROLE],
  ],
  agentChanged: [OF, ['name', 'n', isName, true], ['role', 'r', ROLE, true], ['skills', 'sk', isSkills, true]],
  settings: [['patch', 'p', isPatch]],
  savedReply: [
    ['reply', 're', isId],
    ['code', 'co', isCode],
    ['name', 'n', isName],
    TEXT,
    ['isRemoved', 'v', isBoolean],
  ],
  login: [],
  logout: [],
  status: [
    OF,
    ['intent', 'v', isOneOf('ready', 'away')],
    ['replaces', 're', isReplaces],
    ['by', 'y', isOneOf('person', 'system')],
    ['why', 'x', isName, true],
  ],
  chat: [['room', 'o', isId], TEXT, MENTIONS],
  askLinkMade: [
    LINK,
    ['name', 'n', isName],
    ['knockKey', 'kk', isKey],
    ['publicKey', 'pk', isKey],
    ['privateKey', 'sk', isKey],
  ],
  askLinkRevoked: [LINK],
  customerBlocked: [
    ['key', 'cu', isName],
    ['isBlocked', 'v', isBoolean],
  ],
};

export type Parsed = { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): Parsed => ({ ok: false, reason });

const isEntryKind = (kind: unknown): kind is EntryKind => typeof kind === 'string' && Object.hasOwn(BODY, kind);

/** A kind of a newer version folds if it brings its outcome and strength, as routing does (CO7). */
const kindOf = (wire: Fields): EntryKind | null => {
  const kind = wire['k'];
  if (isEntryKind(kind) && kind !== 'unknownRouting') return kind;
  return 'u' in wire && 'w' in wire ? 'unknownRouting' : null;
};

const fill = (entry: Record<string, unknown>, wire: Fields, fields: readonly Field[]): string | null => {
  for (const [name, key, check, isOptional] of fields) {
    const value = wire[key];
    if (value === undefined && isOptional === true) continue;
    if (!check(value)) return name;
    entry[name] = value;
  }
  return null;
};

/** The entry, or why it is none. Reasons are few and stable: they are counted in diagnostics. */
export const parseEntry = (wire: unknown, device: DeviceId): Parsed => {
  if (!isFields(wire)) return refuse('notAnEntry');
  const kind = kindOf(wire);
  if (kind === null) return refuse('unknownKind');
  const entry: Record<string, unknown> = { kind, device };
  const wrong = fill(entry, wire, HEADER) ?? fill(entry, wire, BODY[kind]);
  if (wrong !== null) return refuse(`${kind}.${wrong}`);
  return { ok: true, entry: entry as unknown as Entry };
};

/** What is stored of an entry. */
export const formatEntry = (entry: Entry): Record<string, unknown> => {
  const values: Fields = { ...entry };
  const wire: Record<string, unknown> = { k: entry.kind };
  for (const [name, key] of [...HEADER, ...BODY[entry.kind]]) if (values[name] !== undefined) wire[key] = values[name];
  return wire;
};
