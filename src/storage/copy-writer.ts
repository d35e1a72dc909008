// The page's end of the worker that writes the second copy. Answers to every request, also where the worker does
// not start, dies, or says nothing any more: then it is given up, and nobody waits for it again.

import type { CopyAnswer, CopyRequest } from './copy-requests.ts';

/** Twice so long without an answer; twice, because a page that slept finds its timers due before its messages. */
const PATIENCE_MS = 2000;

const NO_COPY: CopyAnswer = { isDone: false, reason: 'none' };

const startWorker = (): Worker | null => {
  try {
    return new Worker(new URL('./copy-worker.ts', import.meta.url), { type: 'module', name: 'second-copy' });
  } catch {
    return null;
  }
};

export class CopyWriter {
  #worker: Worker | null = startWorker();
  readonly #waiting = new Map<number, (answer: CopyAnswer) => void>();
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience = 0;

  constructor() {
    this.#worker?.addEventListener('message', ({ data }: MessageEvent<readonly [id: number, answer: CopyAnswer]>) => {
      const [id, answer] = data;
      const resolve = this.#waiting.get(id);
      this.#waiting.delete(id);
      this.#patience = 2;
      resolve?.(answer);
    });
    this.#worker?.addEventListener('error', (event) => {
      event.preventDefault();
      this.end();
    });
  }

  ask(request: CopyRequest): Promise<CopyAnswer> {
    const worker = this.#worker;
    if (worker === null) return Promise.resolve(NO_COPY);
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      worker.postMessage([id, request]);
      this.#watch();
    });
  }

  #watch(): void {
    if (this.#timer !== undefined) return;
    this.#patience = 2;
    const look = (): void => {
      this.#timer = undefined;
      this.#patience -= 1;
      if (this.#waiting.size === 0) return;
      if (this.#patience < 0) return this.end();
      this.#timer = setTimeout(look, PATIENCE_MS);
    };
    this.#timer = setTimeout(look, PATIENCE_MS);
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    clearTimeout(this.#timer);
    for (const resolve of this.#waiting.values()) resolve(NO_COPY);
    this.#waiting.clear();
  }
}
