// A page in turns: each part that waits for its turn is made in a task of its own, so that none of them is long where
// the machine is slow. What a person reads first comes first.

export class Turns {
  /** How many turns have passed. */
  count = $state(0);

  /** Ends after so many. Gives back what stops it. */
  run(most: number): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = (): void => {
      this.count += 1;
      if (this.count < most) timer = setTimeout(next);
    };
    timer = setTimeout(next);
    return () => clearTimeout(timer);
  }
}
