import { describe, expect, test } from 'vitest';
import { readListQuery } from '../../src/catalogue/list-query.ts';

const read = (query: string) =>
  readListQuery('charters', new URLSearchParams(query), (value) =>
    ['56', '90', 'issues/waste'].includes(value),
  );

describe('the address of a list', () => {
  test('without a question it asks for the first page of everything', () => {
    const asked = {
      filter: { type: 'charters' },
      page: 1,
      order: 'title',
      problems: [],
      wrong: [],
      query: {},
    };
    expect(read('')).toEqual(asked);
  });

  test('2560, ๒๕๖๐ and 2017 are one year', () => {
    const years = ['2560', '๒๕๖๐', '2017', '๒๐๑๗'].map((year) => read(`year=${year}`).filter.year);
    expect(years).toEqual([2560, 2560, 2560, 2560]);
  });

  test('a province narrows the list by its code', () => {
    expect(read('province=90').filter).toEqual({ type: 'charters', place: '90' });
  });

  test.each([
    'province=99',
    'province=xx',
    'province=901101',
    'year=abc',
    'year=25600',
    'page=0',
    'page=-1',
    'page=1e9',
    'topic=issues/nothing',
    'topic=waste',
    'standing=in-force',
    'evidence=%00',
    'provenance=real',
    'sort=best',
  ])('%s means nothing: it is left out and named', (query) => {
    const { filter, page, problems } = read(query);
    expect(filter).toEqual({ type: 'charters' });
    expect(page).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/[ก-๙]{5}/);
  });

  test('topic, standing, evidence and provenance narrow it too', () => {
    const { filter } = read(
      'topic=issues/waste&standing=review_due&evidence=news_report&provenance=documented',
    );
    expect(filter).toEqual({
      type: 'charters',
      topic: 'issues/waste',
      standing: 'review_due',
      evidence: 'news_report',
      provenance: 'documented',
    });
  });

  test('its parameters have one form, whatever was typed', () => {
    expect(read('year=๒๐๑๗&province=90&sort=latest&page=3&type=cases').query).toEqual({
      province: '90',
      year: '2560',
      sort: 'latest',
    });
  });

  test('the type of a list cannot be asked away', () => {
    expect(read('type=cases').filter).toEqual({ type: 'charters' });
  });

  test('each value that means nothing is named', () => {
    expect(read('province=x&year=y&page=z').problems).toHaveLength(3);
  });

  test('a page beyond the last is a number like any other', () => {
    expect(read('page=99999')).toMatchObject({ page: 99_999, problems: [] });
  });
});
