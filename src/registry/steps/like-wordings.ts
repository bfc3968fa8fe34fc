import type { Connection } from '../../../db/connection.ts';
import { everything, type Known } from '../../../db/known.ts';
import { findWordingIds, listWordingsByShingle, listWordingTexts } from '../../../db/wordings.ts';
import { likelyWordings } from '../../domain/similarity/candidates.ts';
import { type Likeness, likenessOf } from '../../domain/similarity/likeness.ts';
import { comparedText, sketchOf, type Wording, wordingOf } from '../../domain/similarity/wording.ts';

/** How the wordings that are like another one are, by their ids. */
export type LikeWordings = ReadonlyMap<number, Likeness>;

/**
 * The wordings of the register that are like some others, in the order of these, each with itself where it is stored.
 * @param limit for each at most so many, those with most shingles in common, are compared
 * @param known up to which editions the register is read
 */
export function findLikeWordings(
  read: Connection,
  asked: readonly Wording[],
  limit: number,
  known: Known = everything,
): readonly LikeWordings[] {
  const same = findWordingIds(
    read,
    asked.map(({ fingerprint }) => fingerprint),
  );
  const sketches = asked.map(sketchOf);
  const lists = listWordingsByShingle(read, [...new Set(sketches.flat())], known);
  const wanted = asked.map((wording, place) => {
    const own = same.get(wording.fingerprint);
    const likely = likelyWordings(sketches[place] ?? [], lists, limit);
    return new Set(own === undefined ? likely : [own, ...likely]);
  });
  const texts = listWordingTexts(read, [...new Set(wanted.flatMap((ids) => [...ids]))]);
  const wordings = new Map([...texts].map(([id, text]) => [id, wordingOf(comparedText(text))]));
  return asked.map((wording, place) => {
    const like = new Map<number, Likeness>();
    for (const id of wanted[place] ?? []) {
      const other = wordings.get(id);
      const likeness = other ? likenessOf(wording, other) : null;
      if (likeness !== null) like.set(id, likeness);
    }
    return like;
  });
}
