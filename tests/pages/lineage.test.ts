import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const declaration = '/agreements/model-network-declaration';
const charter = '/charters/model-tambon-charter';

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

const ask = (address: string) => fetch(server.origin + address, { redirect: 'manual' });

/** Follows the link with these words in a part of the page, and answers the heading of the page that it opens. */
async function follow(page: Page, within: string, words: string): Promise<string> {
  await page.locator(within).getByRole('link', { name: words, exact: true }).first().click();
  return ((await page.locator('h1').textContent()) ?? '').replaceAll('\u00a0', ' ').trim();
}

test('from a declaration one walks by links to the MOU, a charter clause and a village rule, and back', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(server.origin + declaration);
    // The clause says beside its heading that somebody took it over.
    expect(await follow(page, '#cl-4', 'นำไปใช้ 1 ของข้อ 4')).toBe('ข้อ 4 รู้ รับ และปรับตัวกับภัย');
    const taken = 'section:has(> #taken)';
    const from = 'section:has(> #from)';
    expect(await follow(page, taken, 'ข้อ 11 แผนรู้รับปรับตัว')).toBe('ข้อ 11 แผนรู้รับปรับตัว');
    expect(new URL(page.url()).pathname).toBe('/agreements/model-network-mou/provisions/cl-11');
    expect(await page.locator('section:has(> #commitments)').textContent()).toContain('อย่างน้อยแห่งละหนึ่งแผน');
    expect(await follow(page, taken, 'ข้อ 23 แผนและการฝึกซ้อม')).toBe('ข้อ 23 แผนและการฝึกซ้อม');
    expect(await follow(page, taken, 'ข้อ 7 ซ้อมหนีภัยของหมู่บ้าน')).toBe('ข้อ 7 ซ้อมหนีภัยของหมู่บ้าน');
    expect(new URL(page.url()).pathname).toBe('/charters/model-village-rules/provisions/cl-7');
    // The whole way back stands on the page of the village rule already.
    const back = (await page.locator(from).textContent())?.replaceAll('\u00a0', ' ') ?? '';
    expect(back).toMatch(/ข้อ 23 .*ข้อ 11 .*ข้อ 4 /s);
    expect(await follow(page, from, 'ข้อ 23 แผนและการฝึกซ้อม')).toBe('ข้อ 23 แผนและการฝึกซ้อม');
    expect(await follow(page, from, 'ข้อ 11 แผนรู้รับปรับตัว')).toBe('ข้อ 11 แผนรู้รับปรับตัว');
    expect(await follow(page, from, 'ข้อ 4 รู้ รับ และปรับตัวกับภัย')).toBe('ข้อ 4 รู้ รับ และปรับตัวกับภัย');
    expect(await follow(page, '.page-head', 'แม่แบบปฏิญญาเครือข่ายชุมชนท้องถิ่น')).toBe('แม่แบบปฏิญญาเครือข่ายชุมชนท้องถิ่น');
    expect(new URL(page.url()).pathname).toBe(declaration);
  } finally {
    await context.close();
  }
});

describe('the page of a provision', () => {
  test('leads on when the provision stands under another number by now, and for a paragraph', async () => {
    const moved = await ask(`${charter}/provisions/cl-39?edition=1`);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `${charter}/provisions/cl-40`]);
    const paragraph = await ask(`${charter}/provisions/cl-5-p-1`);
    expect(paragraph.headers.get('location')).toBe(`${charter}/provisions/cl-5#cl-5-p-1`);
  });

  test('of nothing that ever was says so, and leads on', async () => {
    for (const address of ['cl-99', 'cl-1?edition=99', 'CL-1', 'cl-1?edition=x', 'cl-1?page=0']) {
      expect((await ask(`${charter}/provisions/${address}`)).status, address).toBe(404);
    }
    const html = await (await ask(`${charter}/provisions/cl-99`)).text();
    expect(html).toContain(`href="${charter}/editions"`);
    const json = await ask(`${charter}/provisions/cl-99.json`);
    expect([json.status, await json.json()]).toMatchObject([404, { error: { code: 'provision_not_found' } }]);
  });

  test('is a value for programs too, with the whole walk in it', async () => {
    const document = await (await ask('/charters/model-village-rules/provisions/cl-7.json')).json();
    expect(document).toMatchObject({
      edition: 1,
      provision: { eid: 'cl-7' },
      ancestors: {
        total: 1,
        steps: [
          {
            end: { work: 'charters/model-tambon-charter', eid: 'cl-23' },
            further: [
              {
                end: { work: 'agreements/model-network-mou', eid: 'cl-11' },
                further: [{ end: { work: 'agreements/model-network-declaration', eid: 'cl-4' } }],
              },
            ],
          },
        ],
      },
    });
    expect(document.similar).toMatchObject({ total: expect.any(Number), found: expect.any(Array) });
    expect(document.permanentAddress).toBe(`${server.origin}/charters/model-village-rules/editions/1#cl-7`);
    expect(document.asOf).toMatch(/^2/);
  });
});

describe('a text that was written after a model', () => {
  test('tells how it differs, is led to from both ends, and is a value too', async () => {
    const short = '/charters/model-short-charter';
    const html = await (await ask(`${short}/deviation`)).text();
    expect(html.replaceAll('\u00a0', ' ')).toContain('ใช้ตรงคำต่อคำ 13 จาก 41 ข้อของแม่แบบ');
    for (const address of [short, charter]) {
      expect(await (await ask(address)).text(), address).toContain(`href="${short}/deviation"`);
    }
    expect(await (await ask(`${short}/deviation.json`)).json()).toMatchObject({
      model: { work: 'charters/model-tambon-charter', number: 2 },
      counts: { model: 41, verbatim: 13, added: 1 },
    });
  });

  test('without a model says so', async () => {
    expect((await ask('/charters/san-pa-muang-health/deviation')).status).toBe(404);
    expect((await ask('/charters/nobody/deviation')).status).toBe(404);
  });
});
