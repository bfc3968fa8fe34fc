/** Rows written at once: some milliseconds. */
const rowsAtOnce = 100;

/** The rows some at a time; others get their turn before more are made. */
export async function* inTurns<T>(rows: Iterable<T>): AsyncGenerator<readonly T[]> {
  let some: T[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < rowsAtOnce) continue;
    yield some;
    some = [];
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  if (some.length > 0) yield some;
}
