import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildFolder } from '../../src/search/build-folder.ts';
import { type CommonWord, commonFrom, follow, followings } from '../../src/search/common-words.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import { findInRecord } from '../../src/search/find-in-record.ts';
import { openFolder } from '../../src/search/index-folder.ts';
import { toPhrase } from '../../src/search/phrase.ts';
import type { Posting, WordEntry } from '../../src/search/postings-file.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits } from '../../src/thai/units.ts';
import { inSearchFolder } from './index-in.ts';
import { sixtyRecords } from './test-records.ts';

/** The tokens of random texts in which the letters mostly follow each other in one order. */
function tokensOfRandomTexts(seed: number): readonly CommonWord[] {
  let state = seed;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const postings = new Map<string, Posting[]>();
  for (let page = 0; page < 40; page += 1) {
    let text = '';
    let letter = 0;
    while (text.length < 200) {
      letter = random() < 0.04 ? Math.floor(random() * 9) : (letter + 1) % 9;
      text += 'abcdefghi'[letter];
    }
    for (let at = 0; at + 3 <= text.length; at += 1) {
      const places = postings.get(text.slice(at, at + 3)) ?? [];
      postings.set(text.slice(at, at + 3), [...places, { page, positions: [at + 1], weights: [page] }]);
    }
  }
  return [...postings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, places], chunk) => ({ chunk, entry: entryOf(word, places) }));
}

function entryOf(word: string, places: readonly Posting[]): WordEntry {
  const pages = [...new Set(places.map(({ page }) => page))];
  return {
    word,
    pages,
    counts: pages.map((page) => places.filter((place) => place.page === page).length),
    positions: places.flatMap(({ positions }) => positions),
    weights: places.flatMap(({ weights }) => weights),
  };
}

function postingsOf({ pages, counts, positions, weights }: WordEntry): readonly Posting[] {
  let at = 0;
  return pages.map((page, index) => {
    const end = at + (counts[index] ?? 0);
    const posting = { page, positions: positions.slice(at, end), weights: weights.slice(at, end) };
    at = end;
    return posting;
  });
}

it.each([1, 2, 3, 4, 5])('a word that follows from another has exactly its places (texts %i)', (seed) => {
  const words = tokensOfRandomTexts(seed);
  const found = followings(words);
  let followed = 0;
  for (const [index, { entry, chunk }] of words.entries()) {
    const following = found[index];
    if (following === null || following === undefined) continue;
    followed += 1;
    const base = words[following.base];
    if (base === undefined) throw new Error('no such word');
    const isBefore = base.entry.positions.length > entry.positions.length || base.chunk < chunk;
    expect(isBefore).toBe(true);
    const places = follow(
      postingsOf(base.entry),
      following.shift,
      postingsOf(following.missing),
      postingsOf(following.extra),
    );
    expect(places).toEqual(postingsOf(entry));
  }
  expect(followed).toBeGreaterThan(3);
  expect(found.some((following) => (following?.missing.positions.length ?? 0) > 0)).toBe(true);
  expect(found.some((following) => (following?.extra.positions.length ?? 0) > 0)).toBe(true);
});

it('an index with common words finds what stands in the texts, however often', async () => {
  const often = 'คณะกรรมการป่าชุมชน '.repeat(commonFrom / 50);
  const records: readonly SearchRecord[] = sixtyRecords().map((record, index) => ({
    ...record,
    sections: [
      ...record.sections,
      {
        eid: 'clause_99',
        label: 'ข้อ 99',
        heading: index % 7 === 0 ? 'ป่าชุมทาง' : 'ชุมชน',
        text: `${often}${index % 5 === 0 ? 'กรรมการชุมนุม' : 'ป่าชุมชน'}`,
      },
    ],
  }));
  await inSearchFolder(async (dir) => {
    await buildFolder(join(dir, 'folder'), parts(records));
    const folder = await openFolder('folder', [], diskSource(dir));
    expect(folder.catalogue.followers.length).toBeGreaterThan(3);
    const sought = ['คณะกรรมการป่า', 'ป่าชุมชน', 'กรรมการชุมนุม', 'ชุมชนคณะ', 'มการป่าชุมทาง', 'ะกรรม', 'ชุมชนป่าชุมชน'];
    for (const text of sought) {
      const phrase = toPhrase(toUnits(toSearchForm(text)), false);
      const found = await folder.findPhrase(phrase);
      for (let page = 0; page < records.length; page += 1) {
        const [expected] = findInRecord(await folder.readRecord(page), [phrase]);
        expect(found.get(page) ?? null, `${text} on page ${page}`).toEqual(expected);
      }
    }
  });
});

async function* parts(records: readonly SearchRecord[]): AsyncIterable<readonly SearchRecord[]> {
  yield records.slice(0, 25);
  yield records.slice(25);
}
