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

  it('searches from the keyboard, turns the page, and goes back and forward', async () => {
    await visit('/search', async (page) => {
      await state(page, 'idle');
      await page.keyboard.press('/');
      await page.keyboard.type('กองทุน');
      await page.keyboard.press('Enter');
      await state(page, 'results');
      expect(new URL(page.url()).searchParams.get('q')).toBe('กองทุน');
      expect(await page.locator('.search-result').count()).toBe(10);
      const first = await page.locator('.search-result__title').first().textContent();
      await page.focus('a[rel=next]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('a[rel=prev]');
      expect(new URL(page.url()).searchParams.get('page')).toBe('2');
      expect(await page.locator('.search-result__title').first().textContent()).not.toBe(first);
      expect(await page.textContent('.search-status')).toBe(
        'พบ 60 เอกสารสำหรับ “กองทุน” หน้า\u00a02\u00a0จาก\u00a06',
      );
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status');
      await page.goBack();
      await page.waitForSelector('a[rel=prev]', { state: 'detached' });
      expect(await page.locator('.search-result__title').first().textContent()).toBe(first);
      await page.goBack();
      await state(page, 'idle');
      expect(await page.locator('.search-result').count()).toBe(0);
      expect(await page.inputValue('input[name=q]')).toBe('');
      await page.goForward();
      await state(page, 'results');
      expect(await page.inputValue('input[name=q]')).toBe('กองทุน');
    });
  });

  it('leads from its own answer to the files of all of it, and from a near one to none', async () => {
    await visit('/search?q=กองทุน&type=charters&page=2', async (page) => {
      await state(page, 'results');
      const files = await page
        .locator('.search-files a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      const query = `q=${encodeURIComponent('กองทุน')}&type=charters`;
      expect(files).toEqual([`/search.csv?${query}`, `/search.json?${query}`]);
    });
    await visit('/search?q=กองทนุ', async (page) => {
      await state(page, 'results');
      expect(await page.textContent('.search-main')).toContain('ไม่มีแฟ้มให้นำไปใช้');
      expect(await page.locator('.search-files').count()).toBe(0);
    });
  }, 60_000);

  it('opens with each facet as many works as it counts, and takes the choice back', async () => {
    await visit('/search?q=ขยะ', async (page) => {
      await state(page, 'results');
      const values = await page.locator('.search-facet li').evaluateAll((items) =>
        items.map((item) => ({
          href: item.querySelector('a')?.getAttribute('href') ?? '',
          works: item.querySelector('.count')?.textContent ?? '',
        })),
      );
      expect(values.length).toBeGreaterThan(8);
      for (const { href, works } of values) {
        await page.goto(origin + href);
        await state(page, 'results');
        expect(await page.textContent('.search-status')).toContain(`พบ ${works} เอกสาร`);
        expect(await page.locator('.search-facet__chosen').count()).toBe(1);
      }
      await page.goto(`${origin}/search?q=ขยะ`);
      await page.click('.search-facet__value >> text=แผน');
      await page.waitForSelector('.chip');
      expect(new URL(page.url()).searchParams.get('type')).toBe('plans');
      expect(await page.locator('.search-result').count()).toBe(2);
      await page.click('.chip');
      await page.waitForSelector('.chip', { state: 'detached' });
      expect(await page.locator('.search-result').count()).toBe(6);
    });
  }, 30_000);

  it('shows the clauses of older editions on request only', async () => {
    const work = { workPath: '/charters/twice', title: 'ธรรมนูญสองฉบับทดสอบ' };
    const clause = (text: string) => [{ eid: 'cl-1', label: 'ข้อ 1', heading: 'ข้อ 1', text }];
    const older = { ...work, isCurrent: false, url: '/charters/twice/editions/1' };
    const records = [
      testRecord('twice', { ...older, sections: clause('เลี้ยงผึ้งโพรง และปลูกหญ้าแฝก') }),
      testRecord('twice', { ...work, url: '/charters/twice/editions/2', sections: clause('เลี้ยงผึ้งโพรง') }),
    ];
    await buildDelta({ dir, records: provider(records), changedWorkPaths: ['/charters/twice'], revision: 3 });
    await visit('/search?q=ผึ้งโพรง', async (page) => {
      await state(page, 'results');
      expect(await page.locator('.search-result__clause').count()).toBe(1);
      await page.check('input[name=older]');
      await page.waitForSelector('.search-result__other .search-result__clause');
      expect(new URL(page.url()).searchParams.get('older')).toBe('1');
      expect(await page.textContent('.search-result__other')).toContain('ฉบับก่อนหน้า');
    });
    await visit('/search?q=หญ้าแฝก', async (page) => {
      await state(page, 'results');
      expect(await page.textContent('.search-result__superseded')).toBe('ฉบับก่อนหน้า');
      expect(await page.getAttribute('.search-result__current a', 'href')).toBe('/charters/twice');
    });
  });

  it('explains a word that is asked for', async () => {
    await visit('/search?q=ภาคีคืออะไร', async (page) => {
      await page.waitForSelector('.search-direct');
      expect(await page.textContent('.search-direct')).toContain('ภาคี');
      expect(await page.getAttribute('.search-direct a', 'href')).toBe('/about/glossary#party');
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
