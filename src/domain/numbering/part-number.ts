/** The number of a part, cut at its dots and slashes: "5/1" is [5, 1]. */
export type PartNumber = readonly number[];

export const readPartNumber = (number: string): PartNumber => number.split(/[./]/).map(Number);

/** Below 0 when `one` stands before `other`; 0 when they are the same number. */
export function comparePartNumbers(one: PartNumber, other: PartNumber): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when nothing is missing between the two: 5 and 6, 5 and 5/1, 5/1 and 5/2, 5/2 and 6. */
export function followsPartNumber(before: PartNumber, after: PartNumber): boolean {
  const isFirstBelow =
    after.length === before.length + 1 && after.at(-1) === 1 && before.every((n, at) => after[at] === n);
  if (isFirstBelow) return true;
  const last = after.length - 1;
  return (
    after.length <= before.length && after.every((n, at) => n === (before[at] ?? 0) + (at === last ? 1 : 0))
  );
}
