// The names of logs: "<day>/<device>/<session>" (CO1). One writer each, because the session is new
// with each start: two tabs or devices that create the same nested Yjs type at once lose one whole.

import { asDeviceId, type DeviceId, type WallMs } from '../domain/ids.ts';

const KEY = /^\d{4}-\d{2}-\d{2}\/([\w-]{1,64})\/[\w-]{1,64}$/;
const DAY_MS = 86_400_000;

/** The device that writes this log, null where the key is none of ours. */
export const deviceOfLog = (key: string): DeviceId | null => {
  const device = KEY.exec(key)?.[1];
  return device === undefined ? null : asDeviceId(device);
};

/** The writer's own day, in UTC; only a bucket that can be dropped whole. */
export const dayOf = (at: WallMs): string => {
  const days = Math.floor(at / DAY_MS);
  // Civil date from days since 1970, after Howard Hinnant's public-domain "days_from_civil".
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

export const logKey = (at: WallMs, device: DeviceId, session: string): string => `${dayOf(at)}/${device}/${session}`;
