import { describe, expect, test } from 'vitest';
import { readListQuery } from '../../src/pages/_list-query.ts';

const read = (query: string) =>
  readListQuery('charters', new URLSearchParams(query), (code) => ['56', '90'].includes(code));

describe('the address of a list', () => {
  test('without a question it asks for the first page of everything', () => {
    expect(read('')).toEqual({ filter: { type: 'charters' }, page: 1, problems: [] });
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
  ])('%s means nothing: it is left out and named', (query) => {
    const { filter, page, problems } = read(query);
    expect(filter).toEqual({ type: 'charters' });
    expect(page).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/[ก-๙]{5}/);
  });

  test('each value that means nothing is named', () => {
    expect(read('province=x&year=y&page=z').problems).toHaveLength(3);
  });

  test('a page beyond the last is a number like any other', () => {
    expect(read('page=99999')).toEqual({ filter: { type: 'charters' }, page: 99_999, problems: [] });
  });
});
