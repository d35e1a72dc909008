// Runs in a worker of its own: timers of a page that nobody sees are held back up to a minute, those
// of a dedicated worker are not. Takes a delay in milliseconds and answers when it is over; a later
// message replaces an earlier one, null takes it back.

let timer: ReturnType<typeof setTimeout> | undefined;

globalThis.addEventListener('message', ({ data: delayMs }: MessageEvent<number | null>) => {
  clearTimeout(timer);
  if (delayMs !== null) timer = setTimeout(() => globalThis.postMessage(null), delayMs);
});
