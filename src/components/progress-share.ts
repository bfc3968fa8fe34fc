import type { Reading } from '../domain/commitment-progress.ts';
import type { Commitment } from '../domain/edition.ts';

/** What a bar shows of a reading: shares from 0 to 1, and how many parts it is divided into. */
export type ProgressShare = { readonly done: number; readonly begun: number; readonly parts: number };

type Part = { readonly state: Reading['state']; readonly count: number };

/** By parties or places, by years, or by what is counted together. */
export function progressShare(
  { scope, units }: Pick<Reading, 'scope' | 'units'>,
  { value }: Pick<Commitment, 'value'>,
): ProgressShare {
  if (scope === 'each_party' || scope === 'each_place') return shareOf(units);
  const [whole] = units;
  if (whole === undefined) return { done: 0, begun: 0, parts: 1 };
  if (whole.years.length > 0) return shareOf(whole.years);
  return { done: value <= 0 ? 0 : whole.count / value, begun: 0, parts: 1 };
}

function shareOf(parts: readonly Part[]): ProgressShare {
  const among = (fits: (part: Part) => boolean): number =>
    parts.length === 0 ? 0 : parts.filter(fits).length / parts.length;
  return {
    done: among(({ state }) => state === 'complete'),
    begun: among(({ state, count }) => state !== 'complete' && count > 0),
    parts: Math.max(1, parts.length),
  };
}
