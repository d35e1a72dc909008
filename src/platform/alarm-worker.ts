// Runs in a worker of its own: timers of a page that nobody sees are held back up to a minute, those
// of a dedicated worker are not. Takes `{turn, delayMs}`, answers with `turn` when the time is over;
// a later message replaces an earlier one.

let timer: ReturnType<typeof setTimeout> | undefined;

globalThis.addEventListener('message', (event: MessageEvent<{ turn: number; delayMs: number | null }>) => {
  const { turn, delayMs } = event.data;
  clearTimeout(timer);
  if (delayMs !== null) timer = setTimeout(() => globalThis.postMessage(turn), delayMs);
});
