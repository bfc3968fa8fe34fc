import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { networkShape } from '../../src/exports/network-json.ts';
import { organisationPartsShape } from '../../src/exports/organisation-json.ts';
import { placeWorksShape } from '../../src/exports/place-json.ts';
import { placesShape } from '../../src/exports/places-json.ts';
import { topicsShape } from '../../src/exports/topics-json.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { agreement, claimPlaceOf, idOf } from '../support/agreement-story.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { aRegisterOfEverything, decide, type EverythingStory } from '../support/everything-story.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { archiveOf, editionText } from '../support/test-archive.ts';

type Row = Readonly<Record<string, string>>;

let room: TestRoom;
let story: EverythingStory;
let site: DeskSite;

const rowsOf = async (address: string): Promise<readonly Row[]> => {
  const { status, html } = await site.get(address, null);
  expect([address, status]).toEqual([address, 200]);
  return parse(html, { bom: true, columns: true });
};
const jsonOf = async (address: string): Promise<unknown> => JSON.parse((await site.get(address, null)).html);
const pick = (rows: readonly Row[], ...columns: readonly string[]) =>
  rows.map((row) => columns.map((column) => row[column]));

beforeAll(async () => {
  room = aFileRoom();
  ({ story } = await aRegisterOfEverything(room));
  const unclear = editionText(1, {
    title: 'ไม่รู้ว่าที่ใดทดสอบ',
    places: '[]',
    possiblePlaces: "['990101', '990102']",
    adopted: '{ start: 2017-01-01 }',
  });
  const undated = editionText(1, { title: 'ไม่รู้วันทดสอบ', label: 'null', adopted: 'null' });
  for (const [slug, text] of [
    ['test-unclear', unclear],
    ['test-undated', undated],
  ] as const) {
    const archive = archiveOf([text], { name: { type: 'charters', slug } });
    const imported = await importArchive(story.register, archive, story.now());
    if (!imported.ok) throw new Error(JSON.stringify(imported));
  }
  story.setClock('2026-11-23T03:00:00.000Z');
  const place = idOf(await claimPlaceOf(story, room, story.people.publisherB, story.now()));
  await decide(story, place, 'accepted');
  site = await aDeskSite(story.register, { now: story.now });
}, 60_000);
afterAll(() => {
  story?.register.close();
  room?.remove();
});

describe('the files of a network', () => {
  test('have its members in their roles and the works that came out of it, which cite themselves', async () => {
    const rows = await rowsOf('/networks/test-network.csv');
    expect(pick(rows, 'row', 'organisation', 'role', 'since', 'place_codes', 'title')).toEqual([
      ['member', hubOrganisation.slug, 'hub', '2019-05-15', '9901', ''],
      ['work', '', '', '', '9901', 'ข้อตกลงเครือข่ายทดสอบ'],
    ]);
    expect(rows[0]?.['sources']).not.toBe('');
    expect(rows[1]?.['citation']).toMatch(/\/agreements\/test-network\/editions\/1\. SHA-256 [0-9a-f]{12}/);
    const document = networkShape.parse(await jsonOf('/networks/test-network.json'));
    expect(document).toMatchObject({
      total: 1,
      works: [{ slug: agreement.slug, sha256: rows[1]?.['sha256'] }],
    });
    expect(document.address).toMatch(/\/networks\/test-network\.json\?asOf=2026/);
  });

  test('are refused where the page is, and as of a moment before it was known, in a sentence', async () => {
    const missing = await site.get('/networks/no-such.json', null);
    expect([missing.status, JSON.parse(missing.html).error.code]).toEqual([404, 'network_not_found']);
    expect((await site.get('/networks/test-network.csv?asOf=2020-12-31', null)).status).toBe(400);
    const none = await site.get('/networks/test-network.csv?asOf=สักวัน', null);
    expect([none.status, none.html]).toEqual([400, expect.stringContaining('อ่านวันที่')]);
    expect((await site.get('/networks/test-network.xml', null)).status).toBe(404);
  });
});

describe('the files of an organisation', () => {
  test('have the works that name it, with role and date, and those that it joined through the register', async () => {
    const north = await rowsOf(`/organisations/${northOrganisation.slug}.csv`);
    expect(pick(north, 'type', 'role', 'known_by', 'signed')).toContainEqual([
      'agreements',
      'member',
      'edition',
      '2025-06-01',
    ]);
    const south = await rowsOf(`/organisations/${southOrganisation.slug}.csv`);
    expect(pick(south, 'type', 'edition', 'known_by', 'confirmed_on')).toEqual([
      ['agreements', '1', 'accession', '2026-11-23'],
    ]);
    const document = organisationPartsShape.parse(
      await jsonOf(`/organisations/${southOrganisation.slug}.json`),
    );
    expect(document).toMatchObject({ total: 1, works: [{ knownBy: 'accession', slug: agreement.slug }] });
  });

  test('leave out what was joined later, and without a work are a table without rows', async () => {
    const before = `/organisations/${southOrganisation.slug}.csv?asOf=2026-11-22`;
    expect(await rowsOf(before)).toEqual([]);
    expect((await site.get(before, null)).html).toContain('known_by');
    expect((await site.get('/organisations/no-such.csv', null)).status).toBe(404);
  });
});

