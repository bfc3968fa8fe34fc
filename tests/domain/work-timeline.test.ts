import { describe, expect, test } from 'vitest';
import type { EditionCard } from '../../src/domain/edition-card.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import type { EventKind, WorkEvent } from '../../src/domain/timeline.ts';
import { roleOf, type TimelineEntry, workTimeline } from '../../src/domain/work-timeline.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

const on = (start: string): WrittenDate => ({
  start,
  end: null,
  precision: start.length === 4 ? 'year' : 'day',
  textAsWritten: null,
  isInferred: false,
});
const card = (adopted: EditionCard['adopted'], changes: Partial<EditionCard> = {}): EditionCard => ({
  title: 'ธรรมนูญตำบลทดสอบ',
  provenance: 'test',
  subtype: 'tambon_charter',
  label: notStated,
  changeKind: 'first',
  changeNote: null,
  summary: null,
  legalNature: 'social_agreement',
  evidenceLevel: null,
  scope: null,
  places: [],
  possiblePlaces: [],
  adopted,
  effective: notStated,
  reviewDue: notStated,
  topics: [],
  ...changes,
});
const event = (kind: EventKind, date: WrittenDate | null): WorkEvent => ({
  kind,
  date,
  note: null,
  source: null,
});
const edition = (number: number, adopted: EditionCard['adopted'], changes: Partial<EditionCard> = {}) => ({
  number,
  publishedAt: '2026-11-21T20:00:00.000Z',
  card: card(adopted, changes),
});
const today = '2026-11-22';
const inShort = (entry: TimelineEntry) =>
  entry.kind === 'event'
    ? entry.event.kind
    : entry.kind === 'edition'
      ? `edition ${entry.edition.number}`
      : entry.kind;

describe('the timeline of a work', () => {
  test('puts editions and events into one order, latest first', () => {
    const entries = workTimeline(
      [edition(1, given(on('2019-09-20')))],
      [event('drafted', on('2018-11-26')), event('reviewed', on('2022-09-20'))],
      today,
    );
    expect(entries.map(inShort)).toEqual(['reviewed', 'edition 1', 'drafted']);
  });

  test('keeps what has no date at the end and says in which state its date is missing', () => {
    const entries = workTimeline(
      [edition(1, { kind: 'none', note: null }), edition(2, given(on('2019-09-20')))],
      [event('heard', null)],
      today,
    );
    expect(entries.map((entry) => entry.state)).toEqual(['given', 'not_stated', 'none']);
    expect(entries.at(-1)).toMatchObject({ kind: 'edition', deed: 'published', date: null });
  });

  test('puts a later edition before an earlier one when neither has a date', () => {
    const entries = workTimeline([edition(1, notStated), edition(2, notStated)], [], today);
    expect(entries.map(inShort)).toEqual(['edition 2', 'edition 1']);
  });

  test('places a correction on the day on which the register made it', () => {
    const corrected = edition(2, given(on('2019-09-20')), { changeKind: 'correction' });
    const entries = workTimeline(
      [edition(1, given(on('2019-09-20'))), corrected],
      [event('reviewed', on('2022'))],
      today,
    );
    expect(entries.map(inShort)).toEqual(['edition 2', 'reviewed', 'edition 1']);
    expect(entries[0]).toMatchObject({
      deed: 'corrected',
      role: 'current',
      replaces: 1,
      date: { start: '2026-11-22' },
    });
  });

  test('says which edition replaced which, and which never became current', () => {
    const editions = [
      edition(1, given(on('2015'))),
      edition(2, given(on('2019-09-20'))),
      edition(3, given(on('2011'))),
    ];
    const roles = workTimeline(editions, [], today).map((entry) =>
      entry.kind === 'edition' ? [entry.edition.number, entry.role, entry.replaces] : [],
    );
    expect(roles).toEqual([
      [2, 'current', 1],
      [1, 'replaced', null],
      [3, 'never_current', null],
    ]);
    expect(roleOf(editions, 3)).toBe('never_current');
  });

  test('shows the review that the current edition awaits and none that a replaced one awaited', () => {
    const editions = [
      edition(1, given(on('2015')), { reviewDue: given(on('2018')) }),
      edition(2, given(on('2019-09-20')), { reviewDue: given(on('2026')) }),
    ];
    const due = (day: string) => workTimeline(editions, [], day).filter(({ kind }) => kind === 'review_due');
    expect(due(today)).toMatchObject([{ number: 2, review: { isPast: false }, date: { start: '2026' } }]);
    expect(due('2027-01-01')).toMatchObject([{ number: 2, review: { isPast: true } }]);
  });

  test('shows the day that is counted from a cycle, and no review that took place', () => {
    const dueOf = (terms: Parameters<typeof edition>[2], ...events: readonly WorkEvent[]) =>
      workTimeline([edition(1, given(on('2020-01-01')), terms)], events, today).flatMap((entry) =>
        entry.kind === 'review_due' ? [[entry.review.from, entry.date?.start]] : [],
      );
    const reviewed = event('reviewed', on('2022-09-20'));
    expect(dueOf({ reviewEvery: 12 })).toEqual([['counted', '2021-01-01']]);
    expect(dueOf({ reviewEvery: 12 }, reviewed)).toEqual([['counted', '2023-09-20']]);
    expect(dueOf({ reviewDue: given(on('2022')) })).toEqual([['stated', '2022']]);
    expect(dueOf({ reviewDue: given(on('2022')) }, reviewed)).toEqual([]);
  });
});
