import type { Connection } from '../../../db/connection.ts';
import { findPlaceChains, mapPlaceCodes } from '../../../db/places.ts';
import { mapRelationsTo } from '../../../db/relations.ts';
import { listWithdrawals } from '../../../db/search-rows.ts';
import { type HeldPart, listHeldParts, type WordingHolder } from '../../../db/wordings.ts';
import type { Relation } from '../../domain/edition.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { statedOrigin } from '../../domain/lineage.ts';
import { firstHolder, sinceOf } from '../../domain/similarity/first-holder.ts';
import type { Likeness } from '../../domain/similarity/likeness.ts';
import type { HeldProvision, SimilarProvision } from '../../domain/similarity/similar-provision.ts';
import type { WorkName } from '../../domain/work.ts';
import type { LikeWordings } from './like-wordings.ts';
import { withdrawnWorkIds } from './withdrawn-works.ts';

/** What is asked about one provision of a work: what is shown, and all that is like it, of other works. */
export type SimilarQuestion = {
  readonly eid: string;
  readonly shown: readonly LikeHolder[];
  readonly holders: readonly LikeHolder[];
};

/** A provision of a work that readers may read, with how it is like the one that was asked about. */
export type LikeHolder = WordingHolder & { readonly likeness: Likeness };

/**
 * The works whose pages say that they were withdrawn: their clauses are offered to nobody.
 * @param upTo the last event that counts, by its id
 */
export const hiddenWorkIds = (read: Connection, today: IsoDate, upTo?: number): readonly number[] => [
  ...withdrawnWorkIds(listWithdrawals(read, upTo), today),
];

/** The holders of the wordings that are like what was asked, each with how it is like that. */
export const likeHolders = (
  byWording: ReadonlyMap<number, readonly WordingHolder[]>,
  like: LikeWordings,
): readonly LikeHolder[] =>
  [...like].flatMap(([wordingId, likeness]) =>
    (byWording.get(wordingId) ?? []).map((holder) => ({ ...holder, likeness })),
  );

/** For each work the provision to show: of its current edition before others, then the likest, then the latest. */
export const likestOfEachWork = (holders: readonly LikeHolder[]): readonly LikeHolder[] =>
  [...Map.groupBy(holders, ({ workId }) => workId).values()]
    .flatMap(
      (group) =>
        group.toSorted(
          (a, b) =>
            Number(b.isCurrent) - Number(a.isCurrent) ||
            b.likeness.share - a.likeness.share ||
            b.number - a.number,
        )[0] ?? [],
    )
    .toSorted(
      (a, b) =>
        b.likeness.share - a.likeness.share ||
        sinceOf(a).on.localeCompare(sinceOf(b).on) ||
        a.editionId - b.editionId,
    );

/** A holder as pages name it; null when it is no more. */
export function nameHolder(read: Connection, holder: WordingHolder): HeldProvision | null {
  const [part] = listHeldParts(read, [holder]);
  return part ? heldProvision(part, holder) : null;
}

const heldProvision = (
  { type, slug, title, eid, label, heading }: HeldPart,
  holder: WordingHolder,
): HeldProvision => ({
  type,
  slug,
  title,
  edition: holder.number,
  eid,
  label,
  heading,
  since: sinceOf(holder),
});

/**
 * For each question the shown provisions with their words and places, who of each work had it first, and what the
 * record says already.
 * @param work the work whose provisions are asked about, with what its edition says of where it comes from
 */
export async function describeSimilar(
  read: Connection,
  work: WorkName & { readonly relations: readonly Relation[] },
  questions: readonly SimilarQuestion[],
): Promise<readonly (readonly SimilarProvision[])[]> {
  const asked = questions.map(({ eid, shown, holders }) => {
    const byWork = Map.groupBy(holders, ({ workId }) => workId);
    const firstOf = (one: LikeHolder) => firstHolder(byWork.get(one.workId) ?? []) ?? one;
    return { eid, pairs: shown.map((holder) => ({ holder, first: firstOf(holder) })) };
  });
  const parts = readParts(
    read,
    asked.flatMap(({ pairs }) => pairs.flatMap(({ holder, first }) => [holder, first])),
  );
  const editionIds = [...new Set(questions.flatMap(({ shown }) => shown.map((one) => one.editionId)))];
  const codes = mapPlaceCodes(read, editionIds);
  const chains = await findPlaceChains(read, [...codes.values()].flat());
  const pointing = mapRelationsTo(read, editionIds, work);
  return asked.map(({ eid, pairs }) =>
    pairs.flatMap(({ holder, first }) => {
      const [part, firstPart] = [parts.get(keyOf(holder)), parts.get(keyOf(first))];
      if (!part || !firstPart) return [];
      return {
        ...heldProvision(part, holder),
        isCurrent: holder.isCurrent,
        text: part.text,
        likeness: holder.likeness,
        places: (codes.get(holder.editionId) ?? []).flatMap((code) => [chains.get(code) ?? []]),
        first: heldProvision(firstPart, first),
        stated: statedBetween(work, eid, part, pointing.get(holder.editionId) ?? []),
      };
    }),
  );
}

type Held = Pick<WordingHolder, 'editionId' | 'position'>;
const keyOf = ({ editionId, position }: Held): string => `${editionId}/${position}`;

/** What the holders point at, each read once, by `keyOf`. */
function readParts(read: Connection, holders: readonly Held[]): ReadonlyMap<string, HeldPart> {
  const each = new Map(holders.map((holder) => [keyOf(holder), holder]));
  return new Map(listHeldParts(read, [...each.values()]).map((part) => [keyOf(part), part]));
}

function statedBetween(
  work: WorkName & { readonly relations: readonly Relation[] },
  eid: string,
  holder: HeldPart,
  theirs: readonly Relation[],
): SimilarProvision['stated'] {
  const own = statedOrigin(work.relations, eid, { work: holder, eid: holder.eid });
  if (own) return { by: 'this', kind: own.kind };
  const other = statedOrigin(theirs, holder.eid, { work, eid });
  return other && { by: 'other', kind: other.kind };
}
