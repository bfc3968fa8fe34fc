import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOrganisation } from '../../db/organisations.ts';
import { launchBrowser } from '../support/browser.ts';
import type { ChildServer } from '../support/child-server.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { objectionsTo } from '../support/objections.ts';
import { aTypingFolder, serveTyping, signIn, type TypingFolder } from '../support/typing-site.ts';

/*
 * An officer writes an agreement from nothing to the published page, on a phone and without a script. The steps build
 * on one another.
 */

const work = '/agreements/test-story';
const desk = `/desk${work}`;

let folder: TypingFolder;
let server: ChildServer;
let browser: Browser;
let officer: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await aTypingFolder();
  await folder.withRegister((register) =>
    register.write(async (transaction) => {
      for (const one of [northOrganisation, southOrganisation, hubOrganisation]) {
        await insertOrganisation(transaction, one);
      }
    }),
  );
  server = await serveTyping(folder);
  browser = await launchBrowser();
  const viewport = { width: 360, height: 740 };
  officer = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false, viewport });
  await signIn(officer, server.origin, 'typist');
  page = await officer.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder?.remove();
});

const fill = (name: string, value: string) => page.fill(`[name="${name}"]`, value);
const choose = (name: string, value: string) => page.selectOption(`[name="${name}"]`, value);
const press = (action: string) =>
  page.click(`main form.draft-form button[name=action][value="${action}"]:not(.visually-hidden)`);
const textOf = async (where = 'main') => (await page.locator(where).innerText()).replaceAll('\u00a0', ' ');

async function openSection(key: string): Promise<void> {
  await page.goto(`${desk}/facts`);
  await page.click(`a[href="${desk}/facts/${key}"]`);
}

async function save(): Promise<void> {
  await press('save');
  expect(await textOf(), page.url()).toContain('บันทึกแล้ว');
}

/** Where scripts run, what is selected in the text of the provision goes into the field. */
async function picksWording(tab: Page): Promise<void> {
  await tab.locator('[data-wording-source]').evaluate((source) => {
    const [words] = source.querySelector('mark')?.childNodes ?? [];
    if (words) document.getSelection()?.setBaseAndExtent(words, 0, words, 'ไม่น้อยกว่า ๖'.length);
    source.dispatchEvent(new Event('pointerup', { bubbles: true }));
  });
  await tab.waitForFunction(
    () =>
      document.querySelector<HTMLTextAreaElement>('[name="commitments.0.textAsWritten"]')?.value ===
      'ไม่น้อยกว่า ๖',
  );
}

