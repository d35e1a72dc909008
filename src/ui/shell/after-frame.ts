// What a key need not wait for is done once its answer is drawn.

/** Gives back what calls it off. A hidden page draws nothing: there it waits until somebody looks. */
export const afterFrame = (run: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run, 0)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
