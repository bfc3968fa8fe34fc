import type { Register } from '../../db/connection.ts';
import { countWordingWorks, listWordingHolders } from '../../db/wordings.ts';
import { findWork } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Provision } from '../domain/provision.ts';
import { firstHolder } from '../domain/similarity/first-holder.ts';
import type { SimilarProvisions } from '../domain/similarity/similar-provision.ts';
import { comparedText, wordingOf } from '../domain/similarity/wording.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';
import type { EditionPage } from './steps/describe-edition.ts';
import { findLikeWordings } from './steps/like-wordings.ts';
import {
  describeSimilar,
  hiddenWorkIds,
  likeHolders,
  likestOfEachWork,
  nameHolder,
} from './steps/similar-provisions.ts';

/** At most so many works are shown. */
export const similarMaximum = 20;
/** At most so many wordings are compared with one, and of the provisions with one wording so many looked at. */
const wordingsCompared = 32;
const holdersOfEach = 60;

/**
 * Finds the provisions of other works that have nearly the words of a clause of an edition. Works that are withdrawn and
 * editions published in error are left out. Null for what is no clause: paragraphs stand in theirs, and chapters are
 * read clause by clause.
 * @param edition one that readers may read, already at hand
 * @param provision a part of it
 * @param asOf what the register held then is what counts; null for now
 */
export async function findSimilarProvisions(
  { read }: Register,
  { manifest }: Pick<EditionPage, 'manifest'>,
  provision: Provision,
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<SimilarProvisions | null> {
  const then = await asOfOrNow({ read }, asOf, now);
  const work = await findWork(read, manifest);
  if (!work || provision.kind !== 'clause') return null;
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
  const question = { eid: provision.eid, shown, holders: others };
  const [similar = []] = await describeSimilar(read, manifest, [question]);
  return {
    text,
    similar,
    total: others.length === 0 ? 0 : countWordingWorks(read, ids, [...hidden, work.id], then),
    first: first ? nameHolder(read, first) : null,
    isFirst: first?.workId === work.id,
  };
}
