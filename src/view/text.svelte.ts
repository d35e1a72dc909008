// The one place where words and numbers become text for a person. `t` finds the sentence of a key in
// the locale that is on; times, days and durations follow it by Intl. Switching the locale redraws
// whatever was read through here. Keeps no state of the desk. Holds no sentence: they are loaded
// (language.svelte.ts), so that only those of one language are.

import type { Priority } from '../domain/entry.ts';
import type { Status } from '../domain/presence-view.ts';
import type { Refusal } from '../engine/desk-types.ts';
import type { MeshFault, StorageFault } from '../engine/ports.ts';
import type { first } from '../messages/en/first.ts';
import type { later } from '../messages/en/later.ts';
import type { Message, Placeholders } from '../messages/message.ts';
import type { EntryRefusal, Hindrance } from './app-types.ts';
import { Formats } from './formats.ts';

type English = typeof first & typeof later;
export type MessageKey = keyof English;

type Value = string | number;
type Values<K extends MessageKey> = Placeholders<English[K]>;
type Rest<K extends MessageKey> = [Values<K>] extends [never] ? [] : [values: Readonly<Record<Values<K>, Value>>];

class Locale {
  messages: Readonly<Record<string, Message>> = $state.raw({});
  formats = $state.raw(new Formats('en-GB'));
}

const locale = new Locale();

/** `code` is BCP 47; its messages were loaded by the caller. */
export const setLocale = (code: string, messages: Readonly<Record<string, Message>>): void => {
  locale.messages = messages;
  // English without a country would write 11:31 PM and August 11.
  locale.formats = new Formats(code === 'en' ? 'en-GB' : code);
};

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
/** Unicode's own marks around a text of another direction, by number: invisible characters mislead readers. */
const [ISOLATE, END_ISOLATE] = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)];

/** A name written from right to left must not turn the sentence around it. */
const isolate = (value: string): string => (RTL.test(value) ? `${ISOLATE}${value}${END_ISOLATE}` : value);

const fill = (pattern: string, values: Readonly<Record<string, Value>>): string =>
  pattern.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? locale.formats.number(value) : isolate(value);
  });

const patternOf = (message: Message, n: Value | undefined): string => {
  if (typeof message === 'string') return message;
  return message[locale.formats.plural(Number(n ?? 0))] ?? message.other;
};

export const t = <K extends MessageKey>(key: K, ...[values]: Rest<K>): string => {
  const filled: Readonly<Record<string, Value>> = values ?? {};
  return fill(patternOf(locale.messages[key] ?? key, filled['n']), filled);
};

const ISOLATES = /[\u2068\u2069]/gu;

/** The same for a name that is spoken and never drawn: without the marks that hold directions apart. */
export const tSpoken = <K extends MessageKey>(key: K, ...rest: Rest<K>): string =>
  t(key, ...rest).replaceAll(ISOLATES, '');

/** "14:31" */
export const formatTime = (at: number): string => locale.formats.time(at);
/** "Thursday 19 November" */
export const formatDay = (at: number): string => locale.formats.day(at);
/** "14:19" today, "Wed 18:04" within the week, else "11 Aug". */
export const formatSince = (at: number, now: number): string => locale.formats.since(at, now);
/** "15:00" later today, "Mon 09:00" within the week, else "11 Aug". */
export const formatUntil = (at: number, now: number): string => locale.formats.until(at, now);
/** "14" */
export const formatHour = (at: number): string => locale.formats.hour(at);
/** "11 Aug" */
export const formatDate = (at: number): string => locale.formats.date(at);
/** "640 byte", "1.2 MB" */
export const formatSize = (bytes: number): string => locale.formats.size(bytes);
/** "42%" */
export const formatPercent = (share: number): string => locale.formats.percent(share);
export const formatNumber = (value: number): string => locale.formats.number(value);
/** "in 2 hours", "3 minutes ago"; "yesterday", "today" for whole days. */
export const formatRelative = (amount: number, unit: Intl.RelativeTimeFormatUnit): string =>
  locale.formats.relative(amount, unit);
/** "Hana, Jonas and Amara" */
export const formatList = (words: readonly string[]): string => locale.formats.list(words);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "48 s", "8 min", "1 h 03 min", "2 days". Rounded down; never below 0. */
export const formatDuration = (ms: number): string => {
  if (ms < MINUTE) return t('time.seconds', { n: Math.max(0, Math.floor(ms / SECOND)) });
  if (ms < HOUR) return t('time.minutes', { n: Math.floor(ms / MINUTE) });
  if (ms >= DAY) return t('time.days', { n: Math.floor(ms / DAY) });
  const mm = String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, '0');
  return t('time.hours', { h: Math.floor(ms / HOUR), mm });
};

export const statusWord = (status: Status): string => t(`status.${status}`);
export const priorityWord = (priority: Priority): string => t(`priority.${priority}`);
export const refusalText = (reason: Refusal): string => t(`refusal.${reason}`);
export const entryRefusalText = (reason: EntryRefusal): string => t(`entry.${reason}`);
export const hindranceText = (hindrance: Hindrance): string => t(`hindrance.${hindrance}`);

/** What a fault of storage or mesh means to a person. */
export const faultText = (reason: Exclude<StorageFault['reason'], 'mended'> | MeshFault['reason']): string => {
  switch (reason) {
    case 'blocked':
      return t('hindrance.storageBlocked');
    case 'full':
      return t('hindrance.storageFull');
    case 'unknown':
      return t('hindrance.storageFailing');
    case 'closed':
      return t('hindrance.storageClosed');
    case 'outdated':
      return t('hindrance.storageOutdated');
    case 'rescued':
      return t('hindrance.storageRescued');
    case 'webrtcAbsent':
    case 'rendezvousUnreachable':
      return t(`hindrance.${reason}`);
    case 'notLoaded':
      return t('hindrance.meshNotLoaded');
    case 'corrupt':
    case 'peerMisbehaved':
      return t(`fault.${reason}`);
  }
};

/** The word for a channel that the desk knows, else the channel's own name. */
export const channelWord = (channel: string): string => {
  switch (channel) {
    case 'email':
    case 'chat':
    case 'phone':
    case 'counter':
    case 'ask':
      return t(`channel.${channel}`);
    case 'other':
      return t('channel.elsewhere');
    default:
      return t('channel.other', { channel });
  }
};
