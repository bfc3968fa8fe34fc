import type { LabelledClause } from './labelled-clauses.ts';

/** How well clauses made from others are found, of those looked at and of those held out. */
export type SimilarScore = {
  /** The share of copies of which the model clause is found from the copy. */
  readonly copied: number;
  readonly adapted: number;
  /** The share of what is found that was made from the same clause. */
  readonly precision: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
};

/** What may be expected; of issue 7. */
export const promisedScore = { copied: 0.95, adapted: 0.85, precision: 0.95 } as const;

export const keepsPromise = (score: SimilarScore): boolean =>
  score.copied >= promisedScore.copied &&
  score.adapted >= promisedScore.adapted &&
  score.precision >= promisedScore.precision;

/**
 * @param clauses those that count
 * @param found for each of all clauses the ones that are found from it, by their places
 */
export function scoreLabelled(
  all: readonly LabelledClause[],
  counts: (clause: LabelledClause) => boolean,
  found: readonly ReadonlySet<number>[],
): SimilarScore {
  const missed: string[] = [];
  const wrong: string[] = [];
  const recallOf = (kind: LabelledClause['kind']): number => {
    const made = all.flatMap((clause, at) =>
      clause.kind === kind && counts(clause) ? [{ clause, at }] : [],
    );
    const hits = made.filter(({ clause, at }) => {
      const source = all.findIndex((one) => one.kind === 'source' && one.family === clause.family);
      const isFound = found[at]?.has(source) === true;
      if (!isFound) missed.push(`${kind} ${clause.family}: ${clause.text.slice(0, 60)}`);
      return isFound;
    });
    return hits.length / made.length;
  };
  let right = 0;
  let total = 0;
  for (const [at, clause] of all.entries()) {
    if (!counts(clause)) continue;
    for (const other of found[at] ?? []) {
      total += 1;
      if (all[other]?.family === clause.family) right += 1;
      else wrong.push(`${clause.kind} ${clause.family} ~ ${all[other]?.kind} ${all[other]?.family}`);
    }
  }
  return {
    copied: recallOf('copied'),
    adapted: recallOf('adapted'),
    precision: total === 0 ? 0 : right / total,
    missed,
    wrong,
  };
}
