import { beforeEach, expect, test } from 'vitest';
import { insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { listLatest } from '../../src/registry/list-latest.ts';
import { listSitemapEditions, listSitemapSubjects, measureSitemap } from '../../src/registry/list-sitemap.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { aRegisterWithAnOpenDraft, charterManifest, type Story } from '../support/register-with.ts';

let story: Story;
beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
});

async function publish(slug: string, publishedAt: string, changes: Partial<Manifest> = {}): Promise<void> {
  const work = { type: 'charters', slug } as const;
  await story.register.write(async (transaction) => {
    const workId = await insertWork(transaction, work, null, publishedAt);
    const manifest = { ...charterManifest(work), provenance: 'documented' as const, ...changes };
    await storeEdition(transaction, { workId, manifest, publishedAt, organisationIds: new Map() });
  });
}

const latest = async (scope: Parameters<typeof listLatest>[1] = {}) => {
  const listed = await listLatest(story.register, scope);
  if (!listed.ok) throw new Error(listed.refusal.code);
  return listed.value.editions.map(({ slug, number }) => `${slug}/${number}`);
};

test('a draft and test data are in no feed and in no sitemap', async () => {
  expect(await latest()).toEqual([]);
  expect(await listSitemapEditions(story.register, 1)).toEqual([]);
  expect(await measureSitemap(story.register)).toEqual({ parts: 0, latest: null });
});

test('the edition published last comes first', async () => {
  await publish('second', '2026-11-22T05:00:00.000Z');
  await publish('first', '2026-11-22T04:00:00.000Z');
  expect(await latest()).toEqual(['second/1', 'first/1']);
});

test('a place has what stands in it and inside it, and not what only may be of it', async () => {
  await publish('north', '2026-11-22T04:00:00.000Z', { places: ['990101'] });
  await publish('south', '2026-11-22T05:00:00.000Z', { places: ['990102'] });
  await publish('either', '2026-11-22T06:00:00.000Z', { places: [], possiblePlaces: ['990101', '990102'] });
  expect(await latest({ place: '990101' })).toEqual(['north/1']);
  expect(await latest({ place: '99' })).toEqual(['south/1', 'north/1']);
  expect(await listLatest(story.register, { place: '98' })).toMatchObject({
    refusal: { code: 'place_not_found' },
  });
  expect((await listSitemapSubjects(story.register)).placeCodes).toEqual(['99', '9901', '990101', '990102']);
});
