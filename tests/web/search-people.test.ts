import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { objectionsTo } from '../support/objections.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  await untilIndexed();
}, 120_000);

/** The server answers before the files of the browser's search are there. */
async function untilIndexed(): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    const index = await fetch(`${server.origin}/pagefind/manifest.json`);
    if (index.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the search index did not come');
}

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

type Visitor = {
  readonly width?: number;
  readonly javaScriptEnabled?: boolean;
};

async function visit<T>(path: string, visitor: Visitor, look: (page: Page) => Promise<T>): Promise<T> {
  const { width = 1280, ...options } = visitor;
  const context = await browser.newContext({
    ...options,
    baseURL: server.origin,
    viewport: { width, height: 740 },
  });
  try {
    const page = await context.newPage();
    await page.goto(path);
    return await look(page);
  } finally {
    await context.close();
  }
}

/**
 * What nobody should meet on a phone or a wide screen, in light or dark: what axe objects to, or a page wider than the
 * screen. Everything is asked on each width in light: what stands on a page can change with it.
 */
async function faultsOnEveryScreen(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await objectionsTo(page, colorScheme === 'light' ? 'everything' : 'contrast');
      faults.push(...found.map((one) => `${width} px, ${colorScheme}: ${one}`));
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) faults.push(`${width} px: ${wide} px wide`);
  }
  return faults;
}

const type = async (page: Page, selector: string, text: string): Promise<void> => {
  await page.focus(selector);
  await page.keyboard.type(text, { delay: 5 });
  await page.waitForSelector(`${selector}[aria-expanded=true]`);
};

describe('a name that is being typed', () => {
  test('is offered with its page, and the keyboard goes through the offers and there', async () => {
    await visit('/', {}, async (page) => {
      await type(page, '#home-search', 'สันป่าม');
      const input = page.locator('#home-search');
      expect(await page.locator('#home-search-suggestions [role=option]').first().innerText()).toBe(
        'ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา',
      );
      await page.keyboard.press('ArrowDown');
      const active = await input.getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('ArrowUp');
      expect(await input.getAttribute('aria-activedescendant')).toBeNull();
      await page.keyboard.press('Escape');
      expect(await input.getAttribute('aria-expanded')).toBe('false');
      expect(await input.inputValue()).toBe('สันป่าม');
      await page.keyboard.type('่');
      await page.waitForSelector('#home-search[aria-expanded=true]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/places/560118');
    });
  });

  test('asks nothing for one letter, and searches when nothing is chosen', async () => {
    await visit('/charters', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.focus('#site-search');
      await page.keyboard.type('ก้');
      await page.waitForTimeout(400);
      expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
      await page.keyboard.type('าน');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=*');
    });
  });

  test('is offered in a way that everyone can use, inside the width of a phone', async () => {
    await visit('/search', { width: 360 }, async (page) => {
      await type(page, '#q', 'ธรรมนูญ');
      await page.keyboard.press('ArrowDown');
      expect(await faultsOnEveryScreen(page)).toEqual([]);
      // Every look was at the list with an option chosen.
      expect(await page.locator('[role=option][aria-selected=true]').isVisible()).toBe(true);
    });
  }, 60_000);
});

const markupOf = (page: Page): Promise<string> =>
  page.locator('registry-search [aria-labelledby=results]').evaluate((section) => section.innerHTML);
const searchPage = (query: string, more = ''): string => `/search?q=${encodeURIComponent(query)}${more}`;

