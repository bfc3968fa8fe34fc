import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

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

type Visitor = {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
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

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const everyScreen: readonly Visitor[] = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

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
    for (const visitor of everyScreen) {
      await visit('/search', visitor, async (page) => {
        await type(page, '#q', 'ธรรมนูญ');
        await page.keyboard.press('ArrowDown');
        expect(await violations(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(visitor.width ?? 0);
      });
    }
  }, 60_000);
});
