import { mkdtemp, rename, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase, buildDelta } from '../../src/search/build-index.ts';
import { launchBrowser } from '../support/browser.ts';
import { provider } from './index-in.ts';
import { openSearchSite } from './search-site.ts';
import { sixtyRecords, testRecord } from './test-records.ts';

const hostile = testRecord('hostile', {
  title: 'ธรรมนูญทดสอบ <img src=x onerror="document.title=1"> กำแพงกันภัย',
  sections: [
    { eid: 'cl-1', label: 'ข้อ 1', heading: 'ข้อ 1', text: '<script>document.title=2</script> กำแพงกันภัย' },
  ],
});

let dir = '';
let origin = '';
let server: Server;
let browser: Browser;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'search-site-'));
  await buildBase({ dir, records: provider([...sixtyRecords(), hostile]), revision: 1 });
  ({ server, origin } = await openSearchSite(() => dir));
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  await rm(dir, { recursive: true, force: true });
});

/** A fresh visitor on an address; problems the browser complains about fail the test. */
async function visit(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  try {
    await page.goto(origin + address);
    await work(page);
    expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
  } finally {
    await context.close();
  }
}

const state = (page: Page, name: string) => page.waitForSelector(`registry-search[data-state=${name}]`);

describe('the search element', () => {
  it('answers an address with a query at once, leading to the clause with the words marked', async () => {
    await visit('/search?q=ค่าปรับ+๓๐๐', async (page) => {
      await state(page, 'results');
      expect(await page.textContent('.search-status')).toBe('พบ 10 เอกสารสำหรับ “ค่าปรับ ๓๐๐”');
      const clause = page.locator('.search-result__clause').first();
      expect(await clause.locator('a').getAttribute('href')).toMatch(/^\/\w+\/test-\d+\/editions\/1#cl-2$/);
      expect(await clause.locator('mark').allTextContents()).toEqual(['ค่าปรับ 300']);
      expect(await page.textContent('.search-result__why')).toContain('ตรงตามที่พิมพ์');
      expect(await page.inputValue('input[name=q]')).toBe('ค่าปรับ ๓๐๐');
    });
  }, 60_000);

  it('searches from the keyboard, keeps the address, and shows more on request', async () => {
    await visit('/search', async (page) => {
      expect(await page.textContent('[data-results]')).toBe('คำตอบจากเซิร์ฟเวอร์');
      await page.fill('input[name=q]', 'กองทุน');
      await page.keyboard.press('Enter');
      await state(page, 'results');
      expect(new URL(page.url()).searchParams.get('q')).toBe('กองทุน');
      expect(await page.getAttribute('.search-status', 'role')).toBe('status');
      expect(await page.locator('.search-result').count()).toBe(10);
      await page.focus('.search-more');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.search-result:nth-child(20)');
      const focused = await page.evaluate(() =>
        document.activeElement?.closest('li')?.matches(':nth-child(11)'),
      );
      expect(focused).toBe(true);
    });
  });

  it('narrows by facets with true counts and writes the choice into the address and the form', async () => {
    await visit('/search?q=ขยะ', async (page) => {
      await state(page, 'results');
      const plans = page.locator('.search-facet__value', { hasText: 'แผน' });
      expect(await plans.locator('.search-facet__count').textContent()).toBe('2');
      await plans.click();
      await page.waitForFunction(() => document.querySelectorAll('.search-result').length === 2);
      expect(new URL(page.url()).searchParams.get('type')).toBe('plans');
      expect(await page.inputValue('select[name=type]')).toBe('plans');
      expect(await page.getAttribute('.search-facet__value[aria-pressed=true]', 'type')).toBe('button');
    });
  });

  it('names a near answer, advises when there is none, and refuses what is too long', async () => {
    await visit('/search?q=ปากแพรกลองง', async (page) => {
      await state(page, 'results');
      expect(await page.textContent('.search-notice')).toContain('ไม่พบ “ปากแพรกลองง” ตรงตัว แสดงคำใกล้เคียง');
    });
    await visit('/search?q=ไดโนเสาร์อวกาศ', async (page) => {
      await state(page, 'none');
      expect(await page.locator('.search-advice li').count()).toBe(3);
    });
    await visit(`/search?q=${'ก'.repeat(300)}`, async (page) => {
      await state(page, 'refused');
      expect(await page.textContent('.search-status')).toContain('ไม่เกิน 200 ตัวอักษร');
    });
  });

  it('shows markup in a text as text', async () => {
    await visit('/search?q=กำแพงกันภัย', async (page) => {
      await state(page, 'results');
      expect(await page.textContent('.search-result__title')).toContain('<img src=x');
      expect(await page.locator('registry-search img, registry-search script').count()).toBe(0);
      expect(await page.title()).toBe('ค้นหา');
    });
  });

  it('finds a publication that came after the base, in a fresh browser', async () => {
    const fresh = testRecord('fresh', { title: 'ธรรมนูญนกยูงทดสอบ' });
    await buildDelta({ dir, records: provider([fresh]), changedWorkPaths: ['/charters/fresh'], revision: 2 });
    await visit('/search?q=นกยูง', async (page) => {
      await state(page, 'results');
      expect(await page.locator('.search-result').count()).toBe(1);
    });
  });

  it('says when the index cannot be read, and searches again when it can', async () => {
    await rename(dir, `${dir}-away`);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/search?q=ขยะ`);
    await state(page, 'error');
    expect(await page.textContent('.search-status')).toContain('โหลดดัชนีค้นหาไม่สำเร็จ');
    await rename(`${dir}-away`, dir);
    await page.click('button');
    await state(page, 'results');
    await context.close();
  });
});
