// The scale beside a chart: from 0 up to at least the greatest value, in a few round steps.

/** Steps of a clock, in milliseconds: people read minutes, not tenths of them. */
const MINUTE = 60_000;
const STEPS = [1 / 6, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440].map((minutes) => minutes * MINUTE);
const MOST_STEPS = 5;

/** The marks of an axis of counts, 0 first: whole numbers only. */
export const countAxis = (greatest: number): readonly number[] => {
  const rough = Math.max(1, greatest) / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => rough <= each * power) ?? 10) * power);
  return Array.from({ length: Math.max(2, Math.ceil(greatest / step) + 1) }, (_, index) => index * step);
};

/** The marks of an axis of times, 0 first. */
export const timeAxis = (greatestMs: number): readonly number[] => {
  const step =
    STEPS.find((each) => greatestMs <= each * MOST_STEPS) ??
    Math.ceil(greatestMs / MOST_STEPS / 86_400_000) * 86_400_000;
  const count = Math.max(2, Math.ceil(greatestMs / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
};
