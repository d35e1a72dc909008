// What a field of a foreign entry may be. One small predicate a shape; bounds stand in
// domain/limits.ts. Written by hand because an entry is checked on every load, 150,000 at a time.

import {
  MAX_CODE,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_ID,
  MAX_KEY,
  MAX_LAMPORT,
  MAX_LASTED_MS,
  MAX_MAIL_FILE_BYTES,
  MAX_MAIL_FILES,
  MAX_MAIL_NAME,
  MAX_MENTIONS,
  MAX_NAME,
  MAX_REPLACES,
  MAX_ROUND,
  MAX_SEEN,
  MAX_SKILLS,
  MAX_SUBJECT,
  MAX_TAG,
  MAX_TEXT,
} from '../domain/limits.ts';
import { isSettingName, isSettingValue } from '../domain/settings.ts';

export type Check = (value: unknown) => boolean;
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText =
  (max: number, min = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max;

const isWhole =
  (max: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;

export const isOneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

const isListOf =
  (check: Check, max: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(check);

export const isId = isText(MAX_ID, 1);
export const isIdOrNull: Check = (value) => value === null || isId(value);
export const isMessage = isText(MAX_TEXT);
export const isName = isText(MAX_NAME, 1);
export const isSubject = isText(MAX_SUBJECT);
const isBase64Url = /^[\w-]+$/;
export const isKey: Check = (value) => isText(MAX_KEY, 1)(value) && isBase64Url.test(String(value));
export const isThread = isText(MAX_NAME);
export const isLamport = isWhole(MAX_LAMPORT);
export const isSeen = isWhole(MAX_SEEN);
export const isRound = isWhole(MAX_ROUND);
export const isCode = isText(MAX_CODE);
export const isTag = isText(MAX_TAG, 1);
export const isMentions = isListOf(isId, MAX_MENTIONS);
export const isBoolean: Check = (value) => typeof value === 'boolean';
export const isSkills = isListOf(isName, MAX_SKILLS);
export const isReplaces = isListOf(isId, MAX_REPLACES);

/** Any clock a laptop may have, wrong ones included: 1970 to the year 10000. */
export const isStamp: Check = (value) => typeof value === 'number' && value >= 0 && value < 253_402_300_800_000;

export const isStampOrNull: Check = (value) => value === null || isStamp(value);

export const isLasted = isWhole(MAX_LASTED_MS);

const isMailName = isText(MAX_MAIL_NAME);
const isMailFile: Check = (value) =>
  isFields(value) && isText(MAX_NAME)(value['name']) && isWhole(MAX_MAIL_FILE_BYTES)(value['bytes']);

export const isMail: Check = (value) =>
  isFields(value) &&
  isMailName(value['id']) &&
  isMailName(value['from']) &&
  isStampOrNull(value['sentAt']) &&
  isListOf(isMailFile, MAX_MAIL_FILES)(value['files']);

/** SHA-256 as base64url, without padding. */
const isHash = /^[\w-]{43}$/;
const isFile: Check = (value) =>
  isFields(value) &&
  isName(value['name']) &&
  isWhole(MAX_FILE_BYTES)(value['bytes']) &&
  value['bytes'] !== 0 &&
  isHash.test(String(value['hash']));

export const isFiles = isListOf(isFile, MAX_FILES);

export const isCustomer: Check = (value) => isFields(value) && isName(value['key']) && isName(value['name']);

export const isReason: Check = (value) =>
  isFields(value) &&
  isOneOf('served', 'fewest', 'idle', 'only')(value['rule']) &&
  isRound(value['load']) &&
  isRound(value['eligible']) &&
  isIdOrNull(value['nextBest']);

/** Only known settings within their bounds; an empty patch says nothing. */
export const isPatch: Check = (value) =>
  isFields(value) && Object.entries(value).every(([name, each]) => isSettingName(name) && isSettingValue(name, each));

export const isOutcome: Check = (value) => {
  if (!isFields(value)) return false;
  if (isOneOf('waiting', 'closed')(value['state'])) return true;
  return isOneOf('assigned', 'active')(value['state']) && isId(value['owner']);
};
