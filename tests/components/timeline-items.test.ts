import { describe, expect, test } from 'vitest';
import { timelineItems } from '../../src/components/timeline-items.ts';
import type { EditionCard } from '../../src/domain/edition-card.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import type { EventKind, WorkEvent } from '../../src/domain/timeline.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

const on = (start: string): WrittenDate => ({
  start,
  end: null,
  precision: 'day',
  textAsWritten: null,
  isInferred: false,
});
const card = (adopted: EditionCard['adopted']): EditionCard => ({
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
});
const event = (kind: EventKind, date: WrittenDate | null): WorkEvent => ({
  kind,
  date,
  note: null,
  source: null,
});
const edition = (number: number, adopted: EditionCard['adopted']) => ({
  number,
  publishedAt: '2026-11-22T00:00:00.000Z',
  card: card(adopted),
});

describe('a timeline', () => {
  test('puts editions and events into one order, latest first', () => {
    const items = timelineItems(
      [edition(1, given(on('2019-09-20')))],
      [event('drafted', on('2018-11-26')), event('reviewed', on('2022-09-20'))],
    );
    expect(items.map((item) => item.date?.start)).toEqual(['2022-09-20', '2019-09-20', '2018-11-26']);
  });

  test('keeps what has no date at the end and says in which state its date is missing', () => {
    const items = timelineItems(
      [edition(1, { kind: 'none', note: null }), edition(2, given(on('2019-09-20')))],
      [event('heard', null)],
    );
    expect(items.map((item) => item.state)).toEqual(['given', 'not_stated', 'none']);
  });

  test('puts a later edition before an earlier one when neither has a date', () => {
    const items = timelineItems([edition(1, notStated), edition(2, notStated)], []);
    expect(items.map((item) => (item.kind === 'edition' ? item.edition.number : 0))).toEqual([2, 1]);
  });
});
