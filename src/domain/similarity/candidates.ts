/** So many shingles lead to a stored wording. */
const shinglesOfWording = 12;
/** A shingle that leads to so many wordings is a phrase of the trade: it leads to no more, and says less. */
const wordingsOfShingle = 48;

/** The ids of the wordings to which each shingle leads, in the order of their storing. */
export type WordingLists = ReadonlyMap<number, readonly number[]>;

/** What one shingle in common counts. */
const rareCounts = 3;
const commonCounts = 1;
/** Of the common phrases of a text the first so many are asked: they lead to much and tell little. */
const mostCommon = 12;
/** Two rare phrases in common are a good sign, one is a weak one; three common ones count as one that is rare. */
const goodSign = 6;
const weakSign = 3;
/** Of those that are compared, one in so many may be there by a weak sign. */
const weakAmong = 4;

/** The shingles that are to lead to a wording: the first of its sketch that do not lead to too many others. */
export const leadingShingles = (sketch: readonly number[], lists: WordingLists): readonly number[] =>
  sketch
    .filter((shingle) => (lists.get(shingle)?.length ?? 0) < wordingsOfShingle)
    .slice(0, shinglesOfWording);

/**
 * Finds the wordings that are worth comparing with one, by its sketch: at most so many, those with most in common, of
 * equals those stored first, then some by a weak sign.
 */
export function createCandidates(
  lists: WordingLists,
  limit: number,
): (sketch: readonly number[]) => readonly number[] {
  const greatest = [...lists.values()].reduce((most, list) => Math.max(most, list.at(-1) ?? 0), 0);
  // Counted in one array for all sketches: those of a draft lead to 50,000 ids, and a map takes five times as long.
  const counts = new Uint8Array(greatest + 1);
  const count = (list: readonly number[], by: number, counted: number[]): void => {
    for (const id of list) {
      const before = counts[id] ?? 0;
      if (before === 0) counted.push(id);
      counts[id] = before + by;
    }
  };
  return (sketch) => {
    const counted: number[] = [];
    let common = 0;
    for (const shingle of sketch) {
      const list = lists.get(shingle) ?? [];
      const isCommon = list.length >= wordingsOfShingle;
      if (isCommon) common += 1;
      if (isCommon && common > mostCommon) continue;
      count(list, isCommon ? commonCounts : rareCounts, counted);
    }
    const countOf = (id: number): number => counts[id] ?? 0;
    const good = counted.filter((id) => countOf(id) >= goodSign);
    const likest = good.sort((a, b) => countOf(b) - countOf(a) || a - b).slice(0, limit);
    const room = Math.min(limit - likest.length, Math.floor(limit / weakAmong));
    const isWeak = (id: number): boolean => countOf(id) >= weakSign && countOf(id) < goodSign;
    const weak = room === 0 ? [] : counted.filter(isWeak).slice(0, room);
    for (const id of counted) counts[id] = 0;
    return [...likest, ...weak];
  };
}
