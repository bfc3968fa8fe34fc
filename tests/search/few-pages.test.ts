import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBase } from '../../src/search/build-index.ts';
import type { CatalogueFile } from '../../src/search/catalogue-file.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import type { Hit } from '../../src/search/hit.ts';
import type { ReadFile } from '../../src/search/index-folder.ts';
import { catalogueName } from '../../src/search/manifest.ts';
import { decodePostings, type EncodedPostings, encodePostings } from '../../src/search/postings-file.ts';
import { openSession } from '../../src/search/search-session.ts';
import { provider } from './index-in.ts';
import { sixtyRecords } from './test-records.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'few-pages-'));
  await buildBase({ dir, records: provider(sixtyRecords()), revision: 1 });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The same index in which these files of postings are called large; `read` gathers what is loaded. */
function withLargeChunks(isLarge: (chunk: number) => boolean, read: string[]): ReadFile {
  const fromDisk = diskSource(dir);
  return async (path) => {
    read.push(path);
    const [, kind, chunk = ''] = /(index|places)\/(\d+)\.gz$/.exec(path) ?? [];
    if (kind !== undefined && isLarge(Number(chunk))) {
      const bytes = await fromDisk(path.replace('/places/', '/index/'));
      return halvesOf(bytes)[kind === 'index' ? 'pages' : 'places'];
    }
    if (!path.endsWith(catalogueName)) return fromDisk(path);
    const catalogue = JSON.parse(new TextDecoder().decode(await fromDisk(path))) as CatalogueFile;
    const largeChunks = catalogue.chunks.flatMap((_, chunk) => (isLarge(chunk) ? [chunk] : []));
    return new TextEncoder().encode(JSON.stringify({ ...catalogue, largeChunks }));
  };
}

/** A file of postings as it were if it was large. */
function halvesOf(bytes: Uint8Array): EncodedPostings {
  const { words, places } = decodePostings(bytes);
  return encodePostings(
    words.map((word) => {
      const postings = places?.postings(word) ?? [];
      return {
        word,
        pages: postings.map(({ page }) => page),
        counts: postings.map(({ positions }) => positions.length),
        positions: postings.flatMap(({ positions }) => positions),
        weights: postings.flatMap(({ weights }) => weights),
      };
    }),
  );
}

/** All that an answer says of a hit but its score, which may weigh a common word differently. */
const factsOf = ({ page, tier, foundIn }: Hit) => ({
  page,
  tier,
  found: foundIn(page)
    .map(({ kind, written }) => `${kind} ${written}`)
    .sort(),
});

const queries = [
  'มะรือทดสอบ ขยะ',
  'ปากแพรกลอง ธรรมนูญ',
  'ข้าวปลอดภัย ๒๕๖๐',
  'อบต.มะรือทดสอบ',
  'กองทุนของตำบลโบตก',
  '"ข้อตกลง (MOU)"',
  'ชำระค่าปรับ ๓๐๐ บาท',
  'น้ำ',
  'ไดโนเสาร์',
  'พ.ศ. 2560 ขยะ',
];

it.each(queries)('%s has the same answer whichever files of postings are large', async (query) => {
  const plain = await openSession(diskSource(dir));
  const expected = await plain.answer(query, {});
  for (const step of [1, 2, 3]) {
    const session = await openSession(withLargeChunks((chunk) => chunk % step === 0, []));
    const answer = await session.answer(query, {});
    if (!answer.ok || !expected.ok) throw new Error('refused');
    expect(answer.value.rung).toBe(expected.value.rung);
    const byPage = (a: { page: number }, b: { page: number }) => a.page - b.page;
    const facts = (groups: readonly (readonly Hit[])[]) => groups.flat().map(factsOf).sort(byPage);
    expect(facts(answer.value.groups)).toEqual(facts(expected.value.groups));
  }
});

it('places of common words stay unread when their pages leave only a few', async () => {
  const read: string[] = [];
  const first = await openSession(withLargeChunks(() => false, read));
  await first.answer('มะรือทดสอบ ขยะ', {});
  const chunks = [...new Set(read.filter((path) => path.includes('/index/')))];
  expect(chunks.length).toBeGreaterThan(1);
  const large = Number(/(\d+)\.gz$/.exec(chunks.at(-1) ?? '')?.[1]);
  const readNow: string[] = [];
  const session = await openSession(withLargeChunks((chunk) => chunk === large, readNow));
  const answer = await session.answer('มะรือทดสอบ ขยะ', {});
  expect(answer.ok && answer.value.groups.length).toBe(1);
  expect(readNow.filter((path) => path.endsWith(`/places/${large}.gz`))).toEqual([]);
});

it('a short word is found without its places', async () => {
  const read: string[] = [];
  const session = await openSession(withLargeChunks(() => true, read));
  const answer = await session.answer('น้ำ', {});
  expect(answer.ok && answer.value.groups.length).toBeGreaterThan(0);
  expect(read.filter((path) => path.includes('/places/'))).toEqual([]);
});
