import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

/*
 * The whole story of the first milestone, told once as a stranger lives it: read the seeded register,
 * find things in Thai, create the first user on the command line, amend a work, publish edition 2, find
 * its new words, and still read edition 1. The steps build on one another.
 */

const charter = '/charters/san-pa-muang-health';
const newWords = 'กองทุนไข่ไก่ทดสอบเล่าเรื่อง';
const password = 'รหัสผ่านทดสอบยาวพอ';

let server: BuiltServer;
let browser: Browser;
let citizen: BrowserContext;
let officer: BrowserContext;

beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  citizen = await aVisitor();
  officer = await aVisitor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const aVisitor = () => browser.newContext({ baseURL: server.origin, locale: 'th-TH' });

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** The addresses of the works a search shows, best first. */
async function search(context: BrowserContext, query: string): Promise<readonly string[]> {
  const page = await open(context, `/search?q=${encodeURIComponent(query)}`);
  await page.waitForSelector('registry-search[data-state="results"], registry-search[data-state="none"]', {
    timeout: 15_000,
  });
  const links = await page.$$eval('.search-result__title a', (anchors) =>
    anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
  );
  await page.close();
  return links.map((link) => link.replace(/\/editions\/.*$/, ''));
}

async function registry(words: readonly string[], input: string): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['src/cli/registry.ts', ...words], {
    env: { ...process.env, DATA_DIR: server.dataDir },
  });
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  child.stderr.on('data', (bytes) => {
    output += bytes;
  });
  child.stdin.end(input);
  const [code] = (await once(child, 'exit')) as [number];
  return { code, output };
}

describe('a stranger', () => {
  test('sees the register with its records', async () => {
    const page = await open(citizen, '/');
    expect(await page.title()).toContain('ธรรมนูญ');
    await page.click('a[href="/charters"] >> nth=0');
    expect(await page.locator('h1').innerText()).toContain('ธรรมนูญ');
    expect(await page.locator('main a[href^="/charters/"]').count()).toBeGreaterThan(15);
  });

  test('opens the charter of San Pa Muang and reads its edition as printed', async () => {
    const page = await open(citizen, charter);
    expect(await page.locator('h1').innerText()).toBe('ธรรมนูญสุขภาพคนตำบลสันป่าม่วง');
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('ฉบับที่ 6 พ.ศ. 2560');
    expect(text).toContain('ไม่ใช่กฎหมาย');
    expect(text).toContain('ไม่ได้ระบุในแหล่ง');
  });

  test('sees five of fifty-four named in the agreement of the north-east', async () => {
    const page = await open(citizen, '/agreements/northeast-54-lao-2560');
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('5 จาก 54');
    expect(text).toContain('๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐');
  });

  test('finds in Thai, in both numeral sets', async () => {
    await expect
      .poll(() => search(citizen, 'มะรือโบตก'), { timeout: 20_000 })
      .toContain('/agreements/ra-ngae-9-lao-resilience');
    expect((await search(citizen, 'รู้รับปรับตัว')).slice(0, 3)).toContain('/agreements/ra-ngae-9-lao-resilience');
    const thai = await search(citizen, '๒๕๖๐');
    expect(thai).toContain(charter);
    expect(thai).toEqual(await search(citizen, '2560'));
  }, 60_000);
});

describe('the first registrar', () => {
  test('is created on the command line and not by default', async () => {
    const words = ['user', 'add', '--username', 'first', '--name', 'ผู้ทดสอบ', '--role', 'registrar'];
    expect((await registry([...words, '--password-stdin'], 'short')).code).toBe(1);
    expect(await registry([...words, '--password-stdin'], password)).toMatchObject({ code: 0 });
    const again = await registry([...words, '--password-stdin'], password);
    expect(again.code).toBe(1);
    expect(again.output).toContain('No user was added');
  });

  test('signs in, and a wrong password is refused in Thai', async () => {
    const page = await open(officer, '/desk');
    expect(page.url()).toContain('/login');
    await page.fill('input[name=username]', 'first');
    await page.fill('input[name=password]', 'not the password');
    await page.click('main button[type=submit]');
    expect(await page.locator('main').innerText()).toMatch(/ไม่ถูกต้อง/);
    await page.fill('input[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/desk');
  });

  test('amends the charter, publishes edition 2 and sees it at once at its address', async () => {
    const page = await open(officer, `/desk${charter}`);
    await page.click('button[value=amend]');
    const body = await page.inputValue('textarea[name=body]');
    await page.fill('textarea[name=body]', `${body}\n\n## เรื่องที่เพิ่ม\n\nตั้ง${newWords}`);
    await page.click('button[value=save_and_review]');
    await page.waitForURL(`**/desk${charter}/review`);
    await page.click(`main a.button[href$="/publish"]`);
    await page.check('input[name=confirm]');
    await page.click('button[value=publish]');
    await page.waitForSelector('.problem-summary');
    expect(await page.locator('main').innerText()).toContain('เปลี่ยนอะไร');
    await page.fill('textarea[name=changeNote]', 'เพิ่มเรื่องกองทุนเพื่อทดสอบ');
    await page.check('input[name=confirm]');
    await page.click('button[value=publish]');
    await page.waitForURL(`**${charter}/editions/2`);
    const reader = await open(citizen, charter);
    expect(await reader.locator('main').innerText()).toContain(newWords);
  });

  test('finds the new words from a fresh browser within five seconds of publishing', async () => {
    await expect
      .poll(
        async () => {
          const fresh = await aVisitor();
          const found = await search(fresh, newWords);
          await fresh.close();
          return found;
        },
        { timeout: 5_000 },
      )
      .toEqual([charter]);
  }, 20_000);

  test('leaves edition 1 unchanged at its own address, under a notice', async () => {
    const page = await open(citizen, `${charter}/editions/1`);
    const text = await page.locator('main').innerText();
    expect(text).not.toContain(newWords);
    expect(await page.locator(`main a[href="${charter}"]`).count()).toBeGreaterThan(0);
    const exported = await registry(['verify'], '');
    expect(exported).toMatchObject({ code: 0 });
  });

  test('signs out and the desk is closed', async () => {
    const page = await open(officer, '/desk');
    await page.click('form[action="/logout"] button');
    await page.waitForURL((address) => !address.pathname.startsWith('/desk'));
    await page.goto('/desk');
    expect(page.url()).toContain('/login');
  });
});
