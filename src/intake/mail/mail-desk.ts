// The reader of e-mails as the page uses it: in a worker, which is there while there is something to read. An
// e-mail that keeps it busy beyond all measure costs that worker, and is refused; the next one gets a new one.

import type { MailReader, MailReading } from './mail-facts.ts';

const PATIENCE_MS = 30_000;

const startWorker = (): Worker =>
  new Worker(new URL('./mail-worker.ts', import.meta.url), { type: 'module', name: 'mail' });

export class MailDesk {
  #worker: Worker | null = null;

  readonly read: MailReader = async (bytes) => {
    try {
      this.#worker ??= startWorker();
      return await this.#ask(this.#worker, bytes);
    } catch {
      this.end();
      return { ok: false, reason: 'mailNoReader' };
    }
  };

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(worker: Worker, bytes: Uint8Array<ArrayBuffer>): Promise<MailReading> {
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      const { signal } = over;
      const settle = (reading: MailReading): void => {
        clearTimeout(timer);
        over.abort();
        resolve(reading);
      };
      const timer = setTimeout(() => {
        this.end();
        settle({ ok: false, reason: 'mailTooSlow' });
      }, PATIENCE_MS);
      worker.addEventListener('message', ({ data }: MessageEvent<MailReading>) => settle(data), { signal });
      const fail = (event: Event): void => {
        event.preventDefault();
        clearTimeout(timer);
        over.abort();
        reject(new Error('The reader of e-mails did not start.'));
      };
      worker.addEventListener('error', fail, { signal });
      worker.postMessage(bytes, [bytes.buffer]);
    });
  }
}
