// What a menu and a popover have in common: open and shut, placed beside the trigger, shut by Esc, by
// a press outside and by the window's change; the focus returns to the trigger.

import { placeBeside, type Align } from './place.ts';

export class Floating {
  isOpen = $state(false);
  trigger: HTMLElement | null = null;
  panel: HTMLElement | null = null;
  readonly #align: () => Align;

  constructor(align: () => Align) {
    this.#align = align;
  }

  /** On the trigger's element. */
  anchor = (element: HTMLElement): (() => void) => {
    this.trigger = element;
    return () => {
      this.trigger = null;
    };
  };

  /** On the panel's element, which is only there while open. */
  float = (element: HTMLElement): (() => void) => {
    this.panel = element;
    element.popover = 'manual';
    element.showPopover();
    const place = (): void => {
      if (this.trigger !== null) placeBeside(this.trigger, element, this.#align());
    };
    place();
    const press = (event: Event): void => {
      const { target } = event;
      if (!(target instanceof Node) || element.contains(target) || this.trigger?.contains(target) === true) return;
      this.isOpen = false;
    };
    const resized = new ResizeObserver(place);
    resized.observe(element);
    addEventListener('resize', place);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('pointerdown', press, true);
    return () => {
      resized.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('pointerdown', press, true);
      this.panel = null;
    };
  };

  open(): void {
    this.isOpen = true;
  }

  /** Shuts it and puts the focus back where it came from. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.trigger?.focus();
  }
}
