import type { Register } from '../../db/connection.ts';
import { listEditions } from '../../db/editions.ts';
import { listWordingHolders } from '../../db/wordings.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import { givenValue } from '../domain/fact.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { firstHolder, sinceOf } from '../domain/similarity/first-holder.ts';
import type { SimilarInDraft } from '../domain/similarity/similar-provision.ts';
import { comparedText, wordingsOf } from '../domain/similarity/wording.ts';
import type { EditionPage } from './steps/describe-edition.ts';
import { findLikeWordings } from './steps/like-wordings.ts';
import {
  describeSimilar,
  hiddenWorkIds,
  type LikeHolder,
  likeHolders,
  likestOfEachWork,
} from './steps/similar-provisions.ts';

/** For each clause at most so many wordings are compared, and of the provisions with one so many looked at. */
const wordingsCompared = 5;
const holdersOfEach = 12;

/**
 * The clauses of a draft that published works have already with the same words or nearly, in the order of the text.
 * It looks and changes nothing. Works that are withdrawn and editions published in error are left out.
 * @param draft what it would become, which the caller may read, with the parts of its text
 */
export async function findSimilarInDraft(
  { read }: Register,
  { manifest: content, provisions }: Pick<EditionPage, 'manifest' | 'provisions'>,
  now: Instant,
): Promise<readonly SimilarInDraft[]> {
  const today = dayInThailand(now);
  const clauses = wordingsOf(provisions);
  const likes = findLikeWordings(
    read,
    clauses.map(({ wording }) => wording),
    wordingsCompared,
  );
  const workId = (await findWork(read, content))?.id ?? null;
  const wordingIds = [...new Set(likes.flatMap((like) => [...like.keys()]))];
  const byWording = Map.groupBy(
    listWordingHolders(read, wordingIds, hiddenWorkIds(read, today), holdersOfEach),
    ({ wordingId }) => wordingId,
  );
  const published = workId === null ? [] : await listEditions(read, workId);
  const draftedOn =
    adoptionOfItsOwn(
      content,
      published.map(({ card }) => card),
    ) ?? today;
  const found = clauses.flatMap(({ order }, at) => {
    const clause = provisions.find((one) => one.order === order);
    const holders = likeHolders(byWording, likes[at] ?? new Map());
    const others = holders.filter((one) => one.workId !== workId);
    const first = firstHolder(others);
    if (!clause || !first) return [];
    const own = firstHolder(holders.filter((one) => one.workId === workId));
    const ownSince = own ? sinceOf(own).on : draftedOn;
    return [{ clause, others, first, isFirst: ownSince < sinceOf(first).on }];
  });
  const questions = found.map(({ clause, others, first }) => ({
    eid: clause.eid,
    shown: offeredOf(others, first),
    holders: others,
  }));
  const offers = await describeSimilar(read, content, questions);
  return found.map(({ clause, others, isFirst }, at) => ({
    clause: { eid: clause.eid, label: clause.label, heading: clause.heading, text: comparedText(clause) },
    offered: offers[at] ?? [],
    isFirst,
    works: new Set(others.map((one) => one.workId)).size,
  }));
}

/** The adoption that a draft states; null where it is still that of an edition before it, which lacked the new clauses. */
function adoptionOfItsOwn(
  { adopted }: Manifest,
  before: readonly Pick<Manifest, 'adopted'>[],
): string | null {
  const start = givenValue(adopted)?.start ?? null;
  return before.some((one) => givenValue(one.adopted)?.start === start) ? null : start;
}

/** The likest, and who had it first where that is another work. */
function offeredOf(others: readonly LikeHolder[], first: LikeHolder): readonly LikeHolder[] {
  const [likest = first] = likestOfEachWork(others);
  return likest.workId === first.workId ? [likest] : [likest, first];
}
