// Runs in a worker of its own: timers of a page that nobody sees are held back up to a minute, those
// of a dedicated worker are not. Takes the number of an alarm and a delay in milliseconds, and answers
// with the number when it is over; a later message about an alarm replaces the earlier, null takes it back.

const timers = new Map<number, ReturnType<typeof setTimeout>>();

globalThis.addEventListener('message', ({ data }: MessageEvent<readonly [id: number, delayMs: number | null]>) => {
  const [id, delayMs] = data;
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (delayMs === null) return;
  const ring = (): void => {
    timers.delete(id);
    globalThis.postMessage(id);
  };
  timers.set(id, setTimeout(ring, delayMs));
});
