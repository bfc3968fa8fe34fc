import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrPath } from '../../src/components/qr-path.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  page = await browser.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const open = async (address: string): Promise<string> => (await fetch(server.origin + address)).text();
const codeIn = (html: string): string | undefined => /class="qr"[^>]*><path d="([^"]+)"/.exec(html)?.[1];
/** Sheets of a PDF of Chromium, which leaves page objects uncompressed. */
const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

async function print(address: string): Promise<Buffer> {
  await page.goto(server.origin + address);
  return page.pdf({ preferCSSPageSize: true });
}

describe('an edition on paper', () => {
  test('carries its name, its permanent address, its hash and a code of that address at the foot of every sheet', async () => {
    const address = '/charters/model-tambon-charter/editions/2';
    const html = await open('/charters/model-tambon-charter');
    const strip = /class="print-strip".*?<\/article>|class="print-strip".*?<\/main>/s.exec(html)?.[0] ?? '';
    expect(strip).toContain('แม่แบบ ฉบับที่ 2');
    expect(strip).toContain(`${server.origin}${address}`);
    expect(strip).toMatch(/[0-9a-f]{12}/);
    expect(codeIn(strip)).toBe(qrPath(server.origin + address).path);

    const sheets = sheetsOf(await print('/charters/model-tambon-charter'));
    expect(sheets).toBeGreaterThan(5);
    await page.emulateMedia({ media: 'print' });
    const foot = await page
      .locator('.print-strip')
      .evaluate((strip) => [
        getComputedStyle(strip).display,
        strip.parentElement && getComputedStyle(strip.parentElement).display,
      ]);
    expect(foot).toEqual(['table-footer-group', 'table']);
  });

  test('leaves out what only a screen needs', async () => {
    await page.goto(`${server.origin}/charters/model-tambon-charter`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-menu', '.site-search', '.breadcrumb', '.toc', '.site-footer nav']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    await page.emulateMedia({ media: null });
    expect(await page.locator('.print-strip').isVisible()).toBe(false);
  });
});

describe('the notice-board sheet', () => {
  test.each([
    '/charters/san-pa-muang-health',
    '/charters/model-tambon-charter',
    '/agreements/northeast-54-lao-2560',
    '/charters/phai-health',
  ])('of %s is one sheet of A4', async (work) => {
    expect(sheetsOf(await print(`${work}/poster`))).toBe(1);
    await page.emulateMedia({ media: 'print' });
    const cut = await page.locator('.poster').evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
    await page.emulateMedia({ media: null });
  });

  test('has the title, the edition as printed, the standing, the date, the place and a code that leads to the check', async () => {
    const html = await open('/charters/san-pa-muang-health/poster');
    const sheet = html.slice(html.indexOf('class="poster'));
    for (const words of [
      'ธรรมนูญสุขภาพคนตำบลสันป่าม่วง',
      'ฉบับที่\u00a06 พ.ศ.\u00a02560',
      'ประกาศใช้แล้ว',
      'ต.สันป่าม่วง',
    ]) {
      expect(sheet).toContain(words);
    }
    const check = `${server.origin}/charters/san-pa-muang-health/editions/1/check`;
    expect(codeIn(sheet)).toBe(qrPath(check).path);
    expect((await fetch(check)).status).toBe(200);
  });

  test('of an account in our own words does not pass its headings for those of the document', async () => {
    expect(await open('/charters/san-pa-muang-health/poster')).not.toContain('เรื่องในฉบับนี้');
    expect(await open('/charters/model-tambon-charter/poster')).toContain('หมวด\u00a01 บททั่วไป');
  });
});

describe('the page behind the code of a printed edition', () => {
  test('says that the current edition is current', async () => {
    const html = await open('/charters/san-pa-muang-health/editions/1/check');
    expect(html).toContain('ใช่ ฉบับนี้เป็นฉบับปัจจุบัน');
    expect(html).not.toContain('/compare/');
  });

  test('says that an older one is replaced, what changed since, and where to read it', async () => {
    const html = await open('/charters/model-tambon-charter/editions/1/check');
    expect(html).toContain('ไม่ใช่ มีฉบับใหม่แทนแล้ว');
    expect(html).toMatch(/ตั้งแต่ฉบับนี้ถึงฉบับปัจจุบัน: เพิ่ม \d+ ข้อ/);
    expect(html).toContain('href="/charters/model-tambon-charter/compare/1..2"');
    expect(html).toContain('href="/charters/model-tambon-charter/editions/1"');
  });

  test('is not there for an edition that does not exist', async () => {
    for (const number of ['9', '0', '01', 'x']) {
      const answer = await fetch(`${server.origin}/charters/san-pa-muang-health/editions/${number}/check`);
      expect(answer.status).toBe(404);
    }
  });
});

describe('a crisis card on paper', () => {
  test.each(['model-resilience-plan', 'non-phet-flood-2566'])(
    'of %s is one sheet of A4, small enough for a slow line, with a code that leads to the check',
    async (slug) => {
      const html = await open(`/plans/${slug}/card`);
      expect(Buffer.byteLength(html)).toBeLessThan(50 * 1024);
      expect(codeIn(html)).toBe(qrPath(`${server.origin}/plans/${slug}/editions/1/check`).path);
      expect(sheetsOf(await print(`/plans/${slug}/card`))).toBe(1);
    },
  );
});
