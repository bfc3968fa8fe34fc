import { findOperation } from './find-operation.ts';
import type { Operation } from './operation.ts';

/** The parameters of the example of an operation, by their names, as its address has them. */
export function exampleValues(operation: Operation): Readonly<Record<string, string>> {
  const [path = '', query = ''] = operation.example.split('?');
  const found = findOperation([operation], path);
  if (found === null) throw new Error(`${operation.id} does not answer its own example`);
  return { ...found.path, ...Object.fromEntries(new URLSearchParams(query)) };
}
