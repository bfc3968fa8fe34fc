import type { Score } from '../../../src/search/recorded-score.ts';

/** A query with the ids of all records that answer it. */
export type GoldQuery = {
  readonly id: string;
  readonly kind: string;
  readonly query: string;
  readonly relevant: readonly string[];
};

/**
 * Scores one ranked answer. A query that nothing answers is right when nothing was found. P@10 is measured against
 * as many as could be right in the first ten.
 */
export function scoreAnswer({ relevant }: GoldQuery, found: readonly string[]): Score {
  if (relevant.length === 0) {
    const isRight = Number(found.length === 0);
    return {
      queries: 1,
      recall: isRight,
      precision: isRight,
      precisionAt10: isRight,
      mrr: isRight,
      noResult: isRight,
    };
  }
  const wanted = new Set(relevant);
  const hits = found.filter((id) => wanted.has(id)).length;
  const hitsAtTop = found.slice(0, 10).filter((id) => wanted.has(id)).length;
  const first = found.findIndex((id) => wanted.has(id));
  return {
    queries: 1,
    recall: hits / relevant.length,
    precision: found.length === 0 ? 0 : hits / found.length,
    precisionAt10: hitsAtTop / Math.min(10, relevant.length),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    noResult: Number(found.length === 0),
  };
}

/** The mean of scores of single queries, to three decimals. */
export function meanScore(scores: readonly Score[]): Score {
  const mean = (measure: keyof Score): number => {
    const sum = scores.reduce((total, score) => total + score[measure], 0);
    return Math.round((sum / Math.max(1, scores.length)) * 1000) / 1000;
  };
  return {
    queries: scores.length,
    recall: mean('recall'),
    precision: mean('precision'),
    precisionAt10: mean('precisionAt10'),
    mrr: mean('mrr'),
    noResult: mean('noResult'),
  };
}
