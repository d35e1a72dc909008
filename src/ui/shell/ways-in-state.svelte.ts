// What is on its way into the desk: files, a text, and the two dialogs that take them. Set from anywhere, by a
// drop, a paste, a button, another app; taken by the dialogs, which come when they are first wanted.

export interface TextDraft {
  readonly subject: string;
  readonly text: string;
}

class WaysInState {
  isImporting = $state(false);
  isAdding = $state(false);
  /** Chosen by a person at this desk: to be brought in. */
  chosen: readonly File[] = $state.raw([]);
  /** Come from elsewhere: to be asked about. */
  offered: readonly File[] = $state.raw([]);
  draft: TextDraft | null = $state.raw(null);

  bringIn(files: readonly File[]): void {
    if (files.length === 0) return;
    this.chosen = [...this.chosen, ...files];
    this.isImporting = true;
  }

  offer(files: readonly File[]): void {
    if (files.length === 0) return;
    this.offered = [...this.offered, ...files];
    this.isImporting = true;
  }

  write(draft: TextDraft): void {
    const { draft: before } = this;
    // Two at once are one text: nobody has read the first yet.
    this.draft = before === null ? draft : { ...before, text: `${before.text}\n\n${draft.text}` };
    this.isAdding = true;
  }

  takeChosen(): readonly File[] {
    const files = this.chosen;
    this.chosen = [];
    return files;
  }

  takeOffered(): readonly File[] {
    const files = this.offered;
    this.offered = [];
    return files;
  }

  takeDraft(): TextDraft | null {
    const { draft } = this;
    this.draft = null;
    return draft;
  }

  /** Another desk begins with nothing of this one's. */
  forget(): void {
    this.isImporting = this.isAdding = false;
    this.chosen = this.offered = [];
    this.draft = null;
  }
}

export const waysIn = new WaysInState();
