// Which rows of a long list are in sight, from where the list lies in what scrolls it. Short lists
// are drawn whole.

import { untrack } from 'svelte';

const WHOLE_UP_TO = 50;
/** Until it is known what is in sight. */
const AT_FIRST = 16;
const SPARE = 8;
/** Steps, so that scrolling by a pixel changes nothing. */
const STEP = 4;
/** New rows in one frame: a row costs up to 3 ms where the machine is slow. */
const MOST_NEW = 8;

interface Rows {
  readonly from: number;
  readonly to: number;
}

/** What is drawn next, on the way to what is wanted: a portion a frame, from the first in sight downwards, then the
 * spare rows above. */
const nextRows = (drawn: Rows, wanted: Rows, inSight: number): Rows => {
  const isFar = drawn.to <= inSight || drawn.from >= wanted.to;
  if (isFar) return { from: inSight, to: Math.min(wanted.to, inSight + MOST_NEW) };
  const [from, to] = [Math.max(drawn.from, wanted.from), Math.min(drawn.to, wanted.to)];
  const below = Math.min(wanted.to - to, MOST_NEW);
  const above = Math.min(from - wanted.from, MOST_NEW - below);
  return { from: from - above, to: to + below };
};

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
    let frame = 0;
    const measure = (): void => {
      const [outer, inner] = [scroller(), list()];
      if (outer === undefined || inner === undefined) return;
      const above = outer.getBoundingClientRect().top - inner.getBoundingClientRect().top;
      const [top, bottom] = [Math.floor(above / rowHeight()), Math.ceil((above + outer.clientHeight) / rowHeight())];
      const [first, last] = [Math.max(0, top - SPARE), Math.max(0, bottom) + SPARE];
      const wanted = { from: first - (first % STEP), to: last - (last % STEP) + STEP };
      // A list that lies below the sight, or in what is not shown, has nothing in sight to come first.
      const isInSight = outer.clientHeight > 0 && bottom > 0;
      const drawn = untrack(() => ({ from: this.#from, to: this.#to }));
      const next = isInSight ? nextRows(drawn, wanted, Math.max(wanted.from, top - (top % STEP))) : wanted;
      this.#from = next.from;
      this.#to = next.to;
      cancelAnimationFrame(frame);
      // What a scroll asks for would still be drawn in the frame of that scroll.
      if (next.from !== wanted.from || next.to !== wanted.to)
        frame = requestAnimationFrame(() => (frame = requestAnimationFrame(measure)));
    };
    $effect(() => {
      const outer = scroller();
      if (outer === undefined || list() === undefined || this.isWhole) return;
      // It tells of the first size too, once the page is laid out: to measure here would lay it out twice.
      const sizes = new ResizeObserver(measure);
      sizes.observe(outer);
      outer.addEventListener('scroll', measure, { passive: true });
      return () => {
        cancelAnimationFrame(frame);
        sizes.disconnect();
        outer.removeEventListener('scroll', measure);
      };
    });
  }
}
