import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ColdOpening, openCold, promised } from '../bench/reading.ts';
import { launchBrowser } from '../support/browser.ts';
import { objectionsTo } from '../support/objections.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { showPage } from '../support/show-page.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

/** The lists of the other types are the page of the charters again. */
const { agreements: _a, plans: _b, projects: _c, cases: _d, ...kinds } = pageKinds;
const lookedAt = Object.entries(kinds).map(([kind, address]) => ({ kind, address }));

/** Tests run beside others on the same machine; `npm run bench -- reading` measures the time itself. */
const BUSY_MACHINE = 2;

let server: BuiltServer;
let browser: Browser;
let shared: Page;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  shared = await browser.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const open = async (address: string): Promise<string> => (await fetch(server.origin + address)).text();

async function withPage<T>(width: number, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 740 } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const sizeText = (page: Page, size: string): Promise<void> =>
  page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);

/** Shows a page on a phone as those see it that axe and a ruler ask for, and answers what they object to in which look. */
async function faultsIn(page: Page, address: string, hurt = ''): Promise<readonly string[]> {
  const faults: string[] = [];
  const note = (look: string, found: readonly string[]) =>
    faults.push(...found.map((one) => `${look}: ${one}`));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  await showPage(page, address);
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, hurt);
  note('light', await objectionsTo(page));
  await page.setViewportSize({ width: 320, height: 740 });
  note('320 px', await excessOf(page));
  await sizeText(page, '200%');
  note('320 px, text at 200 %', await excessOf(page));
  await page.setViewportSize({ width: 360, height: 740 });
  // Axe passes over what is inert, but not quickly: the index of components is full of it.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[inert]')) one.replaceChildren();
  });
  note('text at 200 %', await objectionsTo(page, 'sizes'));
  await sizeText(page, '100%');
  await page.emulateMedia({ colorScheme: 'dark' });
  note('dark', await objectionsTo(page, 'contrast'));
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  note('print', await objectionsTo(page, 'contrast'));
  return faults;
}

/** By how much a page can be scrolled sideways; nothing when it fits. */
async function excessOf(page: Page): Promise<readonly string[]> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return excess > 0 ? [`${excess} px too wide`] : [];
}

/** What a busy machine does to an opening differs from one to the next; what the page does is in both. */
async function bestOpening(address: string): Promise<ColdOpening> {
  const first = await openCold(browser, address);
  if (first.shift <= promised.shift && first.textAt <= promised.textAt * BUSY_MACHINE) return first;
  return openCold(browser, address);
}

describe('a page in the browser', () => {
  test.each(lookedAt)(
    'has nothing that axe objects to, in light, dark, print and text at 200 %, and fits 320 px: $kind',
    async ({ address }) => {
      expect(await faultsIn(shared, server.origin + address)).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['light: color-contrast', 'main p { color: #999; background: #aaa; }'],
    [
      'dark: color-contrast',
      '@media (prefers-color-scheme: dark) { main p { color: #777; background: #888; } }',
    ],
    ['print: color-contrast', '@media print { main p { color: #999; background: #aaa; } }'],
    ['text at 200 %: scrollable-region-focusable', 'main p { width: 15em; height: 1lh; overflow: scroll; }'],
    ['320 px, text at 200 %', 'main h1 { width: 11em; }'],
    ['320 px:', 'main { min-width: 340px; }'],
  ])('control: a page is noticed that is at fault in %s', async (look, hurt) => {
    const faults = await faultsIn(shared, `${server.origin}/about/method`, hurt);
    expect(faults.filter((fault) => fault.startsWith(look))).not.toEqual([]);
  });

  test('lets a reader without a mouse go from the front page to a clause, and search', async () => {
    await withPage(1280, async (page) => {
      const press = async (isThere: (label: string) => boolean): Promise<void> => {
        for (let step = 0; step < 150; step += 1) {
          await page.keyboard.press('Tab');
          const label = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
          if (isThere(label)) return page.keyboard.press('Enter');
        }
        throw new Error('no such link within 150 presses of the Tab key');
      };
      await page.goto(server.origin);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
      await press((label) => label === 'ธรรมนูญพื้นที่');
      await page.waitForURL('**/charters');
      await press((label) => label === 'แม่แบบธรรมนูญตำบล');
      await page.waitForURL('**/model-tambon-charter');
      await press((label) => label.startsWith('ข้อ\u00a01 '));
      await page.waitForURL('**#*');
      expect(await page.locator(':target').isVisible()).toBe(true);

      await page.locator('#site-search').focus();
      await page.keyboard.type('ขยะ');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=*');
    });
  }, 60_000);

  test('shows its first screen of an edition within 640 px of height, down to the legal notice', async () => {
    const bottom = await withPage(360, async (page) => {
      await page.goto(`${server.origin}/charters/san-pa-muang-health`);
      return page.locator('.edition__legal').evaluate((notice) => notice.getBoundingClientRect().bottom);
    });
    expect(bottom).toBeLessThan(640);
  });

  test('comes soon, light and without a jump to a slow phone on a slow line, and needs no script', async () => {
    for (const address of [
      '/charters/model-tambon-charter',
      '/charters/san-pa-muang-health',
      '/plans/model-resilience-plan',
    ]) {
      await open(address);
      const opening = await bestOpening(server.origin + address);
      expect(opening.bytes).toBeLessThanOrEqual(promised.bytes);
      expect(opening.requests).toBeLessThanOrEqual(promised.requests);
      expect(opening.shift).toBeLessThanOrEqual(promised.shift);
      expect(opening.textAt).toBeLessThanOrEqual(promised.textAt * BUSY_MACHINE);
      expect(await open(address)).not.toMatch(/<script(?! type="application\/ld\+json")/);
    }
  }, 90_000);

  test('of an edition loads the style sheet of all pages and that of its type, and no other', async () => {
    const sheetsOf = async (address: string): Promise<readonly string[]> =>
      [...(await open(address)).matchAll(/<link rel="stylesheet" href="\/_astro\/([a-z-]+)\./g)].map(
        ([, name = '']) => name,
      );
    const [common = ''] = await sheetsOf('/charters/san-pa-muang-health');
    expect(await sheetsOf('/charters/san-pa-muang-health')).toEqual([common]);
    expect(await sheetsOf('/agreements/northeast-54-lao-2560')).toEqual([common]);
    expect(await sheetsOf('/plans/model-resilience-plan')).toEqual(['plans', common]);
    expect(await sheetsOf('/projects/songkhla-integrated-health-2566')).toEqual(['practice', common]);
    expect(await sheetsOf('/cases/nam-kum-forest/editions/1')).toEqual(['practice', common]);
  });
});
