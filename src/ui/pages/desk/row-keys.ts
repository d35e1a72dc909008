// Up and down move the focus through the rows of all lists, as through one. Rows beyond those that
// are drawn appear as the focus comes near (row-window.svelte.ts).

const rowsOf = (lists: Element): HTMLElement[] => [...lists.querySelectorAll<HTMLElement>('li button[aria-label]')];

export const moveAmongRows = (event: KeyboardEvent & { currentTarget: EventTarget & Element }): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const { target, currentTarget } = event;
  const row = target instanceof Element ? target.closest('li') : null;
  if (row === null) return;
  const rows = rowsOf(currentTarget);
  const at = rows.findIndex((each) => row.contains(each));
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};
