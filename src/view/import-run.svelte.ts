// One import at a time, as its dialog shows it. It goes on while the dialog is closed.

import { dialogues } from '../intake/dialogues.ts';
import { type ImportProgress, type ImportReport, type ImportTarget, runImport } from '../intake/import.ts';

export type { ImportReport } from '../intake/import.ts';

export type ImportStage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'running'; readonly file: string; readonly progress: ImportProgress | null }
  | { readonly kind: 'done'; readonly file: string; readonly report: ImportReport };

export class ImportRun {
  stage: ImportStage = $state.raw({ kind: 'choosing' });
  /** For the file picker. */
  readonly accepts = dialogues.accepts;
  readonly #target: () => ImportTarget;
  #stopper = new AbortController();

  constructor(target: () => ImportTarget) {
    this.#target = target;
  }

  async start(file: File): Promise<void> {
    this.#stopper = new AbortController();
    const { name } = file;
    const show = (progress: ImportProgress | null): void => {
      this.stage = { kind: 'running', file: name, progress };
    };
    show(null);
    const options = { signal: this.#stopper.signal, onProgress: show };
    const report = await runImport(dialogues, file, this.#target(), options);
    this.stage = { kind: 'done', file: name, report };
  }

  /** What has come in stays. */
  stop(): void {
    this.#stopper.abort();
  }

  chooseAgain(): void {
    if (this.stage.kind === 'done') this.stage = { kind: 'choosing' };
  }
}
