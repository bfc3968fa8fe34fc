import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts';
import { frontCode, readFrontCoded } from '../../src/search/front-coding.ts';
import { isPlaceName } from '../../src/search/place-names.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';

const file = new URL('../../content/vocabularies/place-names.json', import.meta.url);

/** With UPDATE_GOLDEN the list is made anew. */
test('the names of places that search knows are those of the gazetteer', async () => {
  const names = [
    ...new Set(loadGazetteer().map(({ name }) => toSearchForm(name).replaceAll(' ', ''))),
  ].sort();
  const kept = JSON.parse(await readFile(file, 'utf8')) as { readonly names: string };
  if (process.env['UPDATE_GOLDEN']) {
    await writeFile(file, `${JSON.stringify({ ...kept, names: frontCode(names) }, null, 2)}\n`);
    return;
  }
  expect(readFrontCoded(kept.names)).toEqual(names);
});

test.each(['ตราด', 'จ.ตราด', 'จ. ตราด', 'จังหวัดแม่ฮ่องสอน', 'อำเภอเขาสมิง', 'ทต.เขาสมิง'])(
  '%s is the name of a place',
  (word) => {
    expect(isPlaceName(word)).toBe(true);
  },
);

test.each(['ตลาดด', 'ตราดด', 'ขยะ', 'จ.ตราดด', 'จังหวัด'])('%s is none', (word) => {
  expect(isPlaceName(word)).toBe(false);
});
