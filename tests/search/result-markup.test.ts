import { describe, expect, test } from 'vitest';
import type { Hit } from '../../src/search/hit.ts';
import { element, link, textOf } from '../../src/search/markup.ts';
import { toPhrase } from '../../src/search/phrase.ts';
import { resultMarkup } from '../../src/search/result-markup.ts';
import { viewResult } from '../../src/search/result-view.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { requestOf } from '../../src/search/search-request.ts';
import { toUnits } from '../../src/thai/units.ts';
import { testRecord } from './test-records.ts';

const request = requestOf(new URLSearchParams('q=ทดลอง'));

/** What a visitor reads of a record that was found by a word. */
async function shown(word: string, change: Partial<SearchRecord>): Promise<string> {
  const phrase = toPhrase(toUnits(word), false);
  const record = testRecord('one', change);
  const hit = {
    folder: { readRecord: () => Promise.resolve(record) },
    page: 0,
    tier: 'phrase',
    score: 1,
    foundIn: () => [{ kind: 'typed', written: word, phrase }],
  } as unknown as Hit;
  return textOf(resultMarkup(await viewResult([hit], false), request));
}

describe('a result', () => {
  test('says where it was found when the words stand in none of its texts', async () => {
    const text = await shown('นกยูง', { keywords: 'ชื่อเดิมทดสอบ\nกลุ่มนกยูงทดสอบ' });
    expect(text).toContain('พบในข้อมูลของเอกสาร: กลุ่มนกยูงทดสอบ');
  });

  test('of many places shows those that match, and how many there are besides', async () => {
    const placeLine = ['ต.หนึ่ง', 'ต.สอง', 'ต.นกยูง', 'ต.สี่'].join(' · ');
    expect(await shown('นกยูง', { placeLine })).toContain('ต.นกยูง · ต.หนึ่ง · และอีก\u00a02\u00a0แห่ง');
  });

  test('of an older edition leads to the current one', async () => {
    const text = await shown('ทดสอบ', { isCurrent: false });
    expect(text).toContain('พบเฉพาะในฉบับก่อนหน้า ดูฉบับปัจจุบัน');
  });
});

test('a link leads nowhere but into this site', () => {
  for (const href of [
    'javascript:alert(1)',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://x.example',
  ]) {
    expect(link('', href, ['ทดสอบ']).attributes).toEqual({});
  }
  expect(link('', '/search', ['ทดสอบ']).attributes).toEqual({ href: '/search' });
});

test('neighbouring texts are one, because a page that was sent has no seam between them', () => {
  expect(element('p', '', ['ก', '', 'ข', element('mark', '', ['ค']), 'ง']).children).toHaveLength(3);
});
