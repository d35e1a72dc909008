// Files that are pasted into the place where a reply is written, or dropped on it. E-mails and dialogues are left to
// the desk, which brings them in.

interface Taking {
  /** False while nothing can be attached. */
  isOn(): boolean;
  take(files: readonly File[]): void;
}

const BROUGHT_IN = /\.(?:eml|jsonl)$/iu;

const isForReply = (files: readonly File[]): boolean =>
  files.length > 0 && files.every(({ name }) => !BROUGHT_IN.test(name));

/** Listens on the element; gives back what ends that. */
export const takeFiles =
  ({ isOn, take }: Taking) =>
  (element: HTMLElement): (() => void) => {
    const offer = (event: ClipboardEvent | DragEvent, source: DataTransfer | null): void => {
      const files = [...(source?.files ?? [])];
      if (!isOn() || !isForReply(files)) return;
      event.preventDefault();
      take(files);
    };
    const onPaste = (event: ClipboardEvent): void => {
      // A copied cell or page also carries a picture of itself: its text is meant.
      if (event.clipboardData?.types.includes('text/plain') !== true) offer(event, event.clipboardData);
    };
    const onDrop = (event: DragEvent): void => offer(event, event.dataTransfer);
    const onDragOver = (event: DragEvent): void => {
      if (!isOn() || event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    element.addEventListener('dragover', onDragOver);
    element.addEventListener('paste', onPaste);
    element.addEventListener('drop', onDrop);
    return () => {
      element.removeEventListener('dragover', onDragOver);
      element.removeEventListener('paste', onPaste);
      element.removeEventListener('drop', onDrop);
    };
  };
