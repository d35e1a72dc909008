// Long work in short tasks, so that the page goes on answering: steps until a slice is used up, then a
// breath, then on. The clock is handed in; the steps say when they are done.

const SLICE_MS = 8;

/** Gives back what stops it. */
export const runInSlices = (
  clock: { mono(): number },
  step: () => boolean,
  done: () => void,
  breath: () => void = () => undefined,
): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const slice = (): void => {
    const end = clock.mono() + SLICE_MS;
    do {
      if (step()) return done();
    } while (clock.mono() < end);
    breath();
    timer = setTimeout(slice, 0);
  };
  timer = setTimeout(slice, 0);
  return () => clearTimeout(timer);
};
