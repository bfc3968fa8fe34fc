/** Two lists compared by the key of their entries. The order in a list says nothing and is not compared. */
export type ListDifference<T> = {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
};

/** Entries that have the same key are told apart by their order. */
export function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
): ListDifference<T> {
  const waiting = new Map<string, T[]>();
  for (const entry of before) {
    const known = waiting.get(keyOf(entry));
    if (known) known.push(entry);
    else waiting.set(keyOf(entry), [entry]);
  }
  const added: T[] = [];
  const changed: { readonly before: T; readonly after: T }[] = [];
  for (const entry of after) {
    const old = waiting.get(keyOf(entry))?.shift();
    if (old === undefined) added.push(entry);
    else if (!isSameValue(old, entry)) changed.push({ before: old, after: entry });
  }
  return { added, removed: [...waiting.values()].flat(), changed };
}

export const isEmptyList = (list: ListDifference<unknown>): boolean =>
  list.added.length + list.removed.length + list.changed.length === 0;

/** Equality of plain values (JSON), whatever the order of the keys of an object. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, index) => isSameValue(one, b[index]))
    );
  }
  const [old, recent] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    old.size === recent.size &&
    [...old].every(([key, one]) => recent.has(key) && isSameValue(one, recent.get(key)))
  );
}
