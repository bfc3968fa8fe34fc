import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertOrganisation } from '../../db/organisations.ts';
import { addUser } from '../../src/auth/add-user.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { launchBrowser } from '../support/browser.ts';
import type { ChildServer } from '../support/child-server.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { switchFourEyes } from '../support/register-with.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';
import {
  aTypingFolder,
  serveTyping,
  signIn,
  type TypingFolder,
  typingPassword,
} from '../support/typing-site.ts';

/*
 * The officer of a local government says where a clause comes from, with the keyboard alone and without a script, and
 * publishes it. The steps build on one another.
 */

const own: WorkName = { type: 'charters', slug: 'test-own' };
const source: WorkName = { type: 'charters', slug: 'test-source' };
const pathOf = ({ type, slug }: WorkName): string => `/${type}/${slug}`;
const waste =
  'ทุกครัวเรือนคัดแยกขยะเปียกออกจากขยะแห้งก่อนนำไปทิ้ง และนำขยะเปียกไปทำปุ๋ยใช้ในสวนของตน หมู่บ้านจัดวันรับซื้อขยะเดือนละครั้ง';
const adapted = waste.replace('เดือนละครั้ง', 'เดือนละสองครั้ง');
const begins = '2026-11-22T00:00:00.000Z';

let folder: TypingFolder;
let server: ChildServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await aTypingFolder();
  await folder.withRegister(async (register) => {
    await register.write((transaction) => insertOrganisation(transaction, northOrganisation));
    await switchFourEyes(register, northOrganisation.slug, false);
    const role = { role: 'publisher', organisation: northOrganisation.slug } as const;
    const officer = { username: 'officer', displayName: 'เจ้าหน้าที่ทดสอบ', password: typingPassword };
    expect(await addUser(register, { ...officer, ...role, now: begins })).toMatchObject({ ok: true });
    for (const [name, steward, body] of [
      [source, null, `### ข้อ 1 ชื่อ\n\nธรรมนูญต้นทาง\n\n### ข้อ 2 ขยะ\n\n${waste}`],
      [own, northOrganisation.slug, '### ข้อ 1 ชื่อ\n\nธรรมนูญของตำบลทดสอบ'],
    ] as const) {
      const text = editionText(1, { title: `ทดสอบ ${name.slug}` }, body);
      const work = { name, about: { steward, events: [] }, editions: [archivedEdition(name, 1, text)] };
      const imported = await importArchive(register, { organisations: [], works: [work] }, begins);
      expect(imported).toMatchObject({ ok: true });
    }
  });
  server = await serveTyping(folder);
  browser = await launchBrowser();
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  await signIn(context, server.origin, 'officer');
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder?.remove();
});

const MOST_STOPS = 120;

/** Goes there with the Tab key, and fails where it does not lead or where one does not see that one is there. */
async function tabTo(where: Locator): Promise<Locator> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (!(await where.evaluate((element) => element === document.activeElement))) continue;
    const outline = await where.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe('none');
    return where;
  }
  throw new Error(`the Tab key does not lead to ${where}`);
}

const button = (name: string | RegExp) => page.getByRole('button', { name });

async function press(where: Locator, key = 'Enter'): Promise<void> {
  await tabTo(where);
  const address = page.url();
  await Promise.all([
    key === 'Enter' ? page.waitForEvent('load') : Promise.resolve(),
    page.keyboard.press(key),
  ]);
  if (key === 'Enter') expect(page.url(), address).not.toContain('/login');
}

/** The selector of a section by the id of its heading. */
const section = (id: string): string => `section[aria-labelledby="${id}"]`;
const textOf = async (where = 'main') => (await page.locator(where).innerText()).replaceAll('\u00a0', ' ');

test('the officer takes a clause over in a new edition', async () => {
  await page.goto(`/desk${pathOf(own)}`);
  await press(page.locator('button[value=amend]'));
  await tabTo(page.locator('textarea[name=body]'));
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`\n\n### ข้อ 2 ขยะ\n\n${adapted}`);
  await press(page.locator('button[name=action][value=save]:not(.visually-hidden)'));
  expect(await textOf()).toContain('บันทึก');
});

test('the publishing page shows who has it already, with both texts beside each other', async () => {
  await page.goto(`/desk${pathOf(own)}/publish`);
  expect(await textOf(section('similar'))).toMatch(/1 ข้อของร่างนี้มีถ้อยคำเดียวกันหรือเกือบเหมือน/);
  await press(page.locator(`${section('similar')} a`, { hasText: 'ดูสองข้อความเทียบกัน' }));
  expect(new URL(page.url()).hash).toBe('#similar-cl-2');
  const shown = await textOf('#similar-cl-2');
  for (const words of ['ข้อ 2 ขยะ ของทดสอบ test-source', 'ขยะเดือนละครั้ง', 'เพิ่ม:\n+สองครั้ง'])
    expect(shown).toContain(words);
});

test('one button says where it comes from, and nothing else of the draft changes', async () => {
  await press(button(/^บันทึกว่ามาจากข้อนี้\s*: ข้อ\s2 ขยะ มาจากข้อ\s2 ขยะ ของทดสอบ test-source$/));
  expect(new URL(page.url()).hash).toBe('#similar');
  expect(await button(/บันทึกว่ามาจากข้อนี้/).count()).toBe(0);
  expect(await textOf(`${section('similar')} summary`)).toBe('บอกที่มาไว้แล้ว (1)');
  await press(page.locator(`${section('similar')} summary`), 'Space');
  expect(await textOf(`${section('similar')} details`)).toContain('ข้อ 2 ขยะ: ข้อ 2 ขยะ ของทดสอบ test-source');
  await page.goto(`/desk${pathOf(own)}`);
  const body = await page.inputValue('textarea[name=body]');
  expect(body).toBe(`### ข้อ 1 ชื่อ\n\nธรรมนูญของตำบลทดสอบ\n\n### ข้อ 2 ขยะ\n\n${adapted}`);
});

/** What the page of a clause says under where it came from, or who took it over. */
async function told(of: WorkName, end: 'from' | 'taken'): Promise<string> {
  await page.goto(`${pathOf(of)}/provisions/cl-2`);
  return textOf(section(end));
}

test('before publishing readers of the source know nothing of it', async () => {
  expect(await told(source, 'taken')).not.toContain('test-own');
});

test('published, it is told on both ends, which lead to each other', async () => {
  await page.goto(`/desk${pathOf(own)}/publish`);
  await tabTo(page.locator('[name=changeNote]'));
  await page.keyboard.insertText('เพิ่มข้อเรื่องขยะจากธรรมนูญต้นทาง');
  await press(page.locator('[name=confirm]'), 'Space');
  await press(button('เผยแพร่ทันที'));
  expect(new URL(page.url()).pathname).toBe(`${pathOf(own)}/editions/2`);
  for (const [here, end, there] of [
    [own, 'from', source],
    [source, 'taken', own],
  ] as const) {
    expect(await told(here, end)).toContain(`ทดสอบ ${there.slug}`);
    await press(page.locator(`${section(end)} a[href^="${pathOf(there)}/"]`).first());
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${pathOf(there)}/`));
  }
});
