import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import type { ChildServer } from '../support/child-server.ts';
import { longBody } from '../support/long-body.ts';
import { objectionsTo } from '../support/objections.ts';
import { aTypingFolder, openText, serveTyping, signIn, type TypingFolder } from '../support/typing-site.ts';

let site: TypingFolder;
let server: ChildServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let address: string;

beforeAll(async () => {
  site = await aTypingFolder();
  server = await serveTyping(site);
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await signIn(context, server.origin, 'typist');
  address = server.origin + site.path;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
});
beforeEach(async () => {
  await page?.close();
  page = await openText(context, address);
});

const body = '#field-body';
const shown = async () => (await page.locator('.live-text__page').innerText()).replaceAll('\u00a0', ' ');

describe('beside the text', () => {
  test('stands what readers will see, and follows the typing of a text of 32 KB', async () => {
    await page.fill(body, longBody(32 * 1024));
    await expect.poll(shown, { timeout: 10_000 }).toContain('ข้อทดสอบสุดท้าย');
    await page.locator('.live-text__page').evaluate((element) => element.scrollTo(0, 400));
    await page.focus(body);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('พิมพ์ต่อท้าย');
    await expect.poll(shown, { timeout: 3000 }).toContain('พิมพ์ต่อท้าย');
    expect(await page.locator('.live-text__page').evaluate((element) => element.scrollTop)).toBe(400);
  });

  test('nothing that is typed runs as a script', async () => {
    await page.fill(
      body,
      '<img src=x onerror="document.title=1">\n\n[a](javascript:alert(1))\n\n### ข้อ 1 <b>',
    );
    await expect.poll(shown).toContain('<img');
    expect(await page.locator('.live-text__page img, .live-text__page a[href^=java]').count()).toBe(0);
  });

  test('stands nothing that the keyboard must go through on the way to saving', async () => {
    await page.fill(body, longBody(8 * 1024));
    await expect.poll(shown, { timeout: 10_000 }).toContain('ข้อทดสอบสุดท้าย');
    await page.focus(body);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let step = 0; step < 3 && !(await focused()).startsWith('ข้ามตัวอย่าง'); step += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const names: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      names.push(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
      await page.keyboard.press('Tab');
    }
    expect(names).toEqual(['changeKind', 'changeNote', 'action']);
  });

  test('stands its outline, whose lines lead into the text', async () => {
    await page.fill(body, '### ข้อ 1 ก\n\nก\n\n### ข้อ 3 ข\n\nข');
    const problem = page.locator('.outline-problems a').first();
    await expect.poll(() => problem.innerText()).toContain('ไม่มี ข้อ 2');
    await problem.click();
    const caret = await page
      .locator(body)
      .evaluate((area) => (area instanceof HTMLTextAreaElement ? area.selectionStart : -1));
    expect(caret).toBe('### ข้อ 1 ก\n\nก\n\n'.length);
  });

  test('a new provision comes at the caret with the next number, and can be undone', async () => {
    const before = '### ข้อ ๑ ก\n\nก';
    await page.fill(body, before);
    await expect.poll(shown).toContain('ข้อ ๑');
    await page.focus(body);
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: 'แทรกข้อใหม่ตรงเคอร์เซอร์' }).click();
    expect(await page.inputValue(body)).toBe(`${before}\n\n### ข้อ ๒ `);
    await page.focus(body);
    await page.keyboard.press('Control+z');
    expect(await page.inputValue(body)).toBe(before);
  });

  test('a short form is written in full when its button is pressed, and only there', async () => {
    await page.fill(body, 'อบต.ก และ อบต.ข');
    await expect.poll(shown).toContain('อบต.ข');
    await page.locator('.outline-short summary').click();
    await page.locator('.outline-short button').nth(1).click();
    expect(await page.inputValue(body)).toBe('อบต.ก และ องค์การบริหารส่วนตำบลข');
  });

  test.each([360, 1280])('nothing is out of sight or in the way at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.fill(body, `### ข้อ 1 ก\n\nอบต.ก ${width}\n\n### ข้อ 3 ข`);
    await page.waitForSelector('draft-keeper[data-state=saved]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await objectionsTo(page)).toEqual([]);
  });
});
