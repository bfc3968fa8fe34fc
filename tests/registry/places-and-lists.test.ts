import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { noteFacetsForm } from '../../db/facets.ts';
import { facets } from '../../src/catalogue/facets.ts';
import type { FacetKey, ListFilter } from '../../src/domain/list-filter.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import { findEditionOn } from '../../src/registry/find-edition-on.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { type FacetCounts, listWorks } from '../../src/registry/list-works.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { openHistory } from '../../src/registry/open-history.ts';
import { openPlace } from '../../src/registry/open-place.ts';
import { openPlaceOn } from '../../src/registry/open-place-on.ts';
import { rebuildFacets, renewFacets } from '../../src/registry/rebuild-facets.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archivedEdition, archiveOf, editionText, testCharter } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
const offers: readonly FacetKey[] = ['province', 'year', 'topic', 'standing', 'evidence', 'provenance'];
let register: Register;

beforeEach(async () => {
  register = await emptyRegister();
});

afterEach(() => register.close());

const event = (kind: WorkEvent['kind'], start: string | null, note: string | null = null): WorkEvent => ({
  kind,
  date:
    start === null ? null : { start, end: null, precision: 'day', textAsWritten: null, isInferred: false },
  note,
  source: null,
});

async function store(texts: readonly string[], events: readonly WorkEvent[] = []): Promise<void> {
  const outcome = await importArchive(register, archiveOf(texts, { events }), now);
  expect(outcome).toMatchObject({ ok: true });
}

async function storeCharter(slug: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const name = { type: 'charters', slug } as const;
  const work = {
    name,
    about: { steward: null, events: [] },
    editions: [archivedEdition(name, 1, editionText(1, changes))],
  };
  const outcome = await importArchive(register, { organisations: [], works: [work] }, now);
  expect(outcome).toMatchObject({ ok: true });
}

const list = (filter: ListFilter, at = now) =>
  listWorks(register, filter, { page: 1, order: 'title', offers }, at);
const countsOf = (counted: readonly FacetCounts[], key: FacetKey) =>
  Object.fromEntries(
    counted.find((facet) => facet.key === key)?.options.map(({ value, total }) => [value, total]) ?? [],
  );

