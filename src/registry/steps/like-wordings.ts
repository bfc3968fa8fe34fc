import type { Connection } from '../../../db/connection.ts';
import { everything, type Known } from '../../../db/known.ts';
import { findWordingIds, listWordingsByShingle, listWordingTexts } from '../../../db/wordings.ts';
import { createCandidates } from '../../domain/similarity/candidates.ts';
import { createComparer, type Likeness } from '../../domain/similarity/likeness.ts';
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
  const ids = findWordingIds(
    read,
    asked.map(({ fingerprint }) => fingerprint),
  );
  const sketches = asked.map(sketchOf);
  const lists = listWordingsByShingle(read, [...new Set(sketches.flat())], known);
  const likely = sketches.map(createCandidates(lists, limit));
  const own = asked.map(({ fingerprint }) => ids.get(fingerprint));
  const wordings = new Map(asked.map((wording, place) => [own[place], wording]));
  const unread = likely.flat().filter((id) => !wordings.has(id));
  for (const [id, text] of listWordingTexts(read, [...new Set(unread)])) {
    const wording = wordingOf(comparedText(text));
    if (wording !== null) wordings.set(id, wording);
  }
  return asked.map((wording, place) => {
    const compare = createComparer(wording);
    const like = new Map<number, Likeness>();
    for (const id of [own[place], ...(likely[place] ?? [])]) {
      const other = id === undefined ? undefined : wordings.get(id);
      const likeness = other ? compare(other) : null;
      if (id !== undefined && likeness !== null) like.set(id, likeness);
    }
    return like;
  });
}
