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

/** The wordings worth comparing with one: those with most in common, of equals those stored first, then some by a weak sign. */
export function likelyWordings(
  sketch: readonly number[],
  lists: WordingLists,
  limit: number,
): readonly number[] {
  const counted = new Map<number, number>();
  let common = 0;
  for (const shingle of sketch) {
    const list = lists.get(shingle) ?? [];
    const isCommon = list.length >= wordingsOfShingle;
    if (isCommon) common += 1;
    if (common > mostCommon && isCommon) continue;
    const counts = isCommon ? commonCounts : rareCounts;
    for (const id of list) counted.set(id, (counted.get(id) ?? 0) + counts);
  }
  const good = [...counted].filter(([, count]) => count >= goodSign);
  const likest = good.sort(([idA, a], [idB, b]) => b - a || idA - idB).slice(0, limit);
  const room = Math.min(limit - likest.length, Math.floor(limit / weakAmong));
  const weak = room === 0 ? [] : [...counted].filter(([, count]) => count >= weakSign && count < goodSign);
  return [...likest, ...weak.slice(0, room)].map(([id]) => id);
}
