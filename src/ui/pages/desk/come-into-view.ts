// What a click opened is brought into sight, as far as it is not.

export const comeIntoView = (element: HTMLElement): void => {
  element.scrollIntoView({ block: 'nearest' });
};