describe('the files of a place', () => {
  test('tell the works that stand in it from those that may, and from those of the places above', async () => {
    const rows = await rowsOf('/places/990101.csv');
    const ties = Object.groupBy(rows, ({ tie = '' }) => tie);
    expect(ties['here']?.map(({ title }) => title)).toContain('ไม่รู้วันทดสอบ');
    expect(ties['possible']?.map(({ title }) => title)).toEqual(['ไม่รู้ว่าที่ใดทดสอบ']);
    expect(ties['above']?.map(({ title }) => title)).toEqual(['ข้อตกลงเครือข่ายทดสอบ']);
    const document = placeWorksShape.parse(await jsonOf('/places/990101.json'));
    expect(document.works.map(({ tie, title }) => [tie, title])).toEqual(pick(rows, 'tie', 'title'));
    expect(document.total).toBe(rows.length);
  });

  test('have on a day the editions of that day, and apart those of which nobody knows since when', async () => {
    const rows = await rowsOf('/places/990101/@2017-12.csv');
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(['2017-12-31']));
    expect(pick(rows, 'tie', 'title', 'edition')).toContainEqual(['stood', 'แม่แบบทดสอบ', '1']);
    expect(pick(rows, 'tie', 'title', 'edition')).toContainEqual(['undated', 'ไม่รู้วันทดสอบ', '1']);
    const page = (await site.get('/places/990101/@2017-12', null)).html.replace(/<[^>]+>/g, '');
    for (const { title = '' } of rows) expect([title, page.includes(title)]).toEqual([title, true]);
  });

  test('lead from a date of another form to the fixed one, and refuse what is no date and no place', async () => {
    const moved = await site.get('/places/990101/@๒๕๖๐.csv?asOf=2026-11-22', null);
    expect([moved.status, moved.location]).toEqual([302, '/places/990101/@2017.csv?asOf=2026-11-22']);
    expect((await site.get('/places/990101/@never.csv', null)).status).toBe(400);
    expect((await site.get('/places/990199.csv', null)).status).toBe(404);
    expect((await site.get('/places/990199/@2560.csv', null)).status).toBe(302);
  });

  test('count the places inside one as the page of that place counts them', async () => {
    const rows = await rowsOf('/places.csv?inside=9901');
    expect(pick(rows, 'code', 'name')).toEqual([
      ['990102', 'ตำบลทดสอบใต้'],
      ['990101', 'ตำบลทดสอบเหนือ'],
    ]);
    const here = (await rowsOf('/places/990101.csv')).filter(({ tie }) => tie === 'here');
    expect(rows.find(({ code }) => code === '990101')?.['works']).toBe(String(here.length));
    const document = placesShape.parse(await jsonOf('/places.json'));
    expect([document.inside, document.places.map(({ code }) => code)]).toEqual([null, ['99']]);
    expect((await site.get('/places.csv?inside=88', null)).status).toBe(404);
  });
});

describe('the files of topics', () => {
  test('count the works of each topic, whose own files have them', async () => {
    const document = topicsShape.parse(await jsonOf('/topics.json'));
    const waste = document.topics.find(({ topic }) => topic === 'issues/waste');
    const rows = await rowsOf('/topics/issues/waste.csv');
    expect(rows.length).toBeGreaterThan(1);
    expect(waste?.works).toBe(rows.length);
    const narrowed = await rowsOf('/topics/issues/waste.csv?type=cases');
    expect(pick(narrowed, 'title')).toEqual([['กรณีทดสอบ']]);
    const told = await rowsOf('/topics.csv');
    expect(told.filter(({ row }) => row === 'topic')).toHaveLength(document.total);
    expect(told.filter(({ row }) => row === 'scheme')).toHaveLength(document.schemes.length);
  });

  test('refuse a topic that does not exist, and what narrows to nothing that exists', async () => {
    expect((await site.get('/topics/issues/no-such.csv', null)).status).toBe(404);
    const wrong = await site.get('/topics/issues/waste.json?year=never', null);
    expect([wrong.status, JSON.parse(wrong.html).error.code]).toEqual([400, 'parameters_not_understood']);
  });
});

test.each(['networks', 'topics', 'places'])('the API answers %s with what the file has', async (page) => {
  expect(await jsonOf(`/api/v1/${page}`)).toEqual(await jsonOf(`/${page}.json`));
});

test.each([
  '/networks',
  '/networks/test-network',
  `/organisations/${northOrganisation.slug}`,
  '/topics',
  '/topics/issues/waste',
  '/places',
  '/places/990101',
  '/places/990101/@2017-12',
])('%s leads to its files, and to the address under which they stay', async (address) => {
  const { html } = await site.get(address, null);
  for (const file of [`${address}.csv`, `${address}.json`]) {
    expect(html).toContain(`href="${file}"`);
    expect((await site.get(file, null)).status).toBe(200);
  }
  const [, lasting = ''] = /href="([^"]+)"[^>]*>ที่อยู่ที่ให้แถวเดิมเสมอ/.exec(html) ?? [];
  expect((await site.get(lasting.replaceAll('&amp;', '&'), null)).status).toBe(200);
});
