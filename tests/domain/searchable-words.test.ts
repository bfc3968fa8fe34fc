import { expect, test } from 'vitest';
import type { Source } from '../../src/domain/edition.ts';
import { notStated } from '../../src/domain/fact.ts';
import { searchableWords } from '../../src/domain/searchable-words.ts';
import { charterManifest } from '../support/register-with.ts';

const nobody = { places: [], organisations: [], topics: [] };

test('an edition is found by the title, the publisher and the note of a source, each a phrase of its own', () => {
  const source: Source = {
    id: 's1',
    title: 'ข่าวทดสอบ',
    publisher: 'สำนักข่าวทดสอบ',
    url: null,
    published: notStated,
    retrieved: null,
    evidenceLevel: null,
    note: 'ถอดความจากคลิปทดสอบ',
  };
  const manifest = charterManifest({ type: 'charters', slug: 'test-north' });
  const lines = searchableWords({ ...manifest, sources: [source] }, nobody).split('\n');
  expect(lines).toEqual(expect.arrayContaining([source.title, source.publisher, source.note]));
});

test('an edition of two days is found by either of them, one of half a year by its ends', () => {
  const manifest = charterManifest({ type: 'charters', slug: 'test-north' });
  const linesOf = (start: string, end: string, textAsWritten: string): readonly string[] => {
    const value = { start, end, precision: 'day', textAsWritten, isInferred: false } as const;
    const adopted = { kind: 'given', value, note: null, sources: [] } as const;
    return searchableWords({ ...manifest, adopted }, nobody).split('\n');
  };
  expect(linesOf('2017-05-15', '2017-05-16', '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐')).toEqual(
    expect.arrayContaining(['๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐', '15 พฤษภาคม 2560', '16 พฤษภาคม 2560']),
  );
  const halfYear = linesOf('2017-01-01', '2017-06-30', '1 มกราคม ถึง 30 มิถุนายน 2560');
  expect(halfYear).toEqual(expect.arrayContaining(['1 มกราคม 2560', '30 มิถุนายน 2560']));
  expect(halfYear.filter((line) => /^\d+ \S+ 2560$/.test(line)).length).toBe(2);
});
