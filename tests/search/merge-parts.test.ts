import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder } from '../../src/search/build-folder.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import { type OpenFolder, openFolder } from '../../src/search/index-folder.ts';
import { blocksOf } from '../../src/search/page-html.ts';
import { toPhrase } from '../../src/search/phrase.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits, type Unit } from '../../src/thai/units.ts';
import { inSearchFolder } from './index-in.ts';
import { sixtyRecords } from './test-records.ts';

const records = sixtyRecords();

async function* parts(sizes: readonly number[]): AsyncIterable<readonly SearchRecord[]> {
  let at = 0;
  for (const size of sizes) {
    yield records.slice(at, at + size);
    at += size;
  }
}

/** The records that hold a run of units, how often and how weighty, by address. */
async function found(folder: OpenFolder, units: readonly Unit[]): Promise<readonly string[]> {
  const pages = await folder.findPhrase(toPhrase(units, true));
  const lines = [...pages.keys()].map(async (page) => {
    const { url } = await folder.readRecord(page);
    return `${url} ${pages.get(page)?.count} ${pages.get(page)?.weight}`;
  });
  return (await Promise.all(lines)).sort();
}

it('a folder merged from parts finds what a folder built in one piece finds', async () => {
  await inSearchFolder(async (dir) => {
    await buildFolder(join(dir, 'whole'), parts([60]));
    const size = await buildFolder(join(dir, 'merged'), parts([7, 30, 1, 22]));
    expect(size).toEqual({ works: 60, editions: 60 });
    const whole = await openFolder('whole', [], diskSource(dir));
    const merged = await openFolder('merged', [], diskSource(dir));
    const texts = [records[3], records[25], records[59]].flatMap((record) =>
      record ? blocksOf(record) : [],
    );
    let compared = 0;
    for (const { text } of texts) {
      const units = toUnits(toSearchForm(text));
      for (let length = 1; length <= 7; length += 2) {
        for (let at = 0; at + length <= units.length; at += 3) {
          const run = units.slice(at, at + length);
          const expected = await found(whole, run);
          expect(expected.length).toBeGreaterThan(0);
          expect(await found(merged, run)).toEqual(expected);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});
