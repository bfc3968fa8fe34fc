/** Something with a name that a reader may be typing, and how early it is offered among others. */
export type Nameable = {
  /** Its names as keys (see `toNameKey`), the usual one first. */
  readonly keys: readonly string[];
  /** Lower is offered earlier: what has something to read before what has not. */
  readonly rank: number;
  /** Thai dictionary order. */
  readonly sortKey: string;
};

/** Order in which things that match equally well are offered. */
export function byRankAndName(a: Nameable, b: Nameable): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey);
}

/** Things by name, with all their keys in one text, because one long search is much faster than thousands of short ones. */
export type NameIndex<T> = {
  readonly things: readonly T[];
  /** A line for each key, each between two ends of line. */
  readonly text: string;
  /** Where each line begins, and the number of its thing. */
  readonly starts: readonly number[];
  readonly owners: readonly number[];
};

/** `things` stand in the order in which they are offered. */
export function indexNames<T extends Nameable>(things: readonly T[]): NameIndex<T> {
  const starts: number[] = [];
  const owners: number[] = [];
  const lines: string[] = [];
  let at = 1;
  for (const [owner, { keys }] of things.entries()) {
    for (const key of keys) {
      starts.push(at);
      owners.push(owner);
      lines.push(key);
      at += key.length + 1;
    }
  }
  return { things, text: `\n${lines.join('\n')}\n`, starts, owners };
}

/**
 * The things whose name is the key, then those whose name begins with it, then those that hold it, at most `limit`.
 * Inside each of the three they come in their own order. A name is never entered between a leading vowel and its
 * consonant. `key` is not empty and has no end of line.
 * @param isMeant left out when it says no
 */
export function findNamed<T>(
  index: NameIndex<T>,
  key: string,
  limit: number,
  isMeant: (one: T) => boolean = () => true,
): readonly T[] {
  const found = new Set<T>();
  for (const pattern of [`\n${key}\n`, `\n${key}`, key]) {
    for (let at = index.text.indexOf(pattern); at >= 0; at = index.text.indexOf(pattern, at + 1)) {
      if (found.size >= limit) return [...found];
      if (at > 0 && leadingVowel.test(index.text.charAt(at - 1))) continue;
      const thing = thingAt(index, pattern === key ? at : at + 1);
      if (thing !== undefined && isMeant(thing)) found.add(thing);
    }
  }
  return [...found];
}

const leadingVowel = /[เ-ไ]/;

/** The thing in whose line a position is. */
function thingAt<T>({ things, starts, owners }: NameIndex<T>, position: number): T | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return things[owners[low] ?? -1];
}
