// A list that is read anew with every change, kept the same value where it reads the same: what hangs
// on it compares by identity and is not drawn again.

/** The list before where the next holds the same values in the same order. */
export const keptList = <T>(before: readonly T[], next: readonly T[]): readonly T[] => {
  const isSame = before.length === next.length && before.every((item, index) => item === next[index]);
  return isSame ? before : next;
};

const isAlike = (a: object, b: object): boolean => {
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([name, value]) => Object.is(value, other.get(name)));
};

export const keptIdentity = <T extends { readonly id: string }>(
  before: readonly T[],
  next: readonly T[],
): readonly T[] => {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = next.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && isAlike(old, item) ? old : item;
  });
  return keptList(before, kept);
};