describe('a list', () => {
  test('opens behind each count exactly as many rows as the count says', async () => {
    await storeCharter('test-one', { topics: '[test/one]' });
    await storeCharter('test-two', { places: "['990102']", adopted: '{ start: 2010-01-01 }' });
    await storeCharter('test-three', { adopted: 'null', label: 'null', provenance: 'model' });
    const { facets: counted, total } = await list({});
    expect(total).toBe(3);
    for (const { key, options } of counted) {
      const { field, read } = facets.find((facet) => facet.key === key) ?? {};
      for (const { value, total: promised } of options) {
        const behind = await list({ [field ?? '']: read?.(value) });
        expect([key, value, behind.total, behind.works.length]).toEqual([key, value, promised, promised]);
      }
    }
    expect(countsOf(counted, 'standing')).toEqual({ adopted: 2, not_evident: 1 });
    expect(countsOf(counted, 'year')).toEqual({ 2560: 1, 2553: 1 });
  });

  test('counts a facet without its own choice, and the others with it', async () => {
    await storeCharter('test-one', {});
    await storeCharter('test-two', { adopted: '{ start: 2010-01-01 }', provenance: 'model' });
    const { facets: counted, total } = await list({ year: 2553 });
    expect(total).toBe(1);
    expect(countsOf(counted, 'year')).toEqual({ 2560: 1, 2553: 1 });
    expect(countsOf(counted, 'provenance')).toEqual({ model: 1 });
  });

  test('knows the standing of the day on which it is asked, without anything being stored anew', async () => {
    await storeCharter('test-one', { reviewDue: '{ start: 2027-06-30 }' });
    const after = '2027-07-01T02:00:00.000Z';
    expect(await list({ standing: 'review_due' })).toMatchObject({ total: 0 });
    expect(await list({ standing: 'review_due' }, after)).toMatchObject({ total: 1 });
    expect(countsOf((await list({})).facets, 'standing')).toEqual({ adopted: 1 });
    expect(countsOf((await list({}, after)).facets, 'standing')).toEqual({ review_due: 1 });
  });

  test('keeps a chosen value that no work has among the options', async () => {
    const { facets: counted } = await list({ evidence: 'mention' });
    expect(counted.find(({ key }) => key === 'evidence')?.options).toMatchObject([
      { value: 'mention', total: 0 },
    ]);
  });

  test('puts a work that may be of either of two tambons into their district and into neither', async () => {
    await storeCharter('test-one', { places: '[]', possiblePlaces: "['990101', '990102']" });
    expect(await list({ place: '9901' })).toMatchObject({ total: 1 });
    expect(await list({ place: '99' })).toMatchObject({ total: 1 });
    expect(await list({ place: '990101' })).toMatchObject({ total: 0 });
    const tambon = await openPlace(register, '990101', now);
    expect(tambon.ok && [tambon.value.total, tambon.value.possible.length]).toEqual([0, 1]);
  });

  test('shows the latest adoption first when asked, and what has no date last', async () => {
    await storeCharter('test-a', { adopted: '{ start: 2010-01-01 }' });
    await storeCharter('test-b', { adopted: 'null', label: 'null' });
    await storeCharter('test-c', { adopted: '{ start: 2019-01-01 }' });
    const { works } = await listWorks(register, {}, { page: 1, order: 'latest', offers: [] }, now);
    expect(works.map(({ slug }) => slug)).toEqual(['test-c', 'test-a', 'test-b']);
  });

  test('follows what is published without counting anew, and counts the same when it does', async () => {
    await storeCharter('test-one', { topics: '[test/one]' });
    await storeCharter('test-two', { places: "['990102']" });
    expect((await list({ place: '99' })).total).toBe(2);
    await store([editionText(1)]);
    await store(
      [editionText(1), editionText(2, { topics: '[test/one]' })],
      [event('withdrawn', '2020-01-01')],
    );
    await storeCharter('test-three', { adopted: '{ start: 2010-01-01 }' });
    const questions: readonly ListFilter[] = [
      {},
      { place: '990101' },
      { year: 2553 },
      { standing: 'withdrawn', topic: 'test/one' },
    ];
    const followed = await Promise.all(questions.map((filter) => list(filter)));
    expect(followed.map(({ total }) => total)).toEqual([4, 3, 1, 1]);
    await rebuildFacets(register);
    expect(await Promise.all(questions.map((filter) => list(filter)))).toEqual(followed);
  });

  test('is made anew once when the program has another rule for its lines', async () => {
    await storeCharter('test-one', {});
    await register.write((transaction) => noteFacetsForm(transaction, -1));
    expect([await renewFacets(register), await renewFacets(register)]).toEqual([1, 0]);
  });

  test('is the same after its lines were made anew', async () => {
    await storeCharter('test-one', { topics: '[test/one]' });
    await store([editionText(1), editionText(2)], [event('withdrawn', '2020-01-01')]);
    const before = await list({});
    expect(await rebuildFacets(register)).toBe(2);
    expect(await list({})).toEqual(before);
    expect(countsOf(before.facets, 'standing')).toEqual({ adopted: 1, withdrawn: 1 });
  });
});

describe('an older text that is entered later', () => {
  const older = editionText(2, {
    label: 'ฉบับที่ 0',
    adopted: '{ start: 2010-03-01 }',
    title: 'ธรรมนูญเก่าทดสอบ',
  });

  test('does not become current, in its work, its lists or its places', async () => {
    await store([editionText(1), older]);
    const current = await openEdition(register, testCharter, 'current', now);
    expect(current.ok && [current.value.manifest.edition, current.value.role]).toEqual([1, 'current']);
    const entered = await openEdition(register, testCharter, 2, now);
    expect(entered.ok && entered.value.role).toBe('never_current');
    expect((await list({})).works.map(({ number }) => number)).toEqual([1]);
  });

  test('is the edition that stood before the other began', async () => {
    await store([editionText(1), older]);
    const on = async (date: string) => findEditionOn(register, testCharter, date);
    expect(await on('2016-01-01')).toEqual({ ok: true, value: { kind: 'edition', number: 2 } });
    expect(await on('2018-01-01')).toEqual({ ok: true, value: { kind: 'edition', number: 1 } });
  });
});

