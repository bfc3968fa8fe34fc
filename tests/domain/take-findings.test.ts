import { describe, expect, test } from 'vitest';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import type { Manifest, Source } from '../../src/domain/edition.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import type { Finding, QuantityFinding } from '../../src/domain/finding.ts';
import { type Taken, takeFindings } from '../../src/domain/take-findings.ts';
import { parseWrittenDate } from '../../src/thai/parse-date.ts';

const content: Manifest = draftOfNewWork({ type: 'agreements', slug: 'test' }, 'ข้อตกลงทดสอบ', {
  subtype: 'network_mou',
  legalNature: 'mou',
});
const source: Source = {
  id: 's1',
  title: 'ข่าวทดสอบ',
  publisher: null,
  url: null,
  published: notStated,
  retrieved: null,
  evidenceLevel: 'news_report',
  note: null,
};
const at = { id: 'x', start: 0, end: 1, repeats: null } as const;
const aDate = (text: string): Finding => ({
  ...at,
  kind: 'date',
  id: `date-${text}`,
  text,
  value: parseWrittenDate(text),
});
const aNumber = (text: string, more: Partial<QuantityFinding> = {}): QuantityFinding => ({
  ...at,
  kind: 'quantity',
  text,
  value: 54,
  unit: 'อปท.',
  comparator: null,
  each: null,
  ...more,
});
const take = (finding: Finding, as: string, more: Partial<Taken> = {}): Taken => ({
  finding,
  as,
  slug: '',
  metric: '',
  ...more,
});

function taken(from: Manifest, ...all: readonly Taken[]): Manifest {
  const result = takeFindings(from, source, all);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const reasons = (...all: readonly Taken[]): readonly string[] => {
  const result = takeFindings(content, source, all);
  return result.ok || result.refusal.code !== 'content_invalid'
    ? []
    : result.refusal.problems.map(({ reason }) => reason);
};

describe('taking what a text states', () => {
  test('brings its source along, once', () => {
    const once = taken(content, take(aNumber('54 อปท.'), 'claim'));
    expect(once.sources).toEqual([source]);
    expect(taken(once, take(aNumber('๕๔ อปท.'), 'claim')).sources).toEqual([source]);
  });

  test('keeps a date in the words of the text', () => {
    const { adopted } = taken(content, take(aDate('๑๕ พฤษภาคม พ.ศ.๒๕๖๐'), 'adopted'));
    expect(adopted).toMatchObject({
      kind: 'given',
      value: { start: '2017-05-15', textAsWritten: '๑๕ พฤษภาคม พ.ศ.๒๕๖๐' },
      sources: ['s1'],
    });
  });

  test('keeps both dates when the draft had another, and chooses neither', () => {
    const before = { ...content, adopted: given({ ...parseOrThrow('1 มกราคม 2560') }) };
    const { adopted } = taken(before, take(aDate('2 มกราคม 2560'), 'adopted'));
    expect(adopted.kind === 'disputed' && adopted.values.map(({ value }) => value.start)).toEqual([
      '2017-01-01',
      '2017-01-02',
    ]);
    const same = taken(before, take(aDate('๑ ม.ค. ๒๕๖๐'), 'adopted')).adopted;
    expect(same).toMatchObject({ kind: 'given', value: { textAsWritten: '1 มกราคม 2560' }, sources: ['s1'] });
  });

  test('keeps stated counts as claims, each with its wording', () => {
    const { claims } = taken(
      content,
      take(aNumber('54 อปท.'), 'claim_parties'),
      take(aNumber('22 อปท.', { value: 22 }), 'claim'),
    );
    expect(claims.map(({ property, value, textAsWritten }) => [property, value, textAsWritten])).toEqual([
      ['parties', 54, '54 อปท.'],
      ['อปท.', 22, '22 อปท.'],
    ]);
  });

  test('makes a promise of a number only with what is counted, and keeps every reading of its scope', () => {
    const number = aNumber('ไม่น้อยกว่า 6 เรื่อง', { value: 6, unit: 'เรื่อง', comparator: 'at_least' });
    expect(reasons(take(number, 'commitment'))).toEqual(['required']);
    const [promise] = taken(content, take(number, 'commitment', { metric: 'นวัตกรรมทดสอบ' })).commitments;
    expect(promise).toMatchObject({
      metric: 'นวัตกรรมทดสอบ',
      comparator: 'at_least',
      scope: ['network', 'each_party'],
      per: null,
      textAsWritten: 'ไม่น้อยกว่า 6 เรื่อง',
    });
    const yearly = take({ ...number, each: 'ปี' }, 'commitment', { metric: 'ข้อตกลง' });
    const perPlace = take({ ...number, each: 'พื้นที่' }, 'commitment', { metric: 'ข้อตกลง' });
    const { commitments } = taken(content, yearly, perPlace);
    expect(commitments.map(({ id, per, scope }) => [id, per, scope.length])).toEqual([
      ['c1', 'be_year', 2],
      ['c2', null, 1],
    ]);
  });

  test('asks for the choice that only the officer can make', () => {
    const body: Finding = { ...at, kind: 'organisation', text: 'อบต.ทดสอบ', slugs: ['a', 'b'], role: null };
    expect(reasons(take(body, 'member'))).toEqual(['required']);
    expect(reasons(take({ ...body, slugs: [] }, 'member'))).toEqual(['unknown_organisation']);
    expect(reasons(take({ ...body, slugs: ['a'] }, ''))).toEqual(['required']);
    expect(taken(content, take(body, 'member', { slug: 'b' })).parties).toMatchObject([
      { organisation: 'b', role: 'member' },
    ]);
    expect(reasons(take(body, 'member', { slug: 'c' }))).toEqual(['required']);
    const place: Finding = { ...at, kind: 'place', text: 'ตำบลทดสอบ', codes: ['990101', '990102'] };
    expect(reasons(take(place, ''))).toEqual(['required']);
    expect(taken(content, take(place, '990102')).places).toEqual(['990102']);
    expect(reasons(take(aDate('31 กุมภาพันธ์ 2560'), 'adopted'))).toEqual(['not_a_date']);
    expect(reasons(take(aNumber('7+1 อปท.', { value: null }), 'claim'))).toEqual(['wrong_kind']);
  });

  test('twice adds nothing the second time', () => {
    const all = [
      take(aDate('1 มกราคม 2560'), 'adopted'),
      take(aNumber('54 อปท.'), 'claim'),
      take({ ...at, kind: 'organisation', text: 'ก', slugs: ['a'], role: null }, 'hub'),
      take(
        { ...at, kind: 'person', text: 'ก', name: 'นายทดลอง ตัวอย่าง', office: 'ปลัด', capacity: null },
        'witness',
      ),
      take({ ...at, kind: 'place', text: 'ก', codes: ['990101'] }, '990101'),
    ];
    const once = taken(content, ...all);
    expect(taken(once, ...all)).toEqual(once);
    expect(once.people).toMatchObject([{ name: 'นายทดลอง ตัวอย่าง', office: 'ปลัด', organisation: null }]);
  });

  test('stores nothing when one of them cannot be taken', () => {
    const result = takeFindings(content, source, [
      take(aNumber('54 อปท.'), 'claim'),
      take(aDate('1 มกราคม 2560'), ''),
    ]);
    expect(result.ok).toBe(false);
  });
});

function parseOrThrow(text: string) {
  const date = parseWrittenDate(text);
  if (!date) throw new Error(text);
  return date;
}
