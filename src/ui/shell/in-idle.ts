// What will be wanted soon is fetched when the page has nothing else to do.

const SOON_MS = 2_000;

/** Gives back what calls it off. A fetch that fails is tried again when it is really wanted. */
export const fetchInIdle = (...loads: readonly (() => Promise<unknown>)[]): (() => void) => {
  const fetchAll = (): void => {
    for (const load of loads) load().catch(() => undefined);
  };
  // Safari has no idle callback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(fetchAll, SOON_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(fetchAll, { timeout: SOON_MS });
  return () => cancelIdleCallback(request);
};
