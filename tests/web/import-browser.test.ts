import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aWordFile } from '../intake/word-files.ts';
import { launchBrowser } from '../support/browser.ts';
import type { ChildServer } from '../support/child-server.ts';
import { aTypingFolder, openText, serveTyping, signIn, type TypingFolder } from '../support/typing-site.ts';

/* Texts from elsewhere, brought in by a real browser through the real server. */

let site: TypingFolder;
let server: ChildServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  site = await aTypingFolder();
  server = await serveTyping(site);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
});
afterEach(() => context.close());

async function anOfficer(options: { readonly javaScriptEnabled: boolean }): Promise<BrowserContext> {
  context = await browser.newContext({ ...options, viewport: { width: 360, height: 740 } });
  await signIn(context, server.origin, 'typist');
  return context;
}
const isWithinScreen = (page: Page) =>
  page.locator('body').evaluate((body) => body.scrollWidth <= document.documentElement.clientWidth);
const body = '#field-body';

describe('on a phone and without JavaScript', () => {
  test('a Word file is chosen, looked at and put in place of the text', async () => {
    const page = await (await anOfficer({ javaScriptEnabled: false })).newPage();
    await page.goto(`${server.origin}${site.path}/import`);
    const buffer = await aWordFile(
      [
        { kind: 'chapter', shape: 'two_lines', number: 1, text: 'บทจากไฟล์' },
        { kind: 'clause', shape: 'automatic', number: 1, text: 'ให้นำเข้าจากไฟล์' },
      ],
      true,
    );
    await page.setInputFiles('#import-file', {
      name: 'ธรรมนูญ.docx',
      mimeType: 'application/octet-stream',
      buffer,
    });
    await page.click('button[value=read_file]');
    expect(await page.inputValue(body)).toBe('## หมวด ๑ บทจากไฟล์\n\nข้อ ๑ ให้นำเข้าจากไฟล์');
    expect(await page.locator('.import-notes').innerText()).toContain('รูปภาพ 1 รูป');
    await page.click('button[value=replace]');
    expect(await page.inputValue(body)).toBe('## หมวด ๑ บทจากไฟล์\n\nข้อ ๑ ให้นำเข้าจากไฟล์');
  });

  test('news is read, and what is ticked is in the draft', async () => {
    const page = await (await anOfficer({ javaScriptEnabled: false })).newPage();
    await page.goto(`${server.origin}${site.path}/import`);
    await page.fill('#import-news', 'เมื่อ ๑๕ พฤษภาคม พ.ศ.๒๕๖๐ มี 15 ตำบล เดิม ๒๒ ตำบล');
    await page.click('button[value=read_news]');
    expect(await page.locator('.conflicts').innerText()).toContain('ไม่เท่ากัน');
    expect(await isWithinScreen(page)).toBe(true);
    await page.check('input[name^="take.quantity"]');
    await page.selectOption('select[name^="as.quantity"]', 'claim');
    await page.fill('[name=sourceTitle]', 'ข่าวทดสอบ');
    await page.click('button[value=take]');
    expect(await page.locator('[role=status]').first().innerText()).toContain('นำเข้า 1 รายการแล้ว');
  });
});

describe('what is pasted into the text', () => {
  /** Pastes as the browser does, with what Word puts on the clipboard. */
  const paste = (page: Page, html: string, plain: string) =>
    page.locator(body).evaluate(
      (field, data) => {
        if (!(field instanceof HTMLTextAreaElement)) return;
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', data.html);
        clipboardData.setData('text/plain', data.plain);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      { html, plain },
    );
  const html =
    '<p align=center>หมวด ๙</p><p align=center>จากการวาง</p><p>ข้อ ๙๙ ให้<b>วาง</b></p><img src="x.png" onerror="alert(1)">';

  test('comes at the caret as Markdown, apart from the words before it, says what was left out, and can be undone', async () => {
    const page = await openText(await anOfficer({ javaScriptEnabled: true }), server.origin + site.path);
    const before = await page.inputValue(body);
    await paste(page, html, 'ธรรมดา');
    await page.waitForSelector('.import-notes', { timeout: 15_000 });
    const divider = before === '' ? '' : '\n\n';
    expect(await page.inputValue(body)).toBe(`${before}${divider}## หมวด ๙ จากการวาง\n\nข้อ ๙๙ ให้**วาง**`);
    expect(await page.locator('.paste-report').innerText()).toContain('รูปภาพ 1 รูป');
    await page.focus(body);
    await page.keyboard.press('Control+z');
    expect(await page.inputValue(body)).toBe(before);
  });

  test('comes as plain words when the line is cut', async () => {
    const page = await openText(await anOfficer({ javaScriptEnabled: true }), server.origin + site.path);
    const before = await page.inputValue(body);
    await page.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('the line is cut'));
    });
    await paste(page, html, 'คำธรรมดาที่วาง');
    await page.waitForFunction(() =>
      document.querySelector('.paste-report')?.textContent?.includes('ข้อความธรรมดา'),
    );
    expect(await page.inputValue(body)).toBe(`${before}คำธรรมดาที่วาง`);
  });
});
