import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyDifference } from '../../src/domain/difference/apply-difference.ts';
import { type ComparedPart, partsOf } from '../../src/domain/difference/compared-part.ts';
import type { PartsDifference } from '../../src/domain/difference/parts-difference.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { launchBrowser } from '../support/browser.ts';
import { objectionsTo } from '../support/objections.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const work = '/charters/model-tambon-charter';
const comparison = `${work}/compare/1..2`;

let server: BuiltServer;
let browser: Browser;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const ask = (address: string) => fetch(server.origin + address, { redirect: 'manual' });
const open = async (address: string): Promise<string> => (await ask(address)).text();
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

describe('the comparison of the two editions of the model charter', () => {
  test('says in words, before any mark, what the change note of edition 2 says', async () => {
    const html = await open(comparison);
    const words = plain(html.slice(0, html.search(/<(?:ins|del)[ >]/)));
    expect(words).toContain('เพิ่ม 2 ข้อ แก้ถ้อยคำ 3 ข้อ ย้าย 1 ข้อ');
    for (const sentence of [
      'แก้ถ้อยคำข้อ 18 การจัดการขยะครัวเรือน',
      'เพิ่มข้อ 21/1 ควันไฟ ฝุ่น และความร้อน',
      'แก้ถ้อยคำข้อ 27 กองทุนสวัสดิการ',
      'แก้ถ้อยคำข้อ 38 การทบทวน',
      'เพิ่มข้อ 39 การเผยแพร่ธรรมนูญ',
      'เลื่อนข้อ 39 เดิม เรื่องการประกาศและการเริ่มใช้ ไปเป็นข้อ 40 โดยไม่แก้ถ้อยคำ',
    ]) {
      expect(words).toContain(sentence);
    }
    expect(html.match(/<article [^>]*id="change-/g)).toHaveLength(6);
    expect(words).toContain('เขียนใหม่ 3 ข้อ คือ ข้อ 18');
  });

  test('marks what came and what went by element, sign and word', async () => {
    const html = await open(comparison);
    expect(html).toMatch(
      /<del><span class="visually-hidden">[^<]*ตัดออก: <\/span><span class="sign"[^>]*>−<\/span><span class="words">สาม<\/span><\/del>/,
    );
    expect(html).toMatch(
      /<ins><span class="visually-hidden">[^<]*เพิ่ม: <\/span><span class="sign"[^>]*>\+<\/span><span class="words">สี่<\/span><\/ins>/,
    );
  });

  test('folds away what did not change, and counts it', async () => {
    expect(plain(await open(comparison))).toMatch(/อีก 35 ข้อ 9 หมวด .*ไม่เปลี่ยน/);
  });

  test('backwards says that it goes back in time, and what was added is taken out', async () => {
    const text = plain(await open(`${work}/compare/2..1`));
    expect(text).toContain('กำลังเทียบย้อนเวลา');
    expect(text).toContain('ตัดออก 2 ข้อ แก้ถ้อยคำ 3 ข้อ ย้าย 1 ข้อ');
  });
});

describe('an address of a comparison', () => {
  test('of an edition with itself leads to the edition', async () => {
    const answer = await ask(`${work}/compare/2..2`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${work}/editions/2`]);
  });

  test('with an edition that does not exist says so and offers those that do', async () => {
    const answer = await ask(`${work}/compare/1..9`);
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain('ไม่พบฉบับลำดับที่ 9');
    expect(html).toContain(`href="${work}/editions"`);
  });

  test.each(['1', '1..', '1...2', '01..2', 'a..b', '๑..๒', '1..2..3', '-1..2', '1..9999999'])(
    'that is written %s is nothing',
    async (pair) => {
      expect((await ask(`${work}/compare/${encodeURIComponent(pair)}`)).status).toBe(404);
    },
  );

  test('is linked from the editions, from the older edition and from the current one', async () => {
    for (const page of ['/editions', '/editions/1', '']) {
      expect(await open(work + page)).toContain(`href="${comparison}"`);
    }
  });
});

describe('the comparison for programs', () => {
  type Document = Readonly<Record<string, unknown>> & { readonly parts: PartsDifference };

  test('holds the difference that makes edition 2 out of edition 1', async () => {
    const document = (await (await ask(`${comparison}.json`)).json()) as Document;
    const partsIn = async (edition: number): Promise<readonly ComparedPart[]> => {
      const { manifest } = await (await ask(`${work}/editions/${edition}.json`)).json();
      const { provisions, preface } = renderBody(manifest.body);
      return partsOf(provisions, preface);
    };
    expect(applyDifference(await partsIn(1), document.parts)).toEqual(await partsIn(2));
  });

  test('has the shape that is written down', async () => {
    const document = (await (await ask(`${comparison}.json`)).json()) as Document;
    expect(Object.keys(document).sort()).toEqual(
      [
        ...['address', 'before', 'after', 'summary', 'sentences', 'isFormOnly', 'counts', 'parts', 'fields'],
        ...['parties', 'commitments', 'people', 'claims', 'relations', 'sources', 'attachments'],
      ].sort(),
    );
    expect(document).toMatchObject({
      summary: 'เพิ่ม 2 ข้อ แก้ถ้อยคำ 3 ข้อ ย้าย 1 ข้อ',
      counts: [
        { told: 'added', part: 'clause', before: 2, after: 2 },
        { told: 'reworded', part: 'clause', before: 3, after: 3 },
        { told: 'moved', part: 'clause', before: 1, after: 1 },
      ],
      parties: { added: [], removed: [], changed: [] },
    });
    expect(document.parts.filter((part) => part.kind === 'changed').map((part) => part.aspects)).toEqual([
      ['reworded'],
      ['reworded'],
      ['reworded'],
      ['renumbered'],
    ]);
  });

  test('refuses in JSON', async () => {
    const answer = await ask(`${work}/compare/1..9.json`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'edition_not_found' } });
  });
});

describe('the page of a comparison in the browser', () => {
  type Options = { readonly width: number };
  async function withPage<T>({ width }: Options, work: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({
      viewport: { width, height: 740 },
    });
    try {
      const page = await context.newPage();
      await page.goto(server.origin + comparison);
      return await work(page);
    } finally {
      await context.close();
    }
  }

  test('has nothing that axe objects to, in light and dark', async () => {
    await withPage({ width: 360 }, async (page) => {
      for (const summary of await page.locator('summary').all())
        if (await summary.isVisible()) await summary.click();
      expect(await objectionsTo(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await objectionsTo(page, 'contrast')).toEqual([]);
    });
  });

  test('fits 320 px at 200 % text, and needs no script', async () => {
    const { excess, scripts } = await withPage({ width: 320 }, (page) =>
      page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
        const { scrollWidth, clientWidth } = document.documentElement;
        return { excess: scrollWidth - clientWidth, scripts: document.scripts.length };
      }),
    );
    expect([excess, scripts]).toEqual([0, 0]);
  });

  test('tells added from removed without any colour, on screen and on paper', async () => {
    const lines = await withPage({ width: 1280 }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      return page.evaluate(() =>
        ['ins', 'del'].map((name) => {
          const mark = document.querySelector(`.compare__text ${name}`);
          const words = mark?.querySelector('.words');
          const sign = mark?.querySelector('.sign')?.textContent;
          return words ? [getComputedStyle(words).textDecorationLine, sign] : [];
        }),
      );
    });
    expect(lines).toEqual([
      ['underline', '+'],
      ['line-through', '−'],
    ]);
  });
});
