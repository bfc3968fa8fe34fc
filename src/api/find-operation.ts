import type { Operation } from './operation.ts';

/** The operation of an address, with the parts of its path by their names. */
export type FoundOperation = {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
};

/** The operation that answers a path below `/api/v1`; null when none does. One without parameters there comes first. */
export function findOperation(operations: readonly Operation[], path: string): FoundOperation | null {
  const parts = path.split('/').filter((part) => part !== '');
  const fitting = operations.flatMap((operation) => {
    const names = partsOf(operation);
    const isFitting =
      names.length === parts.length && names.every((name, at) => isName(name) || name === parts[at]);
    return isFitting ? [{ operation, names }] : [];
  });
  const [best] = fitting.toSorted((a, b) => count(a.names) - count(b.names));
  if (best === undefined) return null;
  const named = best.names.flatMap((name, at) =>
    isName(name) ? [[name.slice(1, -1), parts[at] ?? ''] as const] : [],
  );
  return { operation: best.operation, path: Object.fromEntries(named) };
}

const partsOf = ({ address }: Operation): readonly string[] =>
  address.split('/').filter((part) => part !== '');

const isName = (part: string): boolean => part.startsWith('{');

const count = (names: readonly string[]): number => names.filter(isName).length;
