import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/domain/edition.ts';
import {
  findMissing,
  findPersonalDataIn,
  findStrayWordings,
  findUnfinished,
} from '../../src/domain/publishing-checks.ts';
import { commitmentOf } from '../support/promised.ts';
import { charterManifest } from '../support/register-with.ts';

const draft = (changes: Partial<Manifest>): Manifest => ({
  ...charterManifest({ type: 'charters', slug: 'test-north' }),
  provenance: 'documented',
  ...changes,
});

describe('the checks before publishing', () => {
  test('say in which part personal data stands, with the words around it', () => {
    const body =
      '## หมวด 1 บททั่วไป\n\n### ข้อ ๓ ติดต่อ\n\nถามได้ที่ผู้ใหญ่บ้าน โทร. ๐๘๑-๒๓๔-๕๖๗๘ ทุกวัน\n\n## คำประกาศ\n\nอยู่บ้านเลขที่ 9';
    expect(findPersonalDataIn(draft({ body }))).toMatchObject([
      { kind: 'mobile_number', part: 'ข้อ ๓', excerpt: expect.stringContaining('โทร. ๐๘๑-๒๓๔-๕๖๗๘ ทุกวัน') },
      { kind: 'house_number', part: 'คำประกาศ' },
    ]);
  });

  test('quote the line itself, without the marks of the lines around it', () => {
    const body = '### ข้อ 1 ติดต่อ\n\nโทร 0812345678\n\n### ข้อ 2 อื่น';
    expect(findPersonalDataIn(draft({ body }))).toMatchObject([{ part: 'ข้อ 1', excerpt: 'โทร 0812345678' }]);
  });

  test('look into every text of an edition, and never into links', () => {
    const sources = [
      { ...{ id: 's1', publisher: null, retrieved: null, evidenceLevel: null }, note: 'ถาม a.b@example.org' },
    ].map((one) => ({
      ...one,
      title: 'รายงานทดสอบ',
      url: 'https://example.org/0812345678',
      published: { kind: 'not_stated' as const },
    }));
    expect(findPersonalDataIn(draft({ summary: 'โทร 0812345678' })).map(({ field }) => field)).toEqual([
      'summary',
    ]);
    const found = findPersonalDataIn(draft({ sources: sources as unknown as Manifest['sources'] }));
    expect(found.map(({ field }) => field)).toEqual(['sources.0.note']);
  });

  test('find marks of unfinished text, but not in model texts, which have them on purpose', () => {
    const body = 'ตำบล........... พ.ศ. 25XX [ระบุชื่อ] และ … กับ ____';
    expect(findUnfinished(draft({ body }))).toHaveLength(5);
    expect(findUnfinished(draft({ body, provenance: 'model' }))).toEqual([]);
    expect(findUnfinished(draft({ body: 'ข้อความปกติ 2560. จบ (ก) ฯลฯ' }))).toEqual([]);
  });

  test('begin an excerpt with a whole letter', () => {
    for (let length = 0; length < 30; length += 1) {
      const [found] = findUnfinished(draft({ body: `${'ก'.repeat(length)}ผู้ใหญ่บ้านและกำนันช่วยกันที่นี่ ....` }));
      expect(found?.excerpt.replace(/^…/, '')).not.toMatch(/^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/);
    }
  });

  test('find the wording of a commitment that is not in its provision, unless the body is in our own words', () => {
    const clause = { eid: 'cl-1', label: 'ข้อ ๑', heading: 'เป้าหมาย', text: 'ทำไม่น้อยกว่า ๖\nเรื่อง ในสามปี' };
    const promising = (textAsWritten: string, textRights: Manifest['textRights'] = 'public') =>
      findStrayWordings(
        {
          textRights,
          commitments: [commitmentOf({ metric: 'เรื่องทดสอบ', provision: 'cl-1', textAsWritten })],
        },
        [clause],
      );
    expect(promising('ไม่น้อยกว่า 6 เรื่อง')).toEqual([]);
    expect(promising('เป้าหมาย')).toEqual([]);
    const stray = [{ kind: 'stray_wording', metric: 'เรื่องทดสอบ', label: 'ข้อ ๑' }];
    expect(promising('ไม่น้อยกว่า ๗ เรื่อง')).toEqual(stray);
    expect(promising('ไม่น้อยกว่า ๗ เรื่อง', 'none')).toEqual([]);
  });

  test('say what an edition usually states and this one does not', () => {
    const missing = findMissing(draft({ summary: null, places: [] }), [{ key: 'slogan', label: 'คำขวัญ' }]);
    expect(missing).toEqual([
      { kind: 'missing', field: 'summary' },
      { kind: 'missing', field: 'places' },
      { kind: 'missing', field: 'sources' },
      { kind: 'missing_fact', label: 'คำขวัญ' },
    ]);
  });

  test('ask a case of which nothing came yet what is expected and when it will be known', () => {
    const given = (value: string) => ({ kind: 'given', value, note: null, sources: [] }) as const;
    const advised = (facts: Manifest['facts']) =>
      findMissing(draft({ type: 'cases', facts }), [
        { key: 'adoptions', label: 'ผู้นำไปใช้', isIncidental: true },
      ])
        .map(({ kind }) => kind)
        .includes('unknown_result');
    expect(advised({})).toBe(true);
    expect(advised({ results: { kind: 'unknown', note: null } })).toBe(true);
    expect(advised({ results: { kind: 'none', note: null } })).toBe(false);
    expect(advised({ results: given('น้ำเพิ่มเพื่อทดสอบ') })).toBe(false);
    const expected = { kind: 'given', value: [{ what: given('น้ำเพิ่ม') }], note: null, sources: [] } as const;
    expect(advised({ results: { kind: 'unknown', note: null }, expected })).toBe(false);
    expect(findMissing(draft({}), []).map(({ kind }) => kind)).not.toContain('unknown_result');
  });
});
