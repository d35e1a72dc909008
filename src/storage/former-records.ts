// The former generation of a merged record: the records that it was made of, as they stood, under a key
// of their own beside it. Decides how it is named and which of its records may be believed.

import { checkRecord } from './checked-record.ts';

const PREFIX = 'former-';
const PAST_PREFIX = 'former.';

/** All of them; made where it is used, because not every page has IndexedDB. */
export const FORMER_KEYS = (): IDBKeyRange => IDBKeyRange.bound(PREFIX, PAST_PREFIX, false, true);

export const formerKey = (key: IDBValidKey): string => `${PREFIX}${String(key)}`;

/** The key of the merged record; null for anything else. */
export const isFormerOf = (key: IDBValidKey): number | null => {
  const number = typeof key === 'string' && key.startsWith(PREFIX) ? Number(key.slice(PREFIX.length)) : NaN;
  return Number.isSafeInteger(number) ? number : null;
};

/** The sound ones. */
export const updatesIn = (values: unknown): Uint8Array[] =>
  Array.isArray(values) ? values.flatMap((value: unknown) => checkRecord(value)?.update ?? []) : [];
