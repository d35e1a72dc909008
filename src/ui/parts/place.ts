// Puts a popover of the top layer beside the thing that opened it, inside the window. The browser's
// own anchoring is not in every browser yet, so the place is measured.

export type Align = 'start' | 'end';

const GAP = 6;
const EDGE = 8;

export const placeBeside = (anchor: Element, floating: HTMLElement, align: Align): void => {
  const from = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const left = (align === 'start') === !isRtl ? from.left : from.right - width;
  const below = from.bottom + GAP;
  const isAbove = below + height > innerHeight - EDGE && from.top - GAP - height > EDGE;
  const top = isAbove ? from.top - GAP - height : below;
  floating.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  floating.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
};
