import { z } from 'zod';
import type { Manifest } from '../domain/edition.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { WorkType } from '../domain/work.ts';
import { frontMatterSchema } from './front-matter.ts';
import { issueReason } from './issue-reason.ts';

export type PartOfManifest =
  | { readonly ok: true; readonly part: Partial<Manifest> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/**
 * Parses some keys of an edition's metadata, written as in an archive file, by the rules of the archive format.
 * @param record a key that is named in `keys` but missing here gets the default that it has in a file
 */
export function readPart(
  type: WorkType,
  keys: readonly (keyof Manifest)[],
  record: Readonly<Record<string, unknown>>,
): PartOfManifest {
  const shape: Readonly<Record<string, z.ZodType>> = frontMatterSchema(type).shape;
  const schema = z.strictObject(Object.fromEntries(keys.map((key) => [key, shape[key] ?? z.never()])));
  const parsed = schema.safeParse(record);
  if (parsed.success) return { ok: true, part: parsed.data as Partial<Manifest> };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { field: path.join('.'), reason: issueReason(issue) };
  });
  return { ok: false, problems };
}
