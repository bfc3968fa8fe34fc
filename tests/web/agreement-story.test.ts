import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertOrganisation } from '../../db/organisations.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { aPng } from '../files/hostile-files.ts';
import { launchBrowser } from '../support/browser.ts';
import type { ChildServer } from '../support/child-server.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { objectionsTo } from '../support/objections.ts';
import { csvRows, validJson } from '../support/open-data.ts';
import { switchFourEyes } from '../support/register-with.ts';
import { startBuiltServer } from './built-server.ts';

/*
 * The story of an agreement that counts: a hub publishes it, members take their places and hand in what they did, the
 * hub decides, and every page says the same number. The desk is used on a phone and without scripts; the steps build on
 * one another.
 */

const begins = '2026-11-22T00:00:00.000Z';
const password = 'a long test password';
const slug = 'test-counted';
const desk = `/desk/agreements/${slug}`;
const phone = { width: 360, height: 740 };

type Officer = 'hub' | 'north' | 'south';
const homes: Readonly<Record<Officer, string>> = {
  hub: hubOrganisation.slug,
  north: northOrganisation.slug,
  south: southOrganisation.slug,
};

let dataDir: string;
let server: ChildServer;
let browser: Browser;
const officers = new Map<Officer, Page>();
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tammanoon-agreement-'));
  const register = await emptyRegister(join(dataDir, 'registry.db'));
  await register.write(async (transaction) => {
    for (const one of [northOrganisation, southOrganisation, hubOrganisation]) {
      await insertOrganisation(transaction, one);
    }
  });
  await switchFourEyes(register, hubOrganisation.slug, false);
  for (const username of ['hub', 'north', 'south'] as const) {
    const role = username === 'north' ? 'editor' : 'publisher';
    const person = {
      username,
      displayName: `ผู้ทดสอบ ${username}`,
      role,
      organisation: homes[username],
    } as const;
    const added = await addUser(register, { ...person, password, now: begins });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  register.close();
  [server, browser] = await Promise.all([startBuiltServer(dataDir), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The page of an officer who is signed in, on a phone without scripts. */
async function pageOf(who: Officer): Promise<Page> {
  const known = officers.get(who);
  if (known) return known;
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: phone,
    javaScriptEnabled: false,
  });
  context.setDefaultTimeout(15_000);
  contexts.push(context);
  const page = await context.newPage();
  await page.goto('/login?next=/desk');
  await page.fill('#field-username', who);
  await page.fill('#field-password', password);
  await page.click('form.sign-in button[type=submit]');
  officers.set(who, page);
  return page;
}

const press = (page: Page, action: string) =>
  page.click(`main form button[name=action][value="${action}"]:not(.visually-hidden)`);
const textOf = async (page: Page, where = 'main') =>
  (await page.locator(where).innerText()).replaceAll('\u00a0', ' ');
const fill = (page: Page, fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).reduce(
    (done, [name, value]) => done.then(() => page.fill(`main form [name="${name}"]`, value)),
    Promise.resolve(),
  );
const scan = async (name: string) => ({ name, mimeType: 'image/png', buffer: await aPng() });

async function saveSection(page: Page): Promise<void> {
  await press(page, 'save');
  expect(await textOf(page), page.url()).toContain('บันทึกแล้ว');
}

const promises = [
  {
    textAsWritten: 'ไม่น้อยกว่า ๓ เรื่อง',
    metric: 'แบบอย่างทดสอบ',
    value: '๓',
    unit: 'เรื่อง',
    scope: 'network',
    provision: 'cl-1',
  },
  {
    textAsWritten: 'อย่างน้อยแห่งละ ๒ ประเด็น',
    metric: 'ข้อตกลงพื้นที่ทดสอบ',
    value: '2',
    unit: 'ประเด็น',
    scope: 'each_party',
    provision: 'cl-2',
  },
  {
    textAsWritten: 'ปีละ ๑ ครั้ง',
    metric: 'เวทีทดสอบ',
    value: '1',
    unit: 'ครั้ง',
    scope: 'network',
    per: 'be_year',
    provision: 'cl-3',
  },
] as const;

describe('an agreement that counts', () => {
  test('is published by the hub with three commitments, from the desk', async () => {
    const page = await pageOf('hub');
    await page.goto('/desk/new?type=agreements&from=blank');
    await fill(page, { title: 'ข้อตกลงเครือข่ายที่นับได้', slug });
    await press(page, 'open');
    await page.fill(
      'textarea[name=body]',
      promises
        .map(({ textAsWritten }, index) => `### ข้อ ${index + 1}\n\nภาคีจะทำ${textAsWritten}`)
        .join('\n\n'),
    );
    await press(page, 'save');
    await page.goto(`${desk}/facts/dates`);
    await fill(page, { adopted: '๑ มิถุนายน ๒๕๖๘' });
    await saveSection(page);
    await page.goto(`${desk}/facts/parties`);
    await press(page, 'add:parties');
    await fill(page, { 'parties.0.organisation~find': hubOrganisation.name });
    await page.selectOption('[name="parties.0.role"]', 'hub');
    await press(page, 'add:parties.0.actions');
    await page.selectOption('[name="parties.0.actions.0.kind"]', 'sign');
    await fill(page, { 'parties.0.actions.0.date': '1 มิ.ย. 2568' });
    await saveSection(page);
    await page.goto(`${desk}/facts/claims`);
    await press(page, 'add:claims');
    await fill(page, {
      'claims.0.textAsWritten': '๔ แห่ง',
      'claims.0.property': 'จำนวนภาคี',
      'claims.0.value': '4',
      'claims.0.unit': 'แห่ง',
    });
    for (const role of ['hub', 'member']) await page.check(`[name="claims.0.roles~in.${role}"]`);
    await saveSection(page);
    await page.goto(`${desk}/facts/commitments`);
    for (const [index, promise] of promises.entries()) {
      const at = `commitments.${index}`;
      await press(page, 'add:commitments');
      await fill(page, {
        [`${at}.textAsWritten`]: promise.textAsWritten,
        [`${at}.metric`]: promise.metric,
        [`${at}.value`]: promise.value,
        [`${at}.unit`]: promise.unit,
      });
      await page.selectOption(`[name="${at}.comparator"]`, 'at_least');
      await page.check(`[name="${at}.scope~in.${promise.scope}"]`);
      if ('per' in promise) await page.selectOption(`[name="${at}.per"]`, promise.per);
      await page.selectOption(`[name="${at}.provision"]`, promise.provision);
    }
    await saveSection(page);
    await page.goto(`${desk}/publish`);
    await page.check('[name=confirm]');
    await press(page, 'publish');
    await page.goto(`/agreements/${slug}/parties`);
    expect(await textOf(page)).toContain('ระบุชื่อแล้ว 1 จาก 4');
  }, 60_000);

  test.each([
    ['south', 'publisher'],
    ['north', 'editor'],
  ] as const)('is joined by %s, whose %s finds it by name and brings a scan', async (who, _role) => {
    const page = await pageOf(who);
    await page.goto('/desk');
    await page.click('a[href="/desk/commitments"]');
    await page.fill('#agreement-search', 'นับได้');
    await page.click('main form[role=search] button');
    expect(await textOf(page)).toContain('ภาคีที่ยังไม่มีชื่อ 3 แห่ง');
    await page.click(`a[href="/desk/accessions/${slug}"]`);
    await page.selectOption('[name=partyRole]', 'member');
    await fill(page, { partyDate: '๑ มิ.ย. ๒๕๖๘' });
    await press(page, 'claim');
    expect(await textOf(page)).toContain('ไฟล์: โปรดกรอกช่องนี้');
    expect(await page.inputValue('[name=partyDate]')).toBe('๑ มิ.ย. ๒๕๖๘');
    await page.setInputFiles('[name=file]', await scan('ลงนาม.png'));
    await press(page, 'claim');
    expect(await textOf(page, '[role=status]')).toContain('ยื่นแล้ว');
    await page.goto(`/agreements/${slug}/parties`);
    expect(await textOf(page)).toContain('ระบุชื่อแล้ว 1 จาก 4');
  });

  test('counts them once the hub has confirmed them, on every day since they signed', async () => {
    const page = await pageOf('hub');
    for (const named of [2, 3]) {
      await page.goto('/desk');
      expect(await textOf(page)).toContain('แสดงตนเป็นภาคี');
      await page.locator('main a[href^="/desk/submissions/"]').first().click();
      expect(await textOf(page)).toContain(`ระบุชื่อแล้ว ${named - 1} เป็น ${named} จาก 4`);
      await press(page, 'accept');
      expect(await textOf(page, '[role=status]')).toContain('รับแล้ว');
    }
    await page.goto('/desk');
    expect(await textOf(page)).not.toContain('รอท่านพิจารณา');
    for (const [address, says] of [
      [`/agreements/${slug}/parties`, 'ระบุชื่อแล้ว 3 จาก 4'],
      [`/agreements/${slug}/parties/@2025-06-01`, 'ระบุชื่อแล้ว 3 จาก 4'],
      [`/agreements/${slug}/parties/@2025-05-31`, 'ระบุชื่อแล้ว 0 จาก 4'],
    ] as const) {
      await page.goto(address);
      expect(await textOf(page), address).toContain(says);
    }
    const csv = await (await page.request.get(`/agreements/${slug}/parties.csv`)).text();
    for (const { name } of [hubOrganisation, northOrganisation, southOrganisation])
      expect(csv).toContain(name);
  });
});

const deeds = [
  { deedTitle: '=1+1 แบบอย่างทดสอบที่หนึ่ง', deedDate: '๑๐ มกราคม ๒๕๖๙', deedAmount: '๑' },
  { deedTitle: 'แบบอย่างทดสอบที่สอง', deedDate: 'มี.ค. 2569', deedAmount: '2' },
  { deedTitle: 'แบบอย่างทดสอบที่ยังไม่ครบ', deedDate: '2026-05-15', deedAmount: '4' },
] as const;

type ListTold = {
  readonly asOf: string;
  readonly commitments: readonly {
    readonly agreement: string;
    readonly commitment: string;
    readonly state: string;
  }[];
};
type CommitmentsTold = {
  readonly commitments: readonly {
    readonly state: string;
    readonly readings: readonly { readonly units: readonly object[] }[];
    readonly evidence: readonly { readonly amount: number }[];
  }[];
};
/** The list of the register as it was before the hub decided. */
let before: ListTold;
const listNow = () => validJson<ListTold>(server.origin, '/commitments.json');

describe('what a member did', () => {
  test('is refused at the fields, with all that was typed, and is handed in with a source, a work or a file', async () => {
    const page = await pageOf('north');
    await page.goto('/desk/commitments');
    expect(await textOf(page)).toContain('ทุกภาคีรวมกัน: นับได้ 0 เรื่อง');
    await page.click(`a[href="/desk/commitments/${slug}/c1"]`);
    expect(await textOf(page)).toContain('ไม่น้อยกว่า ๓ เรื่อง');
    await fill(page, { deedTitle: deeds[0].deedTitle, deedDate: 'เมื่อวาน', deedPlaceFind: 'ทดสอบใต้' });
    await page.setInputFiles('[name=file]', await scan('หาย.png'));
    await press(page, 'find:deedPlace');
    expect(await textOf(page)).toContain('โปรดเลือกไฟล์อีกครั้ง');
    await page.check('[name=deedPlace][value="990102"]');
    await press(page, 'submit');
    const told = await textOf(page);
    for (const words of ['ทำเมื่อวันที่: อ่านเป็นวันที่ไม่ได้', 'จำนวน: โปรดกรอกช่องนี้', 'สิ่งที่แสดงว่าทำจริง: โปรดกรอกช่องนี้']) {
      expect(told).toContain(words);
    }
    expect(await page.inputValue('[name=deedTitle]')).toBe(deeds[0].deedTitle);
    expect(await page.isChecked('[name=deedPlace][value="990102"]')).toBe(true);
    await page.check('[name=deedPlace][value="990101"]');
    await fill(page, deeds[0]);
    await page.setInputFiles('[name=file]', await scan('หลักฐาน.png'));
    await press(page, 'submit');
    expect(await textOf(page, '[role=status]')).toContain('ยื่นแล้ว');
    expect(await textOf(page)).toContain('10 มกราคม 2569');
    expect(await page.locator('a[href$=".png"]').count()).toBe(1);
    for (const [deed, proof] of [
      [deeds[1], { deedWorkFind: `/agreements/${slug}` }],
      [deeds[2], { sourceTitle: 'ข่าวทดสอบ', sourceUrl: 'https://example.org/news' }],
    ] as const) {
      await page.goto(`/desk/commitments/${slug}/c1`);
      await fill(page, { ...deed, ...proof });
      await press(page, 'submit');
      expect(await textOf(page, '[role=status]'), page.url()).toContain('ยื่นแล้ว');
    }
  });

  test('counts after the hub has accepted two and sent one back with a reason', async () => {
    before = await listNow();
    const page = await pageOf('hub');
    for (const [deed, action] of [
      [deeds[0], 'accept'],
      [deeds[1], 'accept'],
      [deeds[2], 'return'],
    ] as const) {
      await page.goto('/desk/commitments');
      await page.click(`main a[href^="/desk/submissions/"]:has-text("${deed.deedTitle}")`);
      if (action === 'return') {
        await press(page, 'return');
        expect(await textOf(page)).toContain('เหตุผล: โปรดกรอกช่องนี้');
        await fill(page, { decisionReason: 'ยังไม่เห็นผลงานในข่าว' });
      }
      await press(page, action);
      expect(await textOf(page, '[role=status]')).toContain(action === 'return' ? 'ส่งคืนแล้ว' : 'รับแล้ว');
    }
    const north = await pageOf('north');
    await north.goto('/desk/commitments');
    const told = await textOf(north);
    expect(told).toContain('ทุกภาคีรวมกัน: นับได้ 3 เรื่อง');
    expect(told).toContain('ครบจำนวน');
    expect(told).toContain('เหตุผล: ยังไม่เห็นผลงานในข่าว');
    await north.goto('/desk/submissions/3');
    expect((await north.goto('/desk/submissions/3'))?.status()).toBe(200);
    const south = await pageOf('south');
    expect((await south.goto('/desk/submissions/3'))?.status()).toBe(404);
  });
});

describe('the numbers', () => {
  const commitments = `/agreements/${slug}/commitments`;
  /** Who reads the site and has no account. */
  let reader: Page;
  beforeAll(async () => {
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: phone,
      javaScriptEnabled: false,
    });
    contexts.push(context);
    reader = await context.newPage();
  });
  const read = async (path: string): Promise<string> => {
    expect((await reader.goto(path))?.status(), path).toBe(200);
    return textOf(reader);
  };

  test('of the agreement are the same on its page, in its files and on the day of the permanent address', async () => {
    const { day } = await validJson<{ day: string }>(server.origin, `${commitments}.json`);
    for (const [page, file] of [
      [commitments, commitments],
      [`${commitments}/@${day}`, `${commitments}/@${day}`],
    ] as const) {
      const told = await read(page);
      for (const words of [
        'นับได้ 3 จากเป้าหมายไม่น้อยกว่า 3 เรื่อง',
        '0 จาก 3 ภาคีครบแล้ว',
        '0 จาก 2 ปีครบแล้ว',
        'หลักฐานที่รับแล้ว 2 รายการ',
        '=1+1 แบบอย่างทดสอบที่หนึ่ง',
      ])
        expect(told, page).toContain(words);
      expect(told, page).not.toContain(deeds[2].deedTitle);
      const json = await validJson<CommitmentsTold>(server.origin, `${file}.json`);
      expect(json.commitments.map(({ state }) => state)).toEqual(['complete', 'no_data', 'overdue']);
      expect(json.commitments[0]?.readings[0]?.units).toMatchObject([
        { count: 3, waiting: 0, evidence: [3, 4] },
      ]);
      expect(json.commitments[0]?.evidence.map(({ amount }) => amount)).toEqual([1, 2]);
      const rows = await csvRows(server.origin, `${file}.csv`);
      expect(rows.filter(({ row }) => row === 'reading').map(({ count, state }) => [count, state])).toEqual([
        ['3', 'complete'],
        ['0', 'no_data'],
        ['0', 'overdue'],
      ]);
      expect(rows.filter(({ row }) => row === 'evidence').map(({ title, count }) => [title, count])).toEqual([
        [`'${deeds[0].deedTitle}`, '1'],
        [deeds[1].deedTitle, '2'],
      ]);
    }
    const early = await validJson<CommitmentsTold>(server.origin, `${commitments}/@2026-06-01.json`);
    expect(early.commitments.map(({ evidence }) => evidence.length)).toEqual([0, 0, 0]);
    expect(await read(`${commitments}/@2026-06-01`)).toContain('นับได้ 0 จากเป้าหมายไม่น้อยกว่า 3 เรื่อง');
  });

  test('of the parties are those of the table, its files, and the day before they signed', async () => {
    for (const [date, named] of [
      ['', 3],
      ['/@2025-06-01', 3],
      ['/@2025-05-31', 0],
    ] as const) {
      const path = `/agreements/${slug}/parties${date}`;
      const json = await validJson<{
        readonly named: number;
        readonly claims: readonly { readonly named: number; readonly unnamed: number }[];
      }>(server.origin, `${path}.json`);
      expect([path, json.named, json.claims]).toMatchObject([path, named, [{ named, unnamed: 4 - named }]]);
      const rows = await csvRows(server.origin, `${path}.csv`);
      const byThen = rows.filter(({ row, state }) => row === 'party' && state !== 'not_yet');
      expect(byThen, path).toHaveLength(named);
    }
  });

  test('of the register are those of its charts, and open so many rows', async () => {
    const { commitments: all } = await listNow();
    const own = all.filter(({ agreement }) => agreement === slug);
    expect(own.map(({ commitment, state }) => [commitment, state]).sort()).toEqual([
      ['c1', 'complete'],
      ['c2', 'no_data'],
      ['c3', 'overdue'],
    ]);
    const rows = await csvRows(server.origin, '/commitments.csv');
    expect(rows.map(({ state }) => state)).toEqual(all.map(({ state }) => state));
    for (const [chart, label, number, opens] of [
      ['by-state', 'ครบจำนวน', '1', 1],
      ['by-state', 'เลยกำหนด', '1', 1],
      ['by-state', 'ยังไม่มีข้อมูล', String(all.length - 2), all.length - 2],
      ['by-evidence', '2569', '2 ชิ้น ใน 1 พันธสัญญา', 1],
    ] as const) {
      await read('/commitments');
      const link = reader.locator(`.chart[aria-labelledby="${chart}"] .chart__numbers > a`, {
        hasText: label,
      });
      expect((await link.innerText()).replaceAll('\u00a0', ' '), label).toContain(number);
      await link.click();
      expect(await textOf(reader, '#results'), label).toContain(`${opens} รายการ`);
      expect(await reader.locator('table.commitments tbody tr').count(), label).toBe(opens);
    }
  });

  test('of the list before the hub decided stay what they were', async () => {
    const then = await validJson<ListTold>(
      server.origin,
      `/commitments.json?asOf=${encodeURIComponent(before.asOf)}`,
    );
    expect(then.commitments).toEqual(before.commitments);
    expect(then.commitments.map(({ state }) => state)).not.toContain('complete');
    const told = await read(`/commitments?asOf=${encodeURIComponent(before.asOf)}`);
    expect(told).toContain('นับได้ 0 เรื่อง · รอพิจารณา 7 เรื่อง');
  });

  test('of a member are what it promised, has shown and still has to do', async () => {
    await read(`/organisations/${homes.north}`);
    await reader.click(`a[href="/organisations/${homes.north}/commitments"]`);
    const told = await textOf(reader);
    for (const words of ['สิ่งที่ยังต้องทำ 2 เป้าหมาย', 'สิ่งที่แสดงแล้ว 2 รายการ', 'หน่วยงานนี้มีส่วน 3'])
      expect(told).toContain(words);
    expect(await read(`/organisations/${homes.south}/commitments`)).toContain('สิ่งที่แสดงแล้ว 0 รายการ');
  });
});

