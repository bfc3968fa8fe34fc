import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCold, promised } from '../bench/reading.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
beforeAll(async () => {
  server = await startBuiltServer();
}, 120_000);
afterAll(() => server?.remove());

const ask = (address: string) => fetch(server.origin + address, { redirect: 'manual' });
const open = async (address: string): Promise<string> => (await ask(address)).text();
const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"#]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe('the way from the home page to a charter', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  test('is three taps over province and district on a phone without scripts, and no page of it is heavy', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`${server.origin}/`);
    const taps = ['จ.พะเยา', 'อ.เมืองพะเยา', 'ธรรมนูญสุขภาพคนตำบลสันป่าม่วง'];
    for (const text of taps) {
      const link = page.locator('.columns a', { hasText: text });
      const box = await link.first().boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
      await link.first().click();
      const { pathname } = new URL(page.url());
      const cold = await openCold(browser, server.origin + pathname);
      expect([pathname, cold.bytes <= promised.bytes]).toEqual([pathname, true]);
    }
    expect(new URL(page.url()).pathname).toBe('/charters/san-pa-muang-health');
    await context.close();
  }, 120_000);
});

describe('both ends of a relation', () => {
  test('name each other, with the clause that is pointed at', async () => {
    expect(linksOf(await open('/charters/sanam-chai-liveable'))).toContain(
      '/charters/songkhla-liveable-tambons',
    );
    const target = await open('/charters/songkhla-liveable-tambons');
    expect(target).toContain('มีเอกสารที่นำไปปฏิบัติ');
    expect(linksOf(target)).toContain('/charters/sanam-chai-liveable');
    const charter = await open('/charters/model-tambon-charter');
    expect(charter).toMatch(/href="\/plans\/model-resilience-plan"[\s\S]{0,200}href="#cl-23"/);
  });
});

describe('a tambon without documents', () => {
  test('says so, and how to send one in', async () => {
    const answer = await ask('/places/100101');
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('ยังไม่มีเอกสารของ');
    expect(linksOf(html)).toContain('/about/submit');
  });
});

describe('a dated address', () => {
  test.each([
    ['/charters/san-pa-muang-health/@2561', 302, '/charters/san-pa-muang-health/@2018'],
    [
      '/charters/san-pa-muang-health/@%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%91-%E0%B9%90%E0%B9%95',
      302,
      '/charters/san-pa-muang-health/@2018-05',
    ],
    ['/charters/san-pa-muang-health/@2018', 302, '/charters/san-pa-muang-health/editions/1'],
    ['/charters/san-pa-muang-health/@2018-13', 400, null],
    [
      '/charters/san-pa-muang-health/editions?on=1%20%E0%B8%A1.%E0%B8%84.%202562',
      302,
      '/charters/san-pa-muang-health/@2019-01-01',
    ],
    ['/charters/san-pa-muang-health/editions?on=sometime', 400, null],
    ['/places/560118/@2562', 302, '/places/560118/@2019'],
    ['/places/560118/@2019-02-30', 400, null],
    ['/places/569999/@2019', 404, null],
    [
      '/places/560118?on=1+%E0%B8%A1%E0%B8%81%E0%B8%A3%E0%B8%B2%E0%B8%84%E0%B8%A1+2562',
      302,
      '/places/560118/@2019-01-01',
    ],
    ['/places/560118?on=%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%92', 302, '/places/560118/@2019'],
    ['/places/560118?on=sometime', 400, null],
  ])('%s is answered with %i', async (address, status, location) => {
    const answer = await ask(address);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
    if (status !== 302) expect(await answer.text()).toMatch(/[ก-๙]{10}/);
  });

  test('of a place shows what stood then, in the edition of that day', async () => {
    const html = await open('/places/560118/@2019-01-01');
    expect(linksOf(html)).toContain('/charters/san-pa-muang-health/editions/1');
    expect(html).toContain('1\u00a0มกราคม\u00a02562');
    expect(linksOf(await open('/places/560118/@2000'))).not.toContain(
      '/charters/san-pa-muang-health/editions/1',
    );
  });
});

