import type { Manifest } from './edition.ts';
import type { Quantity, Row } from './fact-value.ts';
import { dayOf, quantityOf, wordsOf } from './read-cell.ts';
import { entriesOf } from './row-cells.ts';

export type Measurement = {
  readonly value: Quantity;
  /** As exact as it was written; null when it is not told. */
  readonly date: string | null;
};

/** An indicator with what is counted of it. */
export type Indicator = {
  /** Its cells with their value states. */
  readonly row: Row;
  readonly target: Quantity | null;
  readonly aim: 'at_least' | 'at_most' | null;
  /** Dated ones in the order of their dates, then those without. */
  readonly measurements: readonly Measurement[];
  /**
   * Whether the last dated measurement reaches the target; null when there is none, the units differ, or it is not told
   * which way is better.
   */
  readonly isReached: boolean | null;
};

export function indicatorsOf({ facts }: Pick<Manifest, 'facts'>): readonly Indicator[] {
  return entriesOf(facts, 'indicators', 'name').map((row) => {
    const measurements = measurementsOf(row);
    const target = quantityOf(row['target']);
    const aims = ['at_least', 'at_most'] as const;
    const aim = aims.find((one) => one === wordsOf(row['aim'])) ?? null;
    const last = measurements.findLast(({ date }) => date !== null)?.value ?? null;
    return {
      row,
      target,
      aim,
      measurements,
      isReached: isReached(last, target, aim),
    };
  });
}

function isReached(last: Quantity | null, target: Quantity | null, aim: Indicator['aim']): boolean | null {
  if (last === null || target === null || aim === null || last.unit !== target.unit) return null;
  return aim === 'at_least' ? last.amount >= target.amount : last.amount <= target.amount;
}

function measurementsOf(indicator: Row): readonly Measurement[] {
  const all = entriesOf(indicator, 'measurements').flatMap((row): readonly Measurement[] => {
    const value = quantityOf(row['value']);
    return value === null ? [] : [{ value, date: dayOf(row['date']) }];
  });
  const dated = all.filter(({ date }) => date !== null);
  return [
    ...dated.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')),
    ...all.filter(({ date }) => date === null),
  ];
}
