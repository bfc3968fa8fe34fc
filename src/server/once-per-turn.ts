/**
 * Asks at most once in each turn of the event loop and gives the same answer until the turn ends.
 * Nothing is older than it may be: whatever is handled in one turn had arrived before the turn began, so before the
 * question was asked, and could as well have been handled then.
 */
export function oncePerTurn<T>(ask: () => T): () => T {
  let known: { readonly value: T } | null = null;
  const forget = (): void => {
    known = null;
  };
  return () => {
    if (known === null) {
      known = { value: ask() };
      setImmediate(forget);
    }
    return known.value;
  };
}
