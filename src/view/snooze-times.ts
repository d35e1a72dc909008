// Until when one usually lays something aside (SN1): later the same day, the next morning, the next week.

export interface SnoozeTime {
  readonly name: 'today' | 'tomorrow' | 'nextWeek';
  readonly at: number;
}

const LATER_HOURS = 3;
const EVENING_HOUR = 20;
const MORNING_HOUR = 9;
const MONDAY = 1;

/** Days of the calendar, so that a change of the clock moves no morning. */
const morningIn = (now: number, days: number): number => {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + days);
  return morning.setHours(MORNING_HOUR, 0, 0, 0);
};

export const snoozeTimes = (now: number): readonly SnoozeTime[] => {
  const later = new Date(now);
  later.setHours(later.getHours() + LATER_HOURS, 0, 0, 0);
  const isToday = later.getDate() === new Date(now).getDate() && later.getHours() <= EVENING_HOUR;
  const toMonday = (MONDAY + 7 - new Date(now).getDay()) % 7 || 7;
  return [
    ...(isToday ? [{ name: 'today', at: later.getTime() } as const] : []),
    { name: 'tomorrow', at: morningIn(now, 1) },
    ...(toMonday === 1 ? [] : [{ name: 'nextWeek', at: morningIn(now, toMonday) } as const]),
  ];
};

const two = (value: number): string => String(value).padStart(2, '0');

/** As a box for a day and a time of this place takes it. */
export const asLocalTime = (at: number): string => {
  const day = new Date(at);
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${date}T${two(day.getHours())}:${two(day.getMinutes())}`;
};