describe('a dated address', () => {
  test.each([
    ['2560', '2017'],
    ['๒๕๖๐', '2017'],
    ['๒๕๖๐-๐๕', '2017-05'],
    ['2560-05-15', '2017-05-15'],
  ])('%s leads to %s', async (text, date) => {
    await store([editionText(1)]);
    expect(await findEditionOn(register, testCharter, text)).toEqual({
      ok: true,
      value: { kind: 'same_day', date },
    });
  });

  test('a year or a month alone asks for the edition that stood at its end', async () => {
    await store([editionText(1), editionText(2)]);
    const numberOn = async (date: string) => {
      const found = await findEditionOn(register, testCharter, date);
      return found.ok && found.value.kind === 'edition' ? found.value.number : found;
    };
    expect(await numberOn('2017')).toBe(1);
    expect(await numberOn('2018-04')).toBe(1);
    expect(await numberOn('2018-05')).toBe(2);
    expect(await numberOn('2016')).toMatchObject({ refusal: { code: 'before_first_edition' } });
  });

  test('after the withdrawal leads to no edition and names the last, whose page gives the reason', async () => {
    await store([editionText(1)], [event('withdrawn', '2020-02-01', 'เหตุผลทดสอบ')]);
    expect(await findEditionOn(register, testCharter, '2020-01-31')).toMatchObject({ ok: true });
    expect(await findEditionOn(register, testCharter, '2020')).toMatchObject({
      refusal: { code: 'withdrawn_by_then', date: '2020-12-31', number: 1 },
    });
    const history = await openHistory(register, testCharter, now);
    expect(history.ok && [history.value.standing, history.value.withdrawal?.note]).toEqual([
      'withdrawn',
      'เหตุผลทดสอบ',
    ]);
  });
});

describe('a place on a day', () => {
  const on = async (code: string, date: string) => {
    const opened = await openPlaceOn(register, code, date);
    if (!opened.ok || opened.value.kind !== 'page') throw new Error(JSON.stringify(opened));
    const { works, above, withdrawn, undated } = opened.value;
    const inShort = (found: typeof works) => found.map(({ slug, number }) => `${slug} ${number}`);
    return [works, above, withdrawn, undated].map(inShort);
  };

  test('shows each work in its edition of that day', async () => {
    await store([editionText(1), editionText(2)]);
    await storeCharter('test-district', { places: "['9901']" });
    expect(await on('990101', '2016-12-31')).toEqual([[], [], [], []]);
    expect(await on('990101', '2017-06-01')).toEqual([['test-tambon-one 1'], ['test-district 1'], [], []]);
    expect(await on('990101', '2018')).toEqual([['test-tambon-one 2'], ['test-district 1'], [], []]);
    expect((await on('99', '2018'))[0]?.toSorted()).toEqual(['test-district 1', 'test-tambon-one 2']);
  });

  test('keeps apart what was withdrawn and what has no date', async () => {
    await store([editionText(1)], [event('withdrawn', '2020-02-01')]);
    await storeCharter('test-undated', { adopted: 'null', label: 'null' });
    expect(await on('990101', '2019')).toEqual([['test-tambon-one 1'], [], [], ['test-undated 1']]);
    expect(await on('990101', '2021')).toEqual([[], [], ['test-tambon-one 1'], ['test-undated 1']]);
  });

  test('refuses a malformed date and an unknown place, and leads Buddhist-era dates to the common era', async () => {
    const leadsTo = (code: string, date: string) => openPlaceOn(register, code, date);
    expect(await leadsTo('990101', '2019-02-30')).toMatchObject({ refusal: { code: 'date_not_understood' } });
    expect(await leadsTo('980101', '2019-02-28')).toMatchObject({ refusal: { code: 'place_not_found' } });
    expect(await leadsTo('990101', '๒๕๖๒-๐๒')).toMatchObject({
      value: { kind: 'same_day', date: '2019-02' },
    });
  });
});
