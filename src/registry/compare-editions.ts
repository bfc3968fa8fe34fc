import type { Register } from '../../db/connection.ts';
import { findEdition, type StoredEdition } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { type ComparedSide, type ComparisonPage, describeComparison } from './steps/describe-comparison.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

/**
 * Compares two published editions of a work. `a` may be the later one: then the difference leads back in time.
 * Refused: `work_not_found`, `edition_not_found` with the first number that does not exist, `published_in_error`.
 */
export async function compareEditions(
  register: Register,
  name: WorkName,
  a: number,
  b: number,
): Promise<Result<ComparisonPage>> {
  const { read } = register;
  const work = await findWork(read, name);
  if (!work) return refused({ code: 'work_not_found' });
  const before = await findEdition(read, work.id, a);
  if (!before) return refused(await whyNoEdition(read, work, a));
  const after = await findEdition(read, work.id, b);
  if (!after) return refused(await whyNoEdition(read, work, b));
  return accepted(await describeComparison(read, name, sideOf(before), sideOf(after)));
}

const sideOf = ({ manifest, sha256, publishedAt }: StoredEdition): ComparedSide => ({
  manifest,
  published: { sha256, at: publishedAt },
});