describe('the search page', () => {
  test.each([
    ['ขยะเปียก', '&provenance=model'],
    ['ธรรมนูญตำบล', '&page=2'],
    ['ธรรมนูญตำบลคืออะไร', '&type=agreements'],
    ['สช.', ''],
    ['ธรรมนูญ', '&type=agreements&province=สงขลา&edition=current'],
    ['ธรรมนูญ', '&provenance=model&older=1'],
    ['“รู้รับปรับตัว”', '&year=2560'],
    ['เปปเปอร์โรนี', '&type=plans'],
    ['ธรรมนูญ', '&page=999'],
    ['ก', ''],
    ['<img src=x onerror=alert(1)> ขยะ', '&province=<b>"\''],
  ])('has the same answer for %s%s from the server and in the browser', async (query, more) => {
    await visit(searchPage(query, more), {}, async (page) => {
      const fromServer = await markupOf(page);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.evaluate(() => history.pushState(null, '', `${location.pathname}?q=ขยะมูลฝอย`));
      await page.locator('[data-results]').evaluate((results) => results.append('ข้อความเก่า'));
      await page.goBack();
      await page.waitForFunction(
        () => document.querySelector('[data-results]')?.textContent?.includes('ข้อความเก่า') === false,
      );
      expect(asked).toContain('/pagefind/manifest.json');
      expect(asked).not.toContain('/search');
      expect((await markupOf(page)).replace(' aria-busy="false"', '')).toBe(fromServer);
    });
  });

  test('answers in full without a script: results, choices, pages and a way on when there is nothing', async () => {
    await visit(searchPage('ธรรมนูญ'), { javaScriptEnabled: false }, async (page) => {
      const first = await page.locator('.search-result__title').first().innerText();
      expect(await page.locator('.search-result').count()).toBe(10);
      expect(await page.locator('.search-result mark').count()).toBeGreaterThan(0);
      await page.click('a[rel=next]');
      expect(new URL(page.url()).searchParams.get('page')).toBe('2');
      expect(await page.locator('.search-result__title').first().innerText()).not.toBe(first);
      const choices = await page.locator('.search-facet li').evaluateAll((items) =>
        items.flatMap((item) => {
          const href = item.querySelector('a')?.getAttribute('href');
          return href ? [{ href, works: item.querySelector('.count')?.textContent ?? '' }] : [];
        }),
      );
      expect(choices.length).toBeGreaterThan(8);
      for (const { href, works } of choices) {
        await page.goto(href);
        expect(await page.innerText('[data-status]')).toContain(`พบ ${works} เอกสาร`);
      }
      await page.click('.chip');
      expect(await page.locator('.chip').count()).toBe(0);
      await page.fill('#q', 'เปปเปอร์โรนี');
      await page.click('.search-form button');
      expect(await page.innerText('[data-status]')).toBe('ไม่พบเอกสารสำหรับ “เปปเปอร์โรนี”');
      expect(await page.locator('.search-none a').count()).toBeGreaterThan(2);
    });
  }, 60_000);

  test('leads from a result to its clause, where the words stand', async () => {
    await visit(searchPage('ขยะเปียก'), {}, async (page) => {
      await page.click('.search-result__clause-link >> nth=0');
      await page.waitForURL(/editions\/\d+#/);
      const target = page.locator(':target');
      await target.waitFor();
      expect((await target.innerText()).replaceAll('\u200b', '')).toContain('ขยะเปียก');
      await page.goBack();
      expect(await page.locator('.search-result').count()).toBeGreaterThan(0);
      const bare = await page.locator('.search-result__clause-link').first().getAttribute('href');
      expect(bare).not.toContain(':~:');
    });
  });

  test('leads to the clause and not to a title or summary that says the same words before it', async () => {
    await visit(searchPage('ธรรมนูญตำบล'), {}, async (page) => {
      expect(await page.locator('.search-result__title mark').first().innerText()).toBe('ธรรมนูญตำบล');
      await page.click('.search-result__clause-link >> nth=0');
      await page.waitForURL(/editions\/\d+#/);
      await page.waitForFunction(() => {
        const top = document.querySelector(':target')?.getBoundingClientRect().top ?? -1;
        return window.scrollY > 0 && top >= 0 && top < window.innerHeight * 0.8;
      });
    });
  });

  test('asks the server when the index is out of reach', async () => {
    await visit('/search', {}, async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.fill('#q', 'ขยะ');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=*');
      await page.waitForSelector('.search-result');
    });
  });

  test('asks the server while the index has not taken in what was published', async () => {
    await visit('/search', {}, async (page) => {
      await page.route('**/pagefind/manifest.json', async (route) => {
        const answer = await route.fetch();
        const manifest = (await answer.json()) as { readonly isBehind: boolean };
        expect(manifest.isBehind).toBe(false);
        await route.fulfill({ response: answer, json: { ...manifest, isBehind: true } });
      });
      await page.fill('#q', 'ขยะ');
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      await page.waitForSelector('.search-result');
    });
  });

  test.each([
    ['ธรรมนูญตำบลคืออะไร', '&older=1&type=charters'],
    ['เปปเปอร์โรนี', '&province=สงขลา'],
  ])(
    'can be used by everyone, on a phone and a wide screen, light and dark: %s%s',
    async (query, more) => {
      await visit(searchPage(query, more), { width: 360 }, async (page) => {
        expect(await faultsOnEveryScreen(page)).toEqual([]);
      });
    },
    60_000,
  );

  test('answers whatever is asked with a page or one sentence', async () => {
    const hostile = [
      'ก'.repeat(201),
      '\u0e48'.repeat(150),
      '" OR * NEAR(ขยะ) {a b} : ^ - +',
      '"""',
      '😀😀😀',
      'ขยะ\u202e\u0007',
      "'; DROP TABLE works; --",
      '\ud800ก้อน',
    ];
    for (const query of hostile) {
      const response = await fetch(server.origin + searchPage(query.toWellFormed()));
      expect([200, 400]).toContain(response.status);
      const html = await response.text();
      expect(html).toContain('data-state="');
      if (response.status === 400) expect(html).toMatch(/data-status[^>]*>[^<]{20,}/);
    }
  });
});
