// Who listens to which topic. Keeps true: a topic exists only while somebody listens to it, and one
// listener never has more topics than allowed, so that memory is bounded by the connections.

export class Topics<Listener> {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #topics = new Map<Listener, Set<string>>();
  readonly #perListener: number;

  constructor(perListener: number) {
    this.#perListener = perListener;
  }

  /** False where the listener would have too many; what it had stays. */
  subscribe(listener: Listener, topic: string): boolean {
    const own = this.#topics.get(listener) ?? new Set<string>();
    if (!own.has(topic) && own.size >= this.#perListener) return false;
    this.#topics.set(listener, own.add(topic));
    this.#listeners.set(topic, (this.#listeners.get(topic) ?? new Set<Listener>()).add(listener));
    return true;
  }

  unsubscribe(listener: Listener, topic: string): void {
    const own = this.#topics.get(listener);
    own?.delete(topic);
    if (own?.size === 0) this.#topics.delete(listener);
    const listeners = this.#listeners.get(topic);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#listeners.delete(topic);
  }

  leave(listener: Listener): void {
    for (const topic of this.#topics.get(listener) ?? []) this.unsubscribe(listener, topic);
  }

  /** A copy: it stays as it is while listeners come and go. */
  listeners(topic: string): readonly Listener[] {
    return [...(this.#listeners.get(topic) ?? [])];
  }

  get size(): number {
    return this.#listeners.size;
  }
}
