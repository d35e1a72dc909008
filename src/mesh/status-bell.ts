// Says that the status may read differently, at most four times a second, and never loses the last word.

const PAUSE_MS = 250;

export class StatusBell {
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;

  onRing(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ring(): void {
    this.#isDue = true;
    // Not in the middle of what changed it.
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#sound(), 0);
  }

  #sound(): void {
    this.#timer = undefined;
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#timer = setTimeout(() => this.#sound(), PAUSE_MS);
    for (const listener of this.#listeners) listener();
  }
}
