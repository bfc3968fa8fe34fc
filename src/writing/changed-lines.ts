/** The lines in which two texts differ, from the first difference to the last. */
export type ChangedLines = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Null when both are the same. */
export function changedLines(before: string, after: string): ChangedLines | null {
  if (before === after) return null;
  const [one, other] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(one.length, other.length) && one[head] === other[head]) head += 1;
  let tail = 0;
  const most = Math.min(one.length, other.length) - head;
  while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return { before: one.slice(head, one.length - tail), after: other.slice(head, other.length - tail) };
}
