import { describe, expect, test } from 'vitest';
import { findNamed, indexNames } from '../../src/domain/suggestion.ts';
import { toNameKey } from '../../src/thai/name-key.ts';

const names = ['เมืองทดสอบ', 'น้ำทดสอบ', 'ทดสอบ', 'ทดสอบใต้', 'อ.บ.ต.ทดสอบ ๑', 'Test'].map((name) => ({
  name,
  keys: [toNameKey(name)],
  rank: 0,
  sortKey: '',
}));
const index = indexNames(names);
const find = (typed: string, limit = 8) => findNamed(index, toNameKey(typed), limit).map(({ name }) => name);

describe('a name that is being typed', () => {
  test('is offered first when it is whole, then when it begins so, then when it holds it', () => {
    expect(find('ทดสอบ')).toEqual(['ทดสอบ', 'ทดสอบใต้', 'เมืองทดสอบ', 'น้ำทดสอบ', 'อ.บ.ต.ทดสอบ ๑']);
    expect(find('ทดสอบ', 2)).toEqual(['ทดสอบ', 'ทดสอบใต้']);
  });

  test.each([
    ['อบต ทดสอบ 1', 'อ.บ.ต.ทดสอบ ๑'],
    ['น\u0e4d\u0e49าทด', 'น้ำทดสอบ'],
    ['test', 'Test'],
    ['เเมือง', undefined],
    ['เเ\u200b', undefined],
  ])('%s finds %s in whatever way it is written', (typed, found) => {
    expect(find(typed)[0]).toBe(found);
  });

  test('is not entered between a leading vowel and its consonant, or by a mark', () => {
    expect(find('มือง')).toEqual([]);
    expect(toNameKey('\u0e49\u0e49ทด')).toBe('ทด');
  });
});
