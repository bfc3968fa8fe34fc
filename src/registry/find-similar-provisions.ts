import type { Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { findProvision } from '../../db/provisions.ts';
import { countWordingWorks, listWordingHolders } from '../../db/wordings.ts';
import { findWork } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import { firstHolder } from '../domain/similarity/first-holder.ts';
import type { SimilarProvisions } from '../domain/similarity/similar-provision.ts';
import { comparedText, wordingOf } from '../domain/similarity/wording.ts';
import type { WorkName } from '../domain/work.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';
import { findLikeWordings } from './steps/like-wordings.ts';
import {
  describeSimilar,
  heldProvision,
  hiddenWorkIds,
  likeHolders,
  likestOfEachWork,
} from './steps/similar-provisions.ts';

/** At most so many works are shown. */
export const similarMaximum = 20;
/** At most so many wordings are compared with one, and of the provisions with one wording so many looked at. */
const wordingsCompared = 32;
const holdersOfEach = 60;

/**
 * Finds the provisions of other works that have nearly the words of a provision of an edition. Works that are withdrawn
 * and editions published in error are left out. Null when there is no such provision that readers may read.
 * @param asOf what the register held then is what counts; null for now
 */
export async function findSimilarProvisions(
  { read }: Register,
  name: WorkName,
  number: number,
  eid: string,
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<SimilarProvisions | null> {
  const then = await asOfOrNow({ read }, asOf, now);
  const work = await findWork(read, name);
  const edition = work && (await findEdition(read, work.id, number));
  const provision = edition && (await findProvision(read, edition.id, eid));
  if (!work || !edition || !provision || edition.id > then.lastEdition) return null;
  const text = comparedText(provision);
  const wording = wordingOf(text);
  const nothing = { text, similar: [], total: 0, first: null, isFirst: false };
  if (!wording) return nothing;
  const [like = new Map()] = findLikeWordings(read, [wording], wordingsCompared, then);
  const hidden = hiddenWorkIds(read, then.day, then.lastEvent);
  const ids = [...like.keys()];
  const byWording = Map.groupBy(
    listWordingHolders(read, ids, hidden, holdersOfEach, then),
    ({ wordingId }) => wordingId,
  );
  const holders = likeHolders(byWording, like);
  const others = holders.filter(({ workId }) => workId !== work.id);
  const first = firstHolder(holders);
  const shown = likestOfEachWork(others).slice(0, similarMaximum);
  const [similar = []] = await describeSimilar(read, edition.manifest, [{ eid, shown, holders: others }]);
  return {
    text,
    similar,
    total: others.length === 0 ? 0 : countWordingWorks(read, ids, [...hidden, work.id], then),
    first: first ? heldProvision(first) : null,
    isFirst: first?.workId === work.id,
  };
}
