import { expect, test } from 'vitest';
import { textDirective } from '../../src/search/client/mark-on-arrival.ts';

const told = (before: string, words: string, after: string): string =>
  decodeURIComponent(textDirective(before, words, after));

test('words are told with those around them, up to the next space', () => {
  expect(told('… วันนี้ กระบวนการทำ', 'ธรรมนูญตำบล', 'น่าอยู่ ของเรา')).toBe('กระบวนการทำ-,ธรรมนูญตำบล,-น่าอยู่');
  expect(told('คนใน', 'ตำบล', ' ทุกคน')).toBe('คนใน-,ตำบล,-ทุกคน');
});

test('words at an end or beside what was left out are told by themselves', () => {
  expect(told('', 'ขยะ', '')).toBe('ขยะ');
  expect(told('… ', 'ขยะ', ' …')).toBe('ขยะ');
});

test('what has a meaning in a directive is written so that it has none', () => {
  expect(textDirective('', 'ก-ข, ค&ง', '')).toBe(encodeURIComponent('ก-ข, ค&ง').replace('-', '%2D'));
});

test('of much context a few whole words are told', () => {
  const [prefix = ''] = told('คณะกรรมการขับเคลื่อนธรรมนูญสุขภาพตำบลและเครือข่ายชุมชนร่วมกันดูแล', 'น้ำ', '').split('-,');
  expect(prefix.length).toBeGreaterThan(3);
  expect(prefix.length).toBeLessThan(60);
});
