// One import at a time, as its dialog shows it. It goes on while the dialog is closed; files that come meanwhile
// are brought in behind it and told of with it, those that are only offered are asked about afterwards.

import { type ImportProgress, type ImportReport, together } from '../intake/import-report.ts';
import { FileWays } from '../intake/file-ways.ts';
import { type ImportTarget, runImport } from '../intake/import.ts';
import { t } from './text.svelte.ts';

export type { ImportReport } from '../intake/import-report.ts';

export type ImportStage =
  | { readonly kind: 'choosing' }
  /** Asked first: nobody at this desk has chosen them. */
  | { readonly kind: 'offered'; readonly files: readonly File[] }
  | {
      readonly kind: 'running';
      readonly files: readonly File[];
      /** Null until the log is read and the first of it came in. */
      readonly progress: ImportProgress | null;
    }
  | { readonly kind: 'done'; readonly report: ImportReport };

export class ImportRun {
  stage: ImportStage = $state.raw({ kind: 'choosing' });
  readonly #target: () => ImportTarget;
  readonly #ways = new FileWays({ noSender: t('mail.noSender'), noSubject: t('mail.noSubject') });
  #stopper = new AbortController();
  #next: readonly File[] = [];
  #offered: readonly File[] = [];

  constructor(target: () => ImportTarget) {
    this.#target = target;
  }

  /** For the file picker. */
  get accepts(): string {
    return this.#ways.accepts;
  }

  offer(files: readonly File[]): void {
    if (files.length === 0) return;
    this.#offered = [...this.#offered, ...files];
    if (this.stage.kind !== 'running') this.stage = { kind: 'offered', files: this.#offered };
  }

  async start(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    if (this.stage.kind === 'offered') this.#offered = [];
    this.#next = [...this.#next, ...files];
    if (this.stage.kind === 'running') return;
    this.#stopper = new AbortController();
    let report: ImportReport | null = null;
    while (this.#next.length > 0) {
      const now = this.#next;
      this.#next = [];
      const ran = await this.#run(now);
      report = report === null ? ran : together(report, ran);
    }
    this.#ways.end();
    if (report !== null) this.stage = { kind: 'done', report };
  }

  /** What has come in stays. */
  stop(): void {
    this.#next = [];
    this.#stopper.abort();
  }

  chooseAgain(): void {
    if (this.stage.kind === 'running') return;
    if (this.stage.kind === 'offered') this.#offered = [];
    this.stage = this.#offered.length === 0 ? { kind: 'choosing' } : { kind: 'offered', files: this.#offered };
  }

  #run(files: readonly File[]): Promise<ImportReport> {
    const onProgress = (progress: ImportProgress | null): void => {
      this.stage = { kind: 'running', files, progress };
    };
    onProgress(null);
    return runImport(files, this.#ways.of, this.#target(), { signal: this.#stopper.signal, onProgress });
  }
}
