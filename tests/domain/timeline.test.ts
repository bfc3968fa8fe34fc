import { describe, expect, test } from 'vitest';
import { given, notStated } from '../../src/domain/fact.ts';
import { dayAfter, type IsoDate } from '../../src/domain/iso-date.ts';
import { standingSpans } from '../../src/domain/standing-spans.ts';
import { currentEdition, editionOn, nextNumber, succession } from '../../src/domain/succession.ts';
import { type DatedEdition, standingOn, type WorkEvent } from '../../src/domain/timeline.ts';

const date = (start: string) => ({
  start,
  end: null,
  precision: 'day' as const,
  textAsWritten: null,
  isInferred: false,
});
const edition = (number: number, adopted: string | null, reviewDue: string | null = null): DatedEdition => ({
  number,
  publishedOn: '2026-11-22',
  effective: notStated,
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

  test('a plan to be reviewed in a year known only as 2023 is not overdue before that year is over', () => {
    const plan = [edition(1, '2020-01-01', '2023')];
    expect(standingOn(plan, [], '2023-12-31')).toBe('adopted');
    expect(standingOn(plan, [], '2024-01-01')).toBe('review_due');
  });

  test('a review that was held when it was due leaves nothing overdue', () => {
    const plan = [edition(1, '2020-01-01', '2023-01-01')];
    expect(standingOn(plan, [event('reviewed', '2023-02-01')], '2024-01-01')).toBe('adopted');
    expect(standingOn(plan, [event('reviewed', '2021-02-01')], '2024-01-01')).toBe('review_due');
  });

  test('a plan that is to be reviewed every year is due a year after it was adopted, or last reviewed', () => {
    const plan = [{ ...edition(1, '2024-02-29'), reviewEvery: 12 }];
    expect(standingOn(plan, [], '2025-02-28')).toBe('adopted');
    expect(standingOn(plan, [], '2025-03-01')).toBe('review_due');
    const reviewed = [event('reviewed', '2025-06-15')];
    expect(standingOn(plan, reviewed, '2025-06-14')).toBe('review_due');
    expect(standingOn(plan, reviewed, '2026-06-15')).toBe('adopted');
    expect(standingOn(plan, reviewed, '2026-06-16')).toBe('review_due');
  });

  test('a new edition starts its own clock, however long ago the one before was reviewed', () => {
    const plan = [
      { ...edition(1, '2020-01-01'), reviewEvery: 12 },
      { ...edition(2, '2024-01-01'), reviewEvery: 12 },
    ];
    const reviewed = [event('reviewed', '2021-01-01')];
    expect(standingOn(plan, reviewed, '2023-12-31')).toBe('review_due');
    expect(standingOn(plan, reviewed, '2024-06-01')).toBe('adopted');
    expect(standingOn(plan, reviewed, '2025-01-02')).toBe('review_due');
  });

  test('an edition whose adoption is not stated takes the place of an overdue one when it is published', () => {
    const plan = [edition(1, '2020-01-01', '2023-01-01'), edition(2, null)];
    expect(standingOn(plan, [], '2026-11-21')).toBe('review_due');
    expect(standingOn(plan, [], '2026-11-22')).toBe('adopted');
  });

  test('an agreement renewed and then expired is expired', () => {
    const events = [
      event('signed', '2015-01-01'),
      event('expired', '2018-01-01'),
      event('renewed', '2018-06-01'),
    ];
    expect(standingOn([], events, '2018-03-01')).toBe('expired');
    expect(standingOn([], events, '2019-01-01')).toBe('signed');
    expect(standingOn([], [...events, event('expired', '2021-01-01')], '2022-01-01')).toBe('expired');
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

describe('the standings of all days', () => {
  const editions = [edition(1, '2017-05', '2020'), edition(2, '2022-03-01')];
  const events = [
    event('drafted', '2016'),
    event('signed', null),
    event('expired', '2023-01-01'),
    event('renewed', '2023-02'),
  ];

  test.each([
    ['2015-12-31'],
    ['2016-01-01'],
    ['2017-04-30'],
    ['2017-05-01'],
    ['2020-12-31'],
    ['2021-01-01'],
    ['2022-02-28'],
    ['2022-03-01'],
    ['2023-01-01'],
    ['2023-01-31'],
    ['2023-02-01'],
    ['2099-12-31'],
  ])('say of %s what the timeline says', (day) => {
    for (const happened of [events, events.slice(0, 1), []]) {
      const spans = standingSpans(editions, happened);
      const found = spans.filter(({ from, until }) => from <= day && day < until);
      expect(found.map(({ standing }) => standing)).toEqual([standingOn(editions, happened, day)]);
    }
  });

  test('are right on each day of twelve years in which reviews are stated, counted, held and missed', () => {
    const plan = [
      { ...edition(1, '2015-02'), reviewEvery: 18 },
      edition(2, '2018-05-01', '2019'),
      {
        ...edition(3, null),
        publishedOn: '2021-03-03',
        effective: given(date('2021-06-01')),
        reviewEvery: 12,
      },
    ];
    const happened = [
      event('reviewed', '2016-08-31'),
      event('renewed', '2019-11'),
      event('reviewed', '2023'),
    ];
    const spans = standingSpans(plan, happened);
    expect(spans.filter(({ standing }) => standing === 'review_due').length).toBeGreaterThan(2);
    for (let day = '2014-12-31' as IsoDate; day < '2027-01-01'; day = dayAfter(day)) {
      const found = spans.find(({ from, until }) => from <= day && day < until);
      expect([day, found?.standing]).toEqual([day, standingOn(plan, happened, day)]);
    }
  });

  test('follow each other without gaps and never repeat', () => {
    const spans = standingSpans(editions, events);
    expect(spans.length).toBeGreaterThan(3);
    for (const [index, span] of spans.entries()) {
      const before = spans[index - 1];
      if (before) expect([before.until, before.standing === span.standing]).toEqual([span.from, false]);
    }
  });
});

describe('which edition', () => {
  const dated = [
    { ...edition(1, '2010-03-01'), publishedOn: '2026-11-22' },
    { ...edition(2, '2017-05-15'), publishedOn: '2026-11-22' },
  ];

  test('is current: the highest number, when each was adopted after the one before', () => {
    expect(currentEdition([edition(1, null), edition(3, null), edition(2, null)])).toBe(3);
    expect(currentEdition([])).toBeNull();
    expect(nextNumber([edition(1, null), edition(3, null)])).toBe(4);
    expect(nextNumber([])).toBe(1);
  });

  test('found later and adopted earlier never becomes current, and stood before the one that did', () => {
    const editions = [
      { ...edition(1, '2017-05-15'), publishedOn: '2026-11-22' },
      { ...edition(2, '2010-03-01'), publishedOn: '2026-11-23' },
    ];
    expect(succession(editions)).toEqual([1]);
    expect(editionOn(editions, '2016-01-01')).toBe(2);
    expect(editionOn(editions, '2018-01-01')).toBe(1);
  });

  test('known by the same year as the one before follows it', () => {
    expect(succession([edition(1, '2017-05-15'), edition(2, '2017')])).toEqual([1, 2]);
    expect(succession([edition(1, '2017'), edition(2, '2017-01-10')])).toEqual([1, 2]);
  });

  test('without a stated adoption follows the one before, and an older one found after it does not', () => {
    expect(succession([edition(1, '2017-05-15'), edition(2, null), edition(3, '2012')])).toEqual([1, 2]);
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
