import type { Operation } from './operation.ts';
import type { ParameterError } from './problem.ts';

/** What the address of an operation says. */
export type ReadParameters =
  | { readonly kind: 'read'; readonly values: Readonly<Record<string, unknown>> }
  /** A part of the path that no such address can have. */
  | { readonly kind: 'not_found' }
  | { readonly kind: 'wrong'; readonly errors: readonly ParameterError[] };

/**
 * Reads the parameters of an operation. Unknown ones are refused by name, and so is one that is there twice: an answer
 * that is not the one meant must not be taken for it.
 * @param path the parts of the path by their names, decoded
 */
export function readParameters(
  { path, query }: Pick<Operation, 'path' | 'query'>,
  given: { readonly path: Readonly<Record<string, string>>; readonly query: URLSearchParams },
): ReadParameters {
  const values: Record<string, unknown> = {};
  for (const [name, { schema, fromText }] of Object.entries(path)) {
    const parsed = schema.safeParse(fromText(given.path[name] ?? ''));
    if (!parsed.success) return { kind: 'not_found' };
    values[name] = parsed.data;
  }
  const errors: ParameterError[] = [...new Set(given.query.keys())].flatMap((name) =>
    query[name] === undefined ? unknownParameter(name, Object.keys(query)) : [],
  );
  for (const [name, parameter] of Object.entries(query)) {
    const [text, ...more] = given.query.getAll(name);
    const isThere = text !== undefined && text.trim() !== '';
    const parsed = parameter.schema.safeParse(isThere ? parameter.fromText(text) : undefined);
    if (!parsed.success || more.length > 0) errors.push(wrongParameter(name, parameter));
    else values[name] = parsed.data;
  }
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'read', values };
}

/** That the value of a parameter means nothing, with what should stand there. */
export const wrongParameter = (
  name: string,
  { th, en }: { readonly th: string; readonly en: string },
): ParameterError => ({
  parameter: name,
  detail: `อ่านค่าของ ${name} ไม่ได้ ค่านี้เป็น${th}`,
  detailEn: `The value of ${name} means nothing here. Expected: ${en}`,
});

const LONGEST_NAME = 40;

function unknownParameter(name: string, known: readonly string[]): readonly ParameterError[] {
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  const list = known.length === 0 ? null : known.join(', ');
  return [
    {
      parameter: shown,
      detail: `ไม่รู้จักพารามิเตอร์ ${shown} ${list === null ? 'ที่อยู่นี้ไม่มีพารามิเตอร์' : `ใช้ได้: ${list}`}`,
      detailEn: `Unknown parameter ${shown}. ${list === null ? 'This address takes none.' : `Known: ${list}`}`,
    },
  ];
}
