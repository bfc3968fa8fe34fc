import type { ComparedPart } from './compared-part.ts';

/**
 * The parts that stand elsewhere, by position before: in another chapter, or in another order among the parts that
 * stayed in theirs. Of parts that changed places the fewest are called moved. What moves with its chapter does not
 * move in it, and a chapter that is new or gone moves nothing by itself.
 * @param pairs position before → position after
 */
export function findMoved(
  before: readonly ComparedPart[],
  after: readonly ComparedPart[],
  pairs: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const moved = new Set<number>();
  const matched = new Set(pairs.values());
  const aroundBefore = nearestAround(before, (index) => pairs.has(index));
  const aroundAfter = nearestAround(after, (index) => matched.has(index));
  const siblings = new Map<number, { readonly from: number; readonly to: number }[]>();
  for (const [from, to] of [...pairs].sort(([a], [b]) => a - b)) {
    const parent = aroundBefore(from);
    const expected = parent === null ? null : (pairs.get(parent) ?? null);
    if (aroundAfter(to) !== expected) {
      moved.add(from);
      continue;
    }
    const known = siblings.get(parent ?? -1);
    if (known) known.push({ from, to });
    else siblings.set(parent ?? -1, [{ from, to }]);
  }
  for (const group of siblings.values()) {
    const stayed = longestRise(group.map(({ to }) => to));
    group.forEach(({ from }, index) => {
      if (!stayed.has(index)) moved.add(from);
    });
  }
  return moved;
}

/** Answers the position of the innermost part around another that has a match; null at the top. */
function nearestAround(
  parts: readonly ComparedPart[],
  isMatched: (index: number) => boolean,
): (index: number) => number | null {
  const byEid = new Map(parts.map((part, index) => [part.eid, index]));
  const known = new Map<number, number | null>();
  const around = (index: number): number | null => {
    const kept = known.get(index);
    if (kept !== undefined) return kept;
    const parent = parts[index]?.parent ?? null;
    const at = parent === null ? undefined : byEid.get(parent);
    const found = at === undefined || at === index ? null : isMatched(at) ? at : around(at);
    known.set(index, found);
    return found;
  };
  return around;
}

/** Places of a longest rising run among the numbers (patience sorting, n log n). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  numbers.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.add(at);
  return rise;
}
