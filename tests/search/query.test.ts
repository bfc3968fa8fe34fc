import { describe, expect, it } from 'vitest';
import abbreviations from '../../content/vocabularies/abbreviations.json' with { type: 'json' };
import { maxQueryLength, parseQuery } from '../../src/search/query.ts';

/** Each word of a query as the ways it may be written. */
function read(text: string): readonly (readonly string[])[] {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.words.map((word) => word.alternatives.map(({ written }) => written));
}

describe('a query', () => {
  it('is parted at spaces and keeps what stands between quotation marks together', () => {
    expect(read('ธรรมนูญ “ไม่น้อยกว่า 6” ขยะ')).toEqual([['ธรรมนูญ'], ['ไม่น้อยกว่า 6'], ['ขยะ']]);
  });
  it('keeps a short number with its word, and a year with its era', () => {
    expect(read('ขยะ หมู่ที่ ๗')).toEqual([['ขยะ'], ['หมู่ที่ 7']]);
    expect(read('๓๐๐ บาท ขยะ')).toEqual([['300 บาท'], ['ขยะ']]);
    expect(read('พ.ศ. ๒๕๖๐')).toEqual([['พ.ศ. 2560', '2017']]);
  });
  it('lets a short number between two words belong to either', () => {
    expect(read('4 หน่วยงาน 900 หมู่บ้าน')).toEqual([['4 หน่วยงาน'], ['หน่วยงาน 900', '900 หมู่บ้าน'], ['หมู่บ้าน']]);
  });
  it('keeps a bare letter with its word, and refuses one that stands alone', () => {
    expect(read('ขยะ ข้อ ก')).toEqual([['ขยะ'], ['ข้อ ก']]);
    expect(parseQuery('ก')).toEqual({ ok: false, refusal: { code: 'query_too_short' } });
    expect(parseQuery('ก '.repeat(90)).ok).toBe(true);
  });
  it('finds a year in both eras', () => {
    expect(read('2560')).toEqual([['2560', '2017']]);
    expect(read('2017')).toEqual([['2017', '2560']]);
    expect(read('9999')).toEqual([['9999']]);
  });
  it('knows abbreviations and full names both ways, dots or not', () => {
    expect(read('อบต')[0]).toContain('องค์การบริหารส่วนตำบล');
    expect(read('อ.บ.ต.')[0]).toContain('องค์การบริหารส่วนตำบล');
    expect(read('องค์การบริหารส่วนตำบล')[0]).toContain('อบต.');
  });
  it('knows an abbreviation that stands before a name', () => {
    expect(read('อบต.บ้านหยวก')[0]).toContain('องค์การบริหารส่วนตำบลบ้านหยวก');
    expect(read('ต.ไผ่')[0]).toContain('ตำบลไผ่');
  });
  it('does not take the first letter of a word for an abbreviation', () => {
    expect(read('ตลาด')).toEqual([['ตลาด']]);
    expect(read('อำเภอ')).toEqual([['อำเภอ']]);
  });
  it('never expands an abbreviation with two meanings', () => {
    const ambiguous = abbreviations.groups
      .filter(({ kind }) => kind === 'ambiguous')
      .flatMap(({ forms }) => forms);
    expect(ambiguous).toContain('คสช.');
    for (const form of ambiguous) expect(read(form)).toEqual([[form]]);
  });
  it('leaves a quoted word exactly as it is', () => {
    expect(read('"อบต"')).toEqual([['อบต']]);
  });
  it('offers all words in one run, unless something is quoted', () => {
    const plain = parseQuery('สุขภาวะ ชุมชน');
    const quoted = parseQuery('"สุขภาวะ" ชุมชน');
    expect(plain.ok && plain.value.whole.length).toBe(1);
    expect(quoted.ok && quoted.value.whole.length).toBe(0);
  });
  it('of more than two hundred characters is refused, whatever they are', () => {
    expect(parseQuery('ก'.repeat(maxQueryLength)).ok).toBe(true);
    const refused = { ok: false, refusal: { code: 'query_too_long', maximum: 200 } };
    expect(parseQuery('ก'.repeat(maxQueryLength + 1))).toEqual(refused);
    expect(parseQuery('่'.repeat(100_000))).toEqual(refused);
  });
  it.each(['', '   ', '...', '่้', '"" ""', '\u0000', '🙂'])('of %j is refused as empty', (text) => {
    expect(parseQuery(text)).toEqual({ ok: false, refusal: { code: 'query_empty' } });
  });
});

describe('the table of abbreviations', () => {
  it('gives every group an id of its own, a source and at least one form', () => {
    const ids = abbreviations.groups.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const group of abbreviations.groups) {
      expect(group.source).not.toBe('');
      expect(group.forms.length).toBeGreaterThan(group.kind === 'ambiguous' ? 0 : 1);
    }
  });
});