describe('the map of provinces', () => {
  test('shows each province with its count and leads to it, and the page stays small', async () => {
    const html = await open('/places');
    const outlines = [
      ...html.matchAll(
        /<a href="\/places\/(\d\d)" tabindex="-1" class="shade-(\d)">\s*<title>([^<]+)<\/title>/g,
      ),
    ];
    expect(outlines).toHaveLength(77);
    const songkhla = outlines.find(([, code]) => code === '90');
    expect(songkhla?.[3]).toMatch(/^จังหวัดสงขลา \d+ เรื่อง$/);
    expect(songkhla?.[2]).not.toBe('0');
    expect(html).toContain('MapSVG');
    expect(brotliCompressSync(html).length).toBeLessThan(50 * 1024);
  });
});

describe('a list', () => {
  test('shows what is chosen as chips that take it away again', async () => {
    const html = await open('/charters?province=90&standing=hearing');
    const chips = [...html.matchAll(/class="chip" href="([^"]+)"/g)].map(([, href]) => href);
    expect(chips).toEqual(['/charters?standing=hearing', '/charters?province=90']);
  });

  test('opens behind each link of its facets as many rows as the count says', async () => {
    const html = await open('/charters');
    const links = [
      ...html.matchAll(
        /<a class="tap" href="(\/charters\?(?:standing|evidence|provenance)=[^"]+)">[^<]+<\/a>\s*<span class="count">(\d+)<\/span>/g,
      ),
    ];
    expect(links.length).toBeGreaterThan(5);
    for (const [, href = '', count] of links) {
      const [, found] = /<h2 id="results">[\s\S]*?<span class="count">(\d+)/.exec(await open(href)) ?? [];
      expect([href, found]).toEqual([href, count]);
    }
  });

  test.each(['standing=in-force', 'topic=issues/nothing', 'evidence=rumour', 'sort=best'])(
    '%s is answered with a sentence and the whole list',
    async (query) => {
      const answer = await ask(`/charters?${query}`);
      expect(answer.status).toBe(400);
      const html = await answer.text();
      expect(html).toMatch(/ไม่มี[ก-๙]+ที่ระบุในที่อยู่/);
      expect(linksOf(html)).toContain('/charters');
    },
  );
});

describe('the topics', () => {
  test('say of a scheme that is known by name only how many its source claims, and list none', async () => {
    const html = await open('/topics');
    expect(html).toContain('แหล่งบอกว่ามี ๘๘ แต่ไม่มีรายชื่อ');
    expect(linksOf(html)).toContain('/topics/issues/waste');
    expect((await ask('/topics/eighty-eight-proposals/anything')).status).toBe(404);
  });

  test('are reached from an edition and lead back to it', async () => {
    const topics = linksOf(await open('/charters/san-pa-muang-health')).filter((href) =>
      href.startsWith('/topics/'),
    );
    expect(topics.length).toBeGreaterThan(0);
    expect(linksOf(await open(topics[0] ?? ''))).toContain('/charters/san-pa-muang-health');
  });
});

describe('the clauses of several places beside each other', () => {
  test('stay at the moment that was asked for when one of several places of a name is chosen', async () => {
    const asked = '/compare?topic=issues/waste&place=';
    const [, asOf = ''] = /[?&;]asOf=([^"&]+)/.exec(await open(`${asked}56`)) ?? [];
    expect(asOf).not.toBe('');
    const html = await open(`${asked}${encodeURIComponent('เมือง')}&asOf=${asOf}`);
    const choices = linksOf(/มีหลายพื้นที่ชื่อ[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '');
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.filter((href) => !href.includes(`asOf=${asOf}`))).toEqual([]);
  });
});
