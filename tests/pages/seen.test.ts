import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCold, promised } from '../bench/reading.ts';
import { launchBrowser } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

/** The lists of the other types are the page of the charters again. */
const { agreements: _a, plans: _b, projects: _c, cases: _d, ...kinds } = pageKinds;
const addresses = Object.values(kinds);

/** Tests run beside others on the same machine; `npm run bench -- reading` measures the time itself. */
const BUSY_MACHINE = 2;

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

const open = async (address: string): Promise<string> => (await fetch(server.origin + address)).text();

async function withPage<T>(
  options: { readonly width: number; readonly scheme?: 'light' | 'dark' },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 740 },
    colorScheme: options.scheme ?? 'light',
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe is asked in each look of a page: the first is asked everything, the others what a look can change. */
const rulesOf = {
  light: null,
  dark: ['color-contrast'],
  'text at 200 %': ['target-size', 'scrollable-region-focusable', 'color-contrast'],
  print: ['color-contrast'],
} as const;

describe('a page in the browser', () => {
  test.each(['light', 'dark', 'text at 200 %', 'print'] as const)(
    'has nothing that axe objects to (%s)',
    async (look) => {
      const found = await withPage(
        { width: 360, scheme: look === 'dark' ? 'dark' : 'light' },
        async (page) => {
          const violations: string[] = [];
          if (look === 'print') await page.emulateMedia({ media: 'print' });
          for (const address of addresses) {
            await page.goto(server.origin + address);
            if (look === 'text at 200 %') {
              await page.evaluate(() => {
                document.documentElement.style.fontSize = '200%';
              });
            }
            const builder = new AxeBuilder({ page }).setLegacyMode();
            const rules = rulesOf[look];
            if (rules !== null) builder.withRules([...rules]);
            const { violations: here } = await builder.analyze();
            violations.push(...here.map(({ id, nodes }) => `${address} ${id} ${String(nodes[0]?.target)}`));
          }
          return violations;
        },
      );
      expect(found).toEqual([]);
    },
    180_000,
  );

  test('fits a screen of 320 px without sideways scroll, also with text at 200 %', async () => {
    const wide = await withPage({ width: 320 }, async (page) => {
      const tooWide: string[] = [];
      for (const address of addresses) {
        await page.goto(server.origin + address);
        for (const size of ['100%', '200%']) {
          const excess = await page.evaluate((fontSize) => {
            document.documentElement.style.fontSize = fontSize;
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          }, size);
          if (excess > 0) tooWide.push(`${address} ${size}: ${excess} px`);
        }
      }
      return tooWide;
    });
    expect(wide).toEqual([]);
  }, 120_000);

  test('lets a reader without a mouse go from the front page to a clause, and search', async () => {
    await withPage({ width: 1280 }, async (page) => {
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
    const bottom = await withPage({ width: 360 }, async (page) => {
      await page.goto(`${server.origin}/charters/san-pa-muang-health`);
      return page.locator('.edition__legal').evaluate((notice) => notice.getBoundingClientRect().bottom);
    });
    expect(bottom).toBeLessThan(640);
  });

  test('comes soon, light and without a jump to a slow phone on a slow line, and needs no script', async () => {
    for (const address of ['/charters/model-tambon-charter', '/charters/san-pa-muang-health']) {
      await open(address);
      const opening = await openCold(browser, server.origin + address);
      expect(opening.bytes).toBeLessThanOrEqual(promised.bytes);
      expect(opening.requests).toBeLessThanOrEqual(promised.requests);
      expect(opening.shift).toBeLessThanOrEqual(promised.shift);
      expect(opening.textAt).toBeLessThanOrEqual(promised.textAt * BUSY_MACHINE);
      expect(await open(address)).not.toMatch(/<script(?! type="application\/ld\+json")/);
    }
  }, 60_000);
});
