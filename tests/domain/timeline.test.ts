import { describe, expect, test } from 'vitest';
import { given, notStated } from '../../src/domain/fact.ts';
import {
  currentEdition,
  type DatedEdition,
  editionOn,
  standingOn,
  type WorkEvent,
} from '../../src/domain/timeline.ts';

const date = (start: string) => ({
  start,
  end: null,
  precision: 'day' as const,
  textAsWritten: null,
  isInferred: false,
});
const edition = (number: number, adopted: string | null, reviewDue: string | null = null): DatedEdition => ({
  number,
  adopted: adopted === null ? notStated : given(date(adopted)),
  reviewDue: reviewDue === null ? notStated : given(date(reviewDue)),
});
const event = (kind: WorkEvent['kind'], start: string | null): WorkEvent => ({
  kind,
  date: start === null ? null : date(start),
  note: null,
  source: null,
});

describe('where a work stands', () => {
  test('a charter adopted in May is adopted in June and was not in April', () => {
    const charter = [edition(1, '2017-05-15')];
    expect(standingOn(charter, [], '2017-06-01')).toBe('adopted');
    expect(standingOn(charter, [], '2017-04-30')).toBe('not_evident');
  });

  test('a charter known by year only is adopted in all of that year', () => {
    expect(standingOn([edition(1, '2017')], [], '2017-01-01')).toBe('adopted');
    expect(standingOn([edition(1, '2017')], [], '2016-12-31')).toBe('not_evident');
  });

  test('a draft that was heard is at the hearing', () => {
    const events = [event('drafted', '2017-07-25'), event('heard', '2017-09-01')];
    expect(standingOn([edition(1, null)], events, '2017-08-01')).toBe('draft');
    expect(standingOn([edition(1, null)], events, '2017-10-01')).toBe('hearing');
  });

  test('an agreement signed on a day nobody states is signed', () => {
    expect(standingOn([edition(1, null)], [event('signed', null)], '2026-01-01')).toBe('signed');
  });

  test('a plan past its review date is due for review', () => {
    const plan = [edition(1, '2020-01-01', '2023-01-01')];
    expect(standingOn(plan, [], '2022-12-31')).toBe('adopted');
    expect(standingOn(plan, [], '2023-01-02')).toBe('review_due');
  });

  test('a withdrawn work is withdrawn whatever else happened', () => {
    const events = [event('adopted', '2017-05-15'), event('withdrawn', '2020-01-01')];
    expect(standingOn([edition(1, '2017-05-15')], events, '2019-12-31')).toBe('adopted');
    expect(standingOn([edition(1, '2017-05-15')], events, '2020-01-01')).toBe('withdrawn');
  });

  test('nothing known is said to be not evident', () => {
    expect(standingOn([edition(1, null)], [], '2026-01-01')).toBe('not_evident');
  });
});

describe('which edition', () => {
  const dated = [
    { ...edition(1, '2010-03-01'), publishedOn: '2026-11-22' },
    { ...edition(2, '2017-05-15'), publishedOn: '2026-11-22' },
  ];

  test('is current: the highest number', () => {
    expect(currentEdition([1, 3, 2])).toBe(3);
    expect(currentEdition([])).toBeNull();
  });

  test('a charter replaced in May is not current in June', () => {
    expect(editionOn(dated, '2017-05-14')).toBe(1);
    expect(editionOn(dated, '2017-06-01')).toBe(2);
  });

  test('stood before the first: none', () => {
    expect(editionOn(dated, '2010-02-28')).toBeNull();
  });

  test('without a stated date stands from its publication in the register', () => {
    const undated = [{ ...edition(1, null), publishedOn: '2026-11-22' }];
    expect(editionOn(undated, '2026-11-21')).toBeNull();
    expect(editionOn(undated, '2026-11-22')).toBe(1);
  });
});
