import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import type { ChildServer } from '../support/child-server.ts';
import { objectionsTo } from '../support/objections.ts';
import {
  aTypingFolder,
  keepState,
  openText,
  serveTyping,
  signIn,
  type TypingFolder,
} from '../support/typing-site.ts';

/* A text that is typed in a real browser, with everything that happens to officers. The steps do not build on another. */

let site: TypingFolder;
let server: ChildServer;
let browser: Browser;
let context: BrowserContext;
let address: string;
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  site = await aTypingFolder();
  server = await serveTyping(site);
  browser = await launchBrowser();
  address = server.origin + site.path;
  const first = await browser.newContext();
  await signIn(first, server.origin, 'typist');
  signedIn = await first.storageState();
  await first.close();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
});
beforeEach(async () => {
  context = await browser.newContext({ storageState: signedIn });
});
afterEach(() => context.close());

const body = '#field-body';
/** Types behind what is there. */
async function type(page: Page, text: string): Promise<void> {
  await page.focus(body);
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}
const until = (page: Page, state: string) =>
  page.waitForSelector(`draft-keeper[data-state=${state}]`, { timeout: 15_000 });
/** From now on nothing that this page sends arrives, not even while it goes. */
const cutLine = (page: Page) =>
  page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('the line is cut'));
  });
async function bodyOnServer(): Promise<string> {
  const page = await context.newPage();
  await page.goto(address);
  const text = await page.inputValue(body);
  await page.close();
  return text;
}

describe('what is typed', () => {
  test('is saved by itself within two seconds, and the page says so', async () => {
    const page = await openText(context, address);
    await type(page, '\n\nทดสอบพิมพ์หนึ่ง');
    await page.waitForTimeout(2000);
    expect(await keepState(page)).toBe('saved');
    expect(await page.locator('draft-keeper').innerText()).toMatch(/^บันทึกแล้ว \d\d\.\d\d\u00a0น\.$/);
    expect(await bodyOnServer()).toContain('ทดสอบพิมพ์หนึ่ง');
  });

  test('offline stays in the browser over a reload, is offered with what differs, and is sent when taken', async () => {
    const page = await openText(context, address);
    await cutLine(page);
    await type(page, '\n\nทดสอบออฟไลน์');
    await until(page, 'unreachable');
    expect(await page.locator('draft-keeper').innerText()).toContain('เก็บไว้ในเครื่องนี้แล้ว');
    await page.close();
    expect(await bodyOnServer()).not.toContain('ทดสอบออฟไลน์');
    const again = await openText(context, address);
    const offer = again.locator('.draft-keeper__found');
    expect(await offer.innerText()).toContain('พบข้อความที่ยังไม่ได้ส่ง');
    expect(await offer.locator('ins').innerText()).toContain('ทดสอบออฟไลน์');
    expect(await again.inputValue(body)).not.toContain('ทดสอบออฟไลน์');
    await offer.getByRole('button', { name: 'ใช้ข้อความนี้' }).click();
    await until(again, 'saved');
    expect(await bodyOnServer()).toContain('ทดสอบออฟไลน์');
    await again.reload();
    await again.waitForSelector('draft-keeper[data-ready]', { state: 'attached' });
    expect(await again.locator('.draft-keeper__found').count()).toBe(0);
  });

  test('offline in two windows is offered twice, the newest first, each under a heading of its own', async () => {
    for (const word of ['ทดสอบหน้าต่างแรก', 'ทดสอบหน้าต่างหลัง']) {
      const page = await openText(context, address);
      await cutLine(page);
      await type(page, `\n\n${word}`);
      await until(page, 'unreachable');
      await page.close();
    }
    const again = await openText(context, address);
    const headings = again.locator('.draft-keeper__found h2');
    expect((await headings.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'พบข้อความที่ยังไม่ได้ส่ง (1 จาก 2)',
      'พบข้อความที่ยังไม่ได้ส่ง (2 จาก 2)',
    ]);
    expect(await again.locator('.draft-keeper__found ins').first().innerText()).toContain('ทดสอบหน้าต่างหลัง');
    expect(await objectionsTo(again)).toEqual([]);
  });

  test('is in nobody else’s sight on the same computer', async () => {
    const page = await openText(context, address);
    await cutLine(page);
    await type(page, '\n\nทดสอบความลับ');
    await until(page, 'unreachable');
    await page.close();
    await context.clearCookies();
    await signIn(context, server.origin, 'colleague');
    const other = await openText(context, address);
    expect(await other.locator('.draft-keeper__found').count()).toBe(0);
    expect(await other.content()).not.toContain('ทดสอบความลับ');
  });

  test('after the session is over waits, is not saved under another name, and goes on after signing in', async () => {
    const page = await openText(context, address);
    await context.clearCookies();
    await type(page, '\n\nทดสอบหมดเวลา');
    await until(page, 'session_over');
    await signIn(context, server.origin, 'colleague');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await until(page, 'other_person');
    await context.clearCookies();
    await signIn(context, server.origin, 'typist');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await until(page, 'saved');
    expect(await bodyOnServer()).toContain('ทดสอบหมดเวลา');
  });

  test('in two windows meets itself calmly, and both texts are merged', async () => {
    const one = await openText(context, address);
    const other = await openText(context, address);
    await type(one, '\n\nทดสอบหน้าต่างหนึ่ง');
    await until(one, 'saved');
    await type(other, '\n\nทดสอบหน้าต่างสอง');
    await until(other, 'conflict');
    expect(await other.locator('draft-keeper').innerText()).toContain('ท่านบันทึกร่างนี้จากหน้าต่างอื่นก่อน');
    await other.getByRole('button', { name: 'ดูทั้งสองชุดและรวมข้อความ' }).click();
    await other.waitForSelector('.merge__conflict');
    await other.getByLabel('เก็บทั้งสอง').check();
    await other.getByRole('button', { name: 'บันทึกข้อความที่รวมแล้ว' }).click();
    await other.waitForSelector('draft-keeper[data-ready]', { state: 'attached' });
    expect(await other.locator('.draft-keeper__found').count()).toBe(0);
    const merged = await bodyOnServer();
    expect(merged).toContain('ทดสอบหน้าต่างหนึ่ง');
    expect(merged).toContain('ทดสอบหน้าต่างสอง');
  });

  test('with the save button is saved once, also while it is saving itself', async () => {
    const page = await openText(context, address);
    await type(page, '\n\nทดสอบปุ่มบันทึก');
    await page.getByRole('button', { name: 'บันทึกร่าง' }).click();
    await page.waitForURL(/\?saved=/);
    await page.waitForSelector('draft-keeper[data-ready]', { state: 'attached' });
    expect(await page.locator('.draft-keeper__found').count()).toBe(0);
    expect(await bodyOnServer()).toContain('ทดสอบปุ่มบันทึก');
  });

  test('and not arrived holds up signing out, which then leaves nothing when asked to', async () => {
    const page = await openText(context, address);
    await cutLine(page);
    await type(page, '\n\nทดสอบออกจากระบบ');
    await until(page, 'unreachable');
    await page.locator('form[data-signs-out] button').click();
    const dialog = page.locator('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'กลับไปทำต่อ' }).click();
    expect(page.url()).toBe(address);
    await page.locator('form[data-signs-out] button').click();
    await page.getByRole('button', { name: 'และลบข้อความออกจากเครื่องนี้' }).click();
    await page.waitForURL('**/login');
    await signIn(context, server.origin, 'typist');
    const again = await openText(context, address);
    expect(await again.locator('.draft-keeper__found').count()).toBe(0);
  });
});
