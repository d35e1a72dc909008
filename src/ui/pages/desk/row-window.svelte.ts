// Which rows of a long list are in sight, from where the list lies in what scrolls it. Short lists
// are drawn whole.

import { untrack } from 'svelte';

const WHOLE_UP_TO = 50;
/** Until it is known what is in sight. */
const AT_FIRST = 16;
const SPARE = 8;
/** Steps, so that scrolling by a pixel changes nothing. */
const STEP = 4;

export class RowWindow {
  #from = $state(0);
  #to = $state(AT_FIRST);
  readonly #count: () => number;

  /** All rows are drawn. */
  readonly isWhole: boolean = $derived.by(() => this.#count() <= WHOLE_UP_TO);
  readonly first: number = $derived.by(() => (this.isWhole ? 0 : Math.min(this.#from, this.#count())));
  readonly last: number = $derived.by(() => (this.isWhole ? this.#count() : Math.min(this.#to, this.#count())));

  constructor(
    scroller: () => HTMLElement | undefined,
    list: () => HTMLElement | undefined,
    count: () => number,
    rowHeight: () => number,
  ) {
    this.#count = count;
    let next = 0;
    const measure = (): void => {
      const [outer, inner] = [scroller(), list()];
      if (outer === undefined || inner === undefined) return;
      const above = outer.getBoundingClientRect().top - inner.getBoundingClientRect().top;
      const [top, bottom] = [Math.floor(above / rowHeight()), Math.ceil((above + outer.clientHeight) / rowHeight())];
      // Far from what is drawn, what is in sight comes first and the spare rows in the next frame. A list that lies
      // below the sight, or in what is not shown, has nothing in sight to come first.
      const isInSight = outer.clientHeight > 0 && bottom > 0;
      const isFar = isInSight && untrack(() => top >= this.#to || bottom <= this.#from);
      const spare = isFar ? 0 : SPARE;
      const from = Math.max(0, top - spare);
      const to = bottom + spare;
      this.#from = from - (from % STEP);
      this.#to = Math.max(to - (to % STEP) + STEP, this.#from + STEP);
      cancelAnimationFrame(next);
      if (isFar) next = requestAnimationFrame(measure);
    };
    $effect(() => {
      const outer = scroller();
      if (outer === undefined || list() === undefined || this.isWhole) return;
      measure();
      const sizes = new ResizeObserver(measure);
      sizes.observe(outer);
      outer.addEventListener('scroll', measure, { passive: true });
      return () => {
        cancelAnimationFrame(next);
        sizes.disconnect();
        outer.removeEventListener('scroll', measure);
      };
    });
  }
}
