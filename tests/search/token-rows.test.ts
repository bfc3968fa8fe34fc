import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toPhrase } from '../../src/search/phrase.ts';
import { matchExpression, searchForm, tokenRowsOf } from '../../src/search/token-rows.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits } from '../../src/thai/units.ts';
import { sixtyRecords, testRecord } from './test-records.ts';

const expression = (text: string, isOpen: boolean): string | null =>
  matchExpression(toPhrase(toUnits(toSearchForm(text)), isOpen));

describe('the expression of a phrase', () => {
  it('is a run of overlapping tokens, of which an open one may go on', () => {
    expect(expression('ข้าวปลา', false)).toBe('"ข้า.ว.ป. ว.ป.ลา."');
    expect(expression('ข้าวป', true)).toBe('"ข้า.ว.ป"*');
  });

  it('of one or two units is what tokens begin with, ending where a unit ends', () => {
    expect(expression('ปี', false)).toBe('"ปี."*');
    expect(expression('mou', true)).toBe('"mou"*');
    expect(expression('7', true)).toBe('"7."*');
  });

  it('holds nothing that FTS5 could take for an operator', () => {
    expect(expression('NEAR("a" AND b*) OR -c:^', false)).toBe('"near.a.and. a.and.b. and.b.or. b.or.c."');
    expect(expression('"*()', false)).toBe(null);
  });
});

describe('the stored tokens', () => {
  it('change only together with the version of their form', () => {
    const hard = 'เเม่น้ํา ๒,๕๖๐ กำ่ อ.บ.ต. ฯลฯ Café MOU ๆ ก๊๊า ฤาษี 漢字 ํ ้ 7ก ต.ทดสอบ อ.สมมติ จ.ตัวอย่าง';
    const records = [...sixtyRecords(), testRecord('hard', { title: hard, placeLine: hard, keywords: hard })];
    const rows = records.flatMap((record) => [...tokenRowsOf(record)]);
    const sample = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
    expect([searchForm, sample]).toEqual([2, '5f9a20048d921da5']);
  });
});