test('the desk says what is still to do, and leads to the public numbers and to judgements, without a search', async () => {
  const north = await pageOf('north');
  await north.goto('/desk/commitments');
  expect(await textOf(north)).toContain('ที่ยังต้องทำ 2');
  await north.click(`a[href="/agreements/${slug}/commitments#c1"]`);
  expect(await textOf(north)).toContain('นับได้ 3 จากเป้าหมาย');
  await north.click(`a[href="/desk/commitments/${slug}/c1"]`);
  expect(await textOf(north)).toContain('ยื่นหลักฐานผลงาน');
  const hub = await pageOf('hub');
  await hub.goto('/desk/commitments');
  await hub.locator(`a[href="/desk/assessments/${slug}"]`).first().click();
  expect(await textOf(hub)).toContain('บันทึกผลประเมิน');
});

test('the desk of agreements has nothing that axe objects to, in light and dark, and fits a phone', async () => {
  const context = await browser.newContext({ baseURL: server.origin, viewport: phone });
  for (const [who, paths] of [
    ['hub', ['/desk/commitments', '/desk/submissions/3', `/desk/assessments/${slug}`]],
    ['north', [`/desk/commitments/${slug}/c1`, '/desk/submissions/5']],
    ['south', [`/desk/accessions/${slug}`]],
  ] as const) {
    await context.clearCookies();
    const page = await pageOf(who);
    await context.addCookies(await page.context().cookies());
    for (const path of paths) {
      const tab = await context.newPage();
      expect((await tab.goto(path))?.status(), path).toBe(200);
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme });
        const asked = colorScheme === 'light' ? 'everything' : 'contrast';
        expect(await objectionsTo(tab, asked), `${path} ${colorScheme}`).toEqual([]);
      }
      expect(await tab.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await tab.close();
    }
  }
  await context.close();
}, 150_000);
