// Which item of a menu a key moves to.

const indexFor = (key: string, items: readonly HTMLElement[], at: number): number => {
  const last = items.length - 1;
  switch (key) {
    case 'ArrowDown':
      return at >= last ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? last : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return -1;
  }
};

const startsWith = (item: HTMLElement, letter: string): boolean =>
  (item.textContent ?? '').trim().toLocaleLowerCase().startsWith(letter);

/** True where the key moved the focus. */
export const moveInMenu = (items: readonly HTMLElement[], key: string): boolean => {
  const at = items.findIndex((item) => item === document.activeElement);
  let to = indexFor(key, items, at);
  if (to === -1 && key.length === 1 && key !== ' ') {
    const letter = key.toLocaleLowerCase();
    const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const found = round.find((item) => startsWith(item, letter));
    to = found === undefined ? -1 : items.indexOf(found);
  }
  const item = items[to];
  item?.focus();
  return item !== undefined;
};
