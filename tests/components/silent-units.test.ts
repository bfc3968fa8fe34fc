import { describe, expect, test } from 'vitest';
import { toldUnits } from '../../src/components/silent-units.ts';
import type { ProgressState } from '../../src/domain/commitment-measure.ts';
import type { Reading } from '../../src/domain/commitment-progress.ts';

type Unit = Reading['units'][number];
type Count = { readonly count?: number; readonly pending?: number; readonly state?: ProgressState };

const counted = ({ count = 0, pending = 0, state = 'no_data' }: Count) => ({
  count,
  pending,
  state,
  isExceeded: false,
  evidence: count > 0 ? ['1'] : [],
});
const unit = (name: string, count: Count = {}, years: readonly Count[] = []): Unit => ({
  unit: name,
  ...counted(count),
  isLate: false,
  years: years.map((year, at) => ({ beYear: 2560 + at, ...counted(year) })),
});
const named = (units: readonly Unit[]): readonly (string | null)[] => units.map(({ unit: name }) => name);
const silent = (from: number, to: number, state: ProgressState = 'no_data'): readonly Unit[] =>
  Array.from({ length: to - from }, (_, at) => unit(`p${from + at}`, { state }));

describe('the units of a reading', () => {
  test('all have rows while those of which nothing is known are few', () => {
    const units = [...silent(0, 12), unit('with one', { count: 1, state: 'partial' })];
    expect(toldUnits(units)).toEqual({ rows: units, silent: [] });
  });

  test('have rows when there is something to tell, and are named by their state when they are many and silent', () => {
    const units = [
      ...silent(0, 8),
      unit('with one', { count: 1, state: 'partial' }),
      ...silent(8, 14, 'overdue'),
      unit('waiting', { pending: 1 }),
    ];
    const { rows, silent: apart } = toldUnits(units);
    expect(named(rows)).toEqual(['with one', 'waiting']);
    expect(apart.map(({ state, units: some }) => [state, some.length])).toEqual([
      ['no_data', 8],
      ['overdue', 6],
    ]);
  });

  test('have rows when one of their years has something', () => {
    const units = [
      ...Array.from({ length: 13 }, (_, at) =>
        unit(`p${at}`, { state: 'overdue' }, [{ state: 'overdue' }, {}]),
      ),
      unit('one year', { state: 'partial' }, [{}, { count: 1, state: 'complete' }]),
      unit('waiting in one', { state: 'partial' }, [{ pending: 1 }, {}]),
    ];
    const { rows, silent: apart } = toldUnits(units);
    expect(named(rows)).toEqual(['one year', 'waiting in one']);
    expect(apart.map(({ state, units: some }) => [state, some.length])).toEqual([['overdue', 13]]);
  });
});
