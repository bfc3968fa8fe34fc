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
