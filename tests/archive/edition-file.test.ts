import { describe, expect, test } from 'vitest';
import { readEditionFile, writeEditionFile } from '../../src/archive/edition-file.ts';

const work = { type: 'charters', slug: 'test-tambon' } as const;

const minimum = `---
title: ธรรมนูญตำบลทดสอบ
edition: 1
label: null
legalNature: social_agreement
places: []
adopted: null
sources: []
---

## หมวด 1 บททั่วไป

### ข้อ 1 ชื่อ

ข้อความทดสอบ
`;

const problemsOf = (text: string, number = 1) => {
  const read = readEditionFile(text, 'charters/test-tambon/1.md', work, number);
  return read.ok ? [] : read.problems;
};

describe('an archive file', () => {
  test.each([
    '{ start: 2017-05, precision: day }',
    '{ start: 2017-05-15, precision: year }',
    '{ start: 2017-05-15, end: 2018 }',
  ])('with a date that is not of its precision (%s) is refused at the date', (adopted) => {
    const [problem, ...more] = problemsOf(minimum.replace('adopted: null', `adopted: ${adopted}`));
    expect(problem).toMatchObject({ field: 'adopted', reason: 'not_a_date' });
    expect(more).toEqual([]);
  });

  test('with the minimum front matter reads as an edition', () => {
    const read = readEditionFile(minimum, 'f', work, 1);
    expect(read.ok && read.value.manifest).toMatchObject({
      title: 'ธรรมนูญตำบลทดสอบ',
      edition: 1,
      label: { kind: 'not_stated' },
      changeKind: 'first',
      body: '## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\nข้อความทดสอบ',
    });
  });

  test('written and read again gives the same bytes', () => {
    const read = readEditionFile(minimum, 'f', work, 1);
    if (!read.ok) throw new Error('unreadable');
    const written = writeEditionFile(read.value);
    const again = readEditionFile(written, 'f', work, 1);
    expect(again).toEqual(read);
    expect(again.ok && writeEditionFile(again.value)).toBe(written);
  });

  test('keeps a disputed fact with both values and their sources', () => {
    const text = minimum.replace(
      'sources: []',
      `facts:
  targetedPlaces:
    state: disputed
    values:
      - value: { amount: 15, unit: ตำบล }
        sources: [s1]
      - value: { amount: 22, unit: ตำบล }
        sources: [s2]
sources: [{ title: ก }, { title: ข }]`,
    );
    const read = readEditionFile(text, 'f', work, 1);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const fact = read.value.manifest.facts['targetedPlaces'];
    expect(fact?.kind === 'disputed' && fact.values.map((one) => one.value)).toEqual([
      { amount: 15, unit: 'ตำบล', textAsWritten: null },
      { amount: 22, unit: 'ตำบล', textAsWritten: null },
    ]);
    const again = readEditionFile(writeEditionFile(read.value), 'f', work, 1);
    expect(again).toEqual(read);
  });

  test('takes a place code written as a number', () => {
    const read = readEditionFile(minimum.replace('places: []', 'places: [560118]'), 'f', work, 1);
    expect(read.ok && read.value.manifest.places).toEqual(['560118']);
  });

  test('without a title is refused at that field', () => {
    expect(problemsOf(minimum.replace(/title: .*\n/, ''))).toEqual([
      { file: 'charters/test-tambon/1.md', line: 2, field: 'title', reason: 'required' },
    ]);
  });

  test('whose number differs from its name is refused at that line', () => {
    expect(problemsOf(minimum, 2)).toEqual([
      {
        file: 'charters/test-tambon/1.md',
        line: 3,
        field: 'edition',
        reason: 'file_name_differs',
        found: '1',
      },
    ]);
  });

  test('with an impossible date is refused at the line of the date', () => {
    const text = minimum.replace('adopted: null', 'adopted:\n  start: 2017-02-31');
    expect(problemsOf(text)).toEqual([
      { file: 'charters/test-tambon/1.md', line: 8, field: 'adopted.start', reason: 'not_a_date' },
    ]);
  });

  test('with a field nobody knows is refused by name and line', () => {
    expect(problemsOf(minimum.replace('places: []', 'places: []\ncolour: red'))).toMatchObject([
      { line: 7, field: 'colour', reason: 'unknown_field' },
    ]);
  });

  test('that is not YAML is refused with what the reader said', () => {
    const [problem] = problemsOf(minimum.replace('places: []', 'places: [}'));
    expect(problem).toMatchObject({ line: 6, reason: 'wrong_kind' });
    expect(problem?.detail).toBeTruthy();
  });

  test('without front matter is refused', () => {
    expect(problemsOf('# เอกสาร')).toMatchObject([{ line: 1, reason: 'required' }]);
  });

  test('with a link that is not a web address is refused', () => {
    const text = minimum.replace('sources: []', 'sources:\n  - title: ก\n    url: javascript:alert(1)');
    expect(problemsOf(text)).toMatchObject([{ line: 10, field: 'sources.0.url', reason: 'bad_link' }]);
  });
});