describe('an officer without scripts, on a phone', () => {
  test('opens a new agreement step by step', async () => {
    await page.goto('/desk');
    await page.click('a[href="/desk/new"]');
    await page.click('a[href="/desk/new?type=agreements"]');
    await page.click('a[href*="from=blank"]');
    await fill('title', 'ข้อตกลงทดสอบของสามหน่วยงาน');
    await fill('slug', 'test-story');
    await press('open');
    expect(new URL(page.url()).pathname).toBe(desk);
    await page.fill('textarea[name=body]', '### ข้อ 1 เป้าหมายทดสอบ\n\nทำเรื่องทดสอบไม่น้อยกว่า ๖ เรื่อง');
    await page.fill('textarea[name=summary]', 'ข้อตกลงเพื่อทดสอบระบบเท่านั้น');
    await page.click('button[name=action][value=save]:not(.visually-hidden)');
  });

  test('states two sources', async () => {
    await openSection('sources');
    for (const [index, title] of ['รายงานทดสอบฉบับที่หนึ่ง', 'ข่าวทดสอบชิ้นที่สอง'].entries()) {
      await press('add:sources');
      await fill(`sources.${index}.title`, title);
    }
    await fill('sources.1.url', 'https://example.org/news');
    await fill('sources.1.published', '๑๗ พ.ค. ๖๐');
    await save();
  });

  test('states the date of signing in Thai digits, as written', async () => {
    await openSection('dates');
    await fill('adopted', '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐');
    await page.click('#group-adopted details:last-of-type > summary');
    await page.check('[name="adopted~sources~in.s1"]');
    await save();
    expect(await textOf()).toContain('ระบบอ่านว่า 15–16 พฤษภาคม 2560 (ค.ศ. 2017)');
  });

  test('finds three parties by their names, and says when one of them signed', async () => {
    await openSection('parties');
    for (const [index, name] of ['อบต.ทดสอบเหนือ', 'องค์การบริหารส่วนตำบลทดสอบใต้'].entries()) {
      await press('add:parties');
      await fill(`parties.${index}.organisation~find`, name);
      await choose(`parties.${index}.role`, 'member');
    }
    await press('add:parties');
    await fill('parties.2.organisation~find', 'แม่ข่าย');
    await press('find:parties.2.organisation');
    expect(await page.locator('[name="parties.2.organisation~find"]').inputValue()).toBe('แม่ข่าย');
    await page.fill('[name="parties.2.organisation~find"]', 'จัดการเครือข่ายทดสอบ');
    await press('find:parties.2.organisation');
    await page.check(`[name="parties.2.organisation"][value="${hubOrganisation.slug}"]`);
    await choose('parties.2.role', 'hub');
    await page.fill('[name="parties.2.organisation~find"]', '');
    await press('add:parties.0.actions');
    await choose('parties.0.actions.0.kind', 'sign');
    await fill('parties.0.actions.0.date', '๑๕ พฤษภาคม ๒๕๖๐');
    await page.check('[name="parties.0.sources~in.s2"]');
    await save();
  });

  test('names two signatories in office', async () => {
    await openSection('people');
    await press('add:people');
    await fill('people.0.name', 'นายทดสอบ หนึ่ง');
    await fill('people.0.office', 'นายกองค์การบริหารส่วนตำบลทดสอบเหนือ');
    await fill('people.0.organisation~find', 'อบต.ทดสอบเหนือ');
    await choose('people.0.capacity', 'signatory');
    await press('add:people');
    await fill('people.1.office', 'ผู้แทนตำบลทดสอบใต้ (ไม่ระบุชื่อ)');
    await choose('people.1.capacity', 'signatory');
    await save();
  });

  test('states a commitment that can be counted in two ways, and where it is written', async () => {
    await openSection('commitments');
    await press('add:commitments');
    await choose('commitments.0.provision', 'cl-1');
    await fill('commitments.0.textAsWritten', 'ไม่น้อยกว่า ๗ เรื่อง');
    await press('find:commitments.0.textAsWritten');
    expect(await textOf()).toContain('ไม่พบถ้อยคำนี้ในข้อ 1');
    expect(await textOf('.wording blockquote')).toContain('ทำเรื่องทดสอบไม่น้อยกว่า ๖ เรื่อง');
    await fill('commitments.0.textAsWritten', 'ไม่น้อยกว่า ๖ เรื่อง');
    await press('find:commitments.0.textAsWritten');
    expect(await textOf('.wording mark')).toBe('ไม่น้อยกว่า ๖ เรื่อง');
    await fill('commitments.0.domain', 'ด้านทดสอบ');
    await fill('commitments.0.period', 'ใน ๓ ปี');
    await fill('commitments.0.due', '๓๑ ธันวาคม ๒๕๗๐');
    await fill('commitments.0.metric', 'เรื่องทดสอบที่ทำแล้ว');
    await choose('commitments.0.comparator', 'at_least');
    await fill('commitments.0.value', '๖');
    await fill('commitments.0.unit', 'เรื่อง');
    await page.check('[name="commitments.0.scope~in.network"]');
    await page.check('[name="commitments.0.scope~in.each_party"]');
    await choose('commitments.0.per', 'be_year');
    await choose('commitments.0.provision', 'cl-1');
    await save();
  });

  test('sees on one page what is stated and what is not, with nothing that axe objects to', async () => {
    await page.goto(`${desk}/facts`);
    const told = await textOf();
    expect(told).toContain('๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐ (อ่านว่า 15–16 พฤษภาคม 2560 (ค.ศ. 2017))');
    expect(told).toContain('ยังไม่มี: วันที่เริ่มมีผล, กำหนดทบทวน');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const looked = await browser.newContext({
      baseURL: server.origin,
      viewport: { width: 360, height: 740 },
    });
    await signIn(looked, server.origin, 'typist');
    for (const path of ['', '/parties', '/dates', '/topics', '/commitments', '/details']) {
      const tab = await looked.newPage();
      await tab.goto(`${desk}/facts${path}`);
      expect(await objectionsTo(tab), path).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      if (path === '/commitments') await picksWording(tab);
      await tab.close();
    }
    await looked.close();
  }, 120_000);

  test('publishes it, and everyone reads exactly what was stated', async () => {
    await page.goto(`${desk}/publish`);
    await page.check('[name=confirm]');
    await page.click('button[value=publish]');
    await page.goto(work);
    const text = await textOf();
    for (const words of [
      'ข้อตกลงทดสอบของสามหน่วยงาน',
      '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐',
      'องค์การบริหารส่วนตำบลทดสอบเหนือ',
      'องค์การบริหารส่วนตำบลทดสอบใต้',
      'ศูนย์จัดการเครือข่ายทดสอบ',
      'นายทดสอบ หนึ่ง',
      'ผู้แทนตำบลทดสอบใต้ (ไม่ระบุชื่อ)',
      'ไม่น้อยกว่า 6 เรื่อง',
      'ต้นทางเขียนว่า “ไม่น้อยกว่า ๖ เรื่อง”',
      'นับรวมทั้งเครือข่าย หรือ นับแยกแต่ละภาคี',
      'ทุกปี พ.ศ.',
      'รายงานทดสอบฉบับที่หนึ่ง',
      'ข่าวทดสอบชิ้นที่สอง',
    ])
      expect(text, words).toContain(words);
    const { manifest } = await (await officer.request.get(`${work}/editions/1.json`)).json();
    expect(manifest).toMatchObject({
      provenance: 'documented',
      adopted: {
        kind: 'given',
        value: { start: '2017-05-15', end: '2017-05-16', textAsWritten: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐' },
        sources: ['s1'],
      },
      parties: [
        {
          organisation: northOrganisation.slug,
          role: 'member',
          actions: [
            { kind: 'sign', date: { value: { start: '2017-05-15', textAsWritten: '๑๕ พฤษภาคม ๒๕๖๐' } } },
          ],
          sources: ['s2'],
        },
        { organisation: southOrganisation.slug, role: 'member', actions: [], sources: [] },
        { organisation: hubOrganisation.slug, role: 'hub' },
      ],
      commitments: [
        {
          id: 'c1',
          value: 6,
          unit: 'เรื่อง',
          scope: ['network', 'each_party'],
          per: 'be_year',
          provision: 'cl-1',
          domain: 'ด้านทดสอบ',
          period: 'ใน ๓ ปี',
          due: { kind: 'given', value: { start: '2027-12-31' } },
        },
      ],
      sources: [
        { id: 's1', title: 'รายงานทดสอบฉบับที่หนึ่ง' },
        {
          id: 's2',
          url: 'https://example.org/news',
          published: { value: { start: '2017-05-17', textAsWritten: '๑๗ พ.ค. ๖๐' } },
        },
      ],
    });
  });
});
