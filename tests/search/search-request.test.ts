import { describe, expect, test } from 'vitest';
import {
  addressOf,
  fileAddressOf,
  inFixedForm,
  queryTextOf,
  requestOf,
  wrongChoices,
} from '../../src/search/search-request.ts';
import { typeNames } from '../../src/search/type-names.ts';

const read = (query: string) => requestOf(new URLSearchParams(query));
const fixed = (query: string) => inFixedForm(read(query), typeNames);

describe('a request of a search', () => {
  test('has one form, whichever words and digits its choices came in', () => {
    const spellings = [
      'q= ขยะ &type=charters&year=2560&edition=current&provenance=test&older=1&page=3',
      'provenance=ข้อมูลทดสอบ&edition=ปัจจุบัน&year=๒๕๖๐&type=ธรรมนูญ&older=1&q=ขยะ',
      'q=ขยะ&older=1&year=2017&type=charters&edition=current&provenance=test&utm_source=x',
    ];
    const forms = new Set(spellings.map((query) => queryTextOf(fixed(query))));
    expect([...forms]).toEqual(['q=ขยะ&type=charters&year=2560&edition=current&provenance=test&older=1']);
  });

  test('comes back from its form as it was, also with signs that part an address', () => {
    for (const q of ['ขยะ & น้ำ', 'ก=ข+ค', '100% #1', '"รู้รับ ปรับตัว"', 'a?b/c', '%41']) {
      const request = { ...read(''), q };
      expect(read(queryTextOf(request)).q).toBe(q);
      expect(new URL(fileAddressOf(request, 'csv'), 'http://a').searchParams.get('q')).toBe(q);
    }
  });

  test('leads to all of it as a file, whichever page is shown', () => {
    const request = read('q=ขยะ&province=น่าน&page=4');
    expect(addressOf(request)).toMatch(/&page=4$/);
    expect(decodeURIComponent(fileAddressOf(request, 'json'))).toBe('/search.json?q=ขยะ&province=น่าน');
    expect(decodeURIComponent(fileAddressOf(request, 'csv', { asOf: '2026-11-20', from: 7 }))).toBe(
      '/search.csv?q=ขยะ&province=น่าน&asOf=2026-11-20&from=7',
    );
  });

  test('names the choices that mean nothing', () => {
    const wrong = (query: string) => wrongChoices(read(query), typeNames, (name) => name === 'น่าน');
    expect(wrong('type=charters&province=น่าน&year=2017&edition=older&provenance=model')).toEqual([]);
    expect(wrong('type=ธรรมนูญ&edition=ก่อนหน้า&provenance=แม่แบบ')).toEqual([]);
    expect(wrong('type=x&province=x&year=x&edition=x&provenance=x')).toEqual([
      'type',
      'province',
      'year',
      'edition',
      'provenance',
    ]);
  });
});
