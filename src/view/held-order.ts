// Rows never jump under the pointer or the focus: while a list is held, what stands in it keeps its
// place, what goes leaves, and what comes is put at the end.

export const heldOrder = <T>(shown: readonly T[], next: readonly T[], idOf: (item: T) => string): readonly T[] => {
  const byId = new Map(next.map((item) => [idOf(item), item]));
  const kept: T[] = [];
  for (const item of shown) {
    const current = byId.get(idOf(item));
    if (current === undefined) continue;
    kept.push(current);
    byId.delete(idOf(item));
  }
  return [...kept, ...byId.values()];
};
