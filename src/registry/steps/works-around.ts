import type { Connection } from '../../../db/connection.ts';
import { everything, type Known } from '../../../db/known.ts';
import { type ListedWork, listWorksNaming } from '../../../db/lists.ts';
import { codesUpward } from '../../domain/place.ts';

/**
 * The works beside those that stand in a place, by their current editions: those that may be of it, because their source
 * does not say which of several places is meant, and those of the district and province above.
 * @param here the works that stand in it, by their ids
 * @param limit at most so many of each
 */
export async function worksAround(
  read: Connection,
  code: string,
  here: ReadonlySet<number>,
  limit: number,
  known: Known = everything,
): Promise<{ readonly possible: readonly ListedWork[]; readonly above: readonly ListedWork[] }> {
  const others = async (codes: readonly string[], isCertain: boolean) =>
    (await listWorksNaming(read, codes, limit, known)).filter(
      (work) => work.isCertain === isCertain && !here.has(work.workId),
    );
  return { possible: await others([code], false), above: await others(codesUpward(code).slice(1), true) };
}
