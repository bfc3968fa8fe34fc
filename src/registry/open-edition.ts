import type { Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { describeEdition, type EditionPage, readNow } from './steps/describe-edition.ts';
import { readText } from './steps/read-text.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

export type { EditionPage } from './steps/describe-edition.ts';

/**
 * Opens one edition of a work for reading.
 * @param number the edition, or `current`
 * Refused: `work_not_found` (also for a work that was never published), `edition_not_found`, `published_in_error` for
 * an edition whose text was taken out of the public, and for a work of which nothing else is left.
 */
export async function openEdition(
  register: Register,
  name: WorkName,
  number: number | 'current',
  now: Instant,
): Promise<Result<EditionPage>> {
  const { read } = register;
  const work = await findWork(read, name);
  if (!work) return refused({ code: 'work_not_found' });
  const editions = await listEditions(read, work.id);
  const currentNumber = currentEdition(datedEditions(editions));
  const wanted = number === 'current' ? currentNumber : number;
  const edition = wanted === null ? null : await findEdition(read, work.id, wanted);
  if (!edition) return refused(await whyNoEdition(read, work, wanted));
  const text = await readText(read, edition);
  return accepted(
    await describeEdition(read, { ...name, id: work.id }, { ...edition, ...text }, editions, readNow(now)),
  );
}
