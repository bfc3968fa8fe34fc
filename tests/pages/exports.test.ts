import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { editionFormats } from '../../src/exports/index.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { launchBrowser } from '../support/browser.ts';
import { charterManifest } from '../support/register-with.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const hostile = '</script><b>"ทดสอบ"</b> & =1+1';
const testTitle = 'ธรรมนูญที่มีไว้ทดสอบเท่านั้น';

let server: BuiltServer;
let register: Register;
beforeAll(async () => {
  server = await startBuiltServer();
  register = openRegister({ file: join(server.dataDir, 'registry.db') });
  await publish('hostile-title', { title: hostile, provenance: 'documented', places: ['560118'] });
  await publish('test-only', { title: testTitle, provenance: 'test', places: ['560118'] });
}, 120_000);
afterAll(async () => {
  register?.close();
  await server?.remove();
});

async function publish(slug: string, changes: Partial<Manifest>): Promise<void> {
  const work = { type: 'charters', slug } as const;
  await register.write(async (transaction) => {
    const workId = await insertWork(transaction, work, null, '2026-11-21T00:00:00.000Z');
    const manifest = { ...charterManifest(work), ...changes };
    const publishedAt = '2026-11-23T00:00:00.000Z';
    await storeEdition(transaction, { workId, manifest, publishedAt, organisationIds: new Map() });
  });
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
const open = async (path: string): Promise<string> => (await get(path)).text();
const xml = new XMLParser({ isArray: (name) => ['entry', 'url', 'sitemap'].includes(name) });

type Sitemap = { readonly urlset: { readonly url: readonly { readonly loc: string }[] } };
const addressesIn = async (path: string): Promise<readonly string[]> =>
  (xml.parse(await open(path)) as Sitemap).urlset.url.map(({ loc }) => loc);

describe('the files of an edition', () => {
  test.each(editionFormats)(
    '.$extension opens under a Thai name, for every site, and is kept',
    async (format) => {
      const path = `/charters/model-tambon-charter/editions/1.${format.extension}`;
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(format.contentType);
      const disposition = answer.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(
        /^inline; filename="charters-model-tambon-charter-1\.[a-z.]+"; filename\*=UTF-8''/,
      );
      expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(
        `แม่แบบธรรมนูญตำบล (ลำดับที่ 1).${format.extension}`,
      );
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      const again = await get(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    },
  );

  test('in Markdown are byte for byte what the registrar exports, for every edition', async () => {
    let compared = 0;
    for await (const { path, text } of exportArchive(register)) {
      const [, address, number] = /^(.+)\/(\d+)\.md$/.exec(path) ?? [];
      if (address === undefined) continue;
      expect(await open(`/${address}/editions/${number}.md`)).toBe(text);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(30);
  });

  test('that are not there are refused in the form that was asked for', async () => {
    const json = await get('/charters/model-tambon-charter/editions/99.json');
    expect([json.status, json.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    expect(await json.json()).toMatchObject({ error: { code: 'edition_not_found' } });
    for (const path of ['99.txt', '1.exe', '0.json', '1.json.md']) {
      const answer = await get(`/charters/model-tambon-charter/editions/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await get('/charters/model-tambon-charter.json')).status).toBe(404);
  });
});

describe('a list as a file', () => {
  test('has the rows of all its pages, the same in both formats', async () => {
    const page = await open('/charters?province=56');
    const json = JSON.parse(await open('/charters.json?province=56')) as {
      total: number;
      works: { title: string; address: string }[];
    };
    const rows = parse(await open('/charters.csv?province=56'), { bom: true, columns: true }) as {
      address: string;
    }[];
    expect(json.total).toBe(json.works.length);
    expect(json.works.map((work) => work.title)).toEqual(expect.arrayContaining([hostile, testTitle]));
    expect(rows.map((row) => row.address)).toEqual(json.works.map((work) => work.address));
    for (const { address } of json.works) expect(page).toContain(`href="${new URL(address).pathname}"`);
    const whole = JSON.parse(await open('/charters.json')) as typeof json;
    expect(whole.works.length).toBeGreaterThan(json.works.length);
    expect(page).toContain('href="/charters.csv?province=56"');
    expect(page).toContain('href="/charters.json?province=56"');
    expect(page).toContain('href="/charters/feed.atom"');
  });

  test('is given again as of its moment with the same bytes, after something more was published', async () => {
    const first = await get('/charters.csv?province=56&rows=provisions');
    const rows = parse(await first.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['address']?.includes('san-pa-muang-health'))).toBeDefined();
    const asOf = encodeURIComponent(rows[0]?.['as_of'] ?? '');
    const addresses = ['csv', 'json'].flatMap((extension) => [
      `/charters.${extension}?province=56&asOf=${asOf}`,
      `/charters.${extension}?province=56&rows=provisions&asOf=${asOf}`,
    ]);
    const before = await Promise.all(addresses.map(open));
    await publish('published-after', { provenance: 'test', places: ['560118'] });
    expect(await Promise.all(addresses.map(open))).toEqual(before);
    expect(await open('/charters.csv?province=56')).toContain('published-after');
    const page = await open(`/charters?province=56&asOf=${asOf}`);
    expect(page).not.toContain('published-after');
    expect(page).toContain('href="/charters/san-pa-muang-health/editions/1"');
    expect(page).toContain('href="/charters?province=56"');
    expect(page).toContain(`href="/charters.csv?province=56&amp;asOf=${asOf}&amp;rows=provisions"`);
    expect(page).toContain('<meta name="robots" content="noindex');
  });

  test('as of a day in another form leads to its one form, and a day to come is no list', async () => {
    const ask = (path: string) => fetch(server.origin + path, { redirect: 'manual' });
    for (const path of ['/charters', '/charters.csv', '/charters.json']) {
      const moved = await ask(`${path}?asOf=${encodeURIComponent('๒๕๖๙-๐๑-๐๑')}&year=2560`);
      expect([moved.status, moved.headers.get('location')]).toEqual([
        302,
        `${path}?asOf=2026-01-01&year=2560`,
      ]);
      for (const asOf of ['2999-01-01', '2026-01-01', 'yesterday']) {
        expect([path, asOf, (await ask(`${path}?asOf=${asOf}`)).status]).toEqual([path, asOf, 400]);
      }
    }
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const moved = await ask(`/charters.csv?asOf=${today}`);
    expect(moved.headers.get('location')).toMatch(/^\/charters\.csv\?asOf=\d{4}-\d{2}-\d{2}T[\d.%A-Z]+$/);
    expect((await get(moved.headers.get('location') ?? '')).status).toBe(200);
  });

  test('that is asked for wrongly is not saved as another list', async () => {
    expect((await get('/charters.csv?year=abc')).status).toBe(400);
    expect((await get('/charters.csv?rows=words')).status).toBe(400);
    expect((await get('/charters.csv?rows=provisions&from=0')).status).toBe(400);
    expect((await get('/nothing.csv')).status).toBe(404);
  });
});

describe('news and maps of the register', () => {
  test('feeds name what was published last in the register, the type and the place, and no test data', async () => {
    for (const path of ['/feed.atom', '/charters/feed.atom', '/places/56/feed.atom']) {
      const answer = await get(path);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const text = await answer.text();
      expect(text).toContain(`${server.origin}/charters/hostile-title/editions/1`);
      expect(text).not.toContain(testTitle);
    }
    expect(await open('/plans/feed.atom')).not.toContain('hostile-title');
    expect((await get('/places/999999/feed.atom')).status).toBe(404);
  });

  test('the sitemap has the canonical address of every edition, answers that are there, and no test data', async () => {
    const index = xml.parse(await open('/sitemap.xml')) as {
      sitemapindex: { sitemap: { loc: string }[] };
    };
    const parts = index.sitemapindex.sitemap.map(({ loc }) => new URL(loc).pathname);
    expect(parts).toEqual(['/sitemap-pages.xml', '/sitemap-1.xml']);
    const editions = await addressesIn('/sitemap-1.xml');
    expect(editions).toContain(`${server.origin}/charters/model-tambon-charter`);
    expect(editions).toContain(`${server.origin}/charters/model-tambon-charter/editions/1`);
    expect(editions).not.toContain(`${server.origin}/charters/model-tambon-charter/editions/2`);
    const counted = `${server.origin}/agreements/northeast-54-lao-2560`;
    expect(editions).toEqual(expect.arrayContaining([`${counted}/parties`, `${counted}/commitments`]));
    const subjects = await addressesIn('/sitemap-pages.xml');
    for (const path of ['/commitments', '/compare', '/topics', '/topics/issues/waste'])
      expect(subjects).toContain(`${server.origin}${path}`);
    expect(subjects.filter((address) => address.includes('?'))).toEqual([]);
    expect(subjects).toContain(`${server.origin}/organisations/sao-khun-thong/commitments`);
    expect(editions.filter((address) => address.includes('test-only'))).toEqual([]);
    for (const address of [...editions.slice(0, 5), ...(await addressesIn('/sitemap-pages.xml'))].slice(
      0,
      40,
    )) {
      const html = await (await fetch(address)).text();
      expect(html).toContain(
        `<link rel="canonical" href="${address.replace(/\/$/, '') === server.origin ? `${server.origin}/` : address}">`,
      );
    }
    expect((await get('/sitemap-2.xml')).status).toBe(404);
  });

  test('the sitemap has the page of how a text differs from its model for each text that has one, and for no other', async () => {
    const editions = await addressesIn('/sitemap-1.xml');
    const works = editions.filter((address) => /^\/[a-z]+\/[a-z0-9-]+$/.test(new URL(address).pathname));
    const there: string[] = [];
    for (const work of works)
      if ((await fetch(`${work}/deviation.json`)).status === 200) there.push(`${work}/deviation`);
    expect(there.length).toBeGreaterThan(1);
    expect(there.length).toBeLessThan(works.length);
    expect(editions.filter((address) => address.endsWith('/deviation'))).toEqual(there);
    for (const address of there)
      expect(await (await fetch(address)).text()).toContain(`<link rel="canonical" href="${address}">`);
  });

  test('robots and browsers find the sitemap and the search', async () => {
    expect(await open('/robots.txt')).toContain(`Sitemap: ${server.origin}/sitemap.xml`);
    expect(await open('/')).toContain('href="/opensearch.xml"');
    expect((await get('/opensearch.xml')).headers.get('content-type')).toContain('opensearchdescription+xml');
  });
});

describe('the page of an edition', () => {
  test('lets its links beside headings lead to the permanent address, on the current page too', async () => {
    const anchorsOf = (html: string) =>
      [...html.matchAll(/<a class="anchor" href="([^"]+)"/g)].map(([, href]) => href);
    const current = anchorsOf(await open('/charters/model-tambon-charter'));
    expect(current).toContain('/charters/model-tambon-charter/editions/2#cl-5');
    expect(current.every((href) => href?.startsWith('/charters/model-tambon-charter/editions/2#'))).toBe(
      true,
    );
    expect(anchorsOf(await open('/charters/model-tambon-charter/editions/1'))).toContain('#cl-5');
  });

  test('offers its citation without a script, and its files', async () => {
    const html = await open('/charters/san-pa-muang-health');
    expect(html.replace(/<[^>]*>/g, '')).toContain('ธรรมนูญสุขภาพคนตำบลสันป่าม่วง. ฉบับที่\u00a06 พ.ศ.\u00a02560');
    for (const { extension } of editionFormats) {
      expect(html).toContain(`href="/charters/san-pa-muang-health/editions/1.${extension}"`);
    }
  });

  test('is shared with a picture of its own that is there', async () => {
    const html = await open('/charters/san-pa-muang-health');
    const picture = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(picture).toBe(`${server.origin}/og/charters/san-pa-muang-health/1.png`);
    const answer = await fetch(picture);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await get('/og/charters/san-pa-muang-health/9.png')).status).toBe(404);
  });

  test('keeps a hostile title as text, and breaks no rule of its policy in a real browser', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(`${server.origin}/charters/hostile-title#cl-2`);
      expect(await page.locator('h1').innerText()).toBe(hostile);
      expect(await page.locator(':target').getAttribute('id')).toBe('cl-2');
      const json = await page.locator('script[type="application/ld+json"]').textContent();
      expect(JSON.parse(json ?? '')).toMatchObject({ '@type': 'CreativeWork', name: hostile });
      await page.locator('.cite summary').click();
      expect(await page.getByLabel('BibTeX').inputValue()).toContain(
        '@misc{tammanoon-charters-hostile-title-1',
      );
      expect(said).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
