import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { aDocx, aJpeg, aPdf, aPng } from '../files/hostile-files.ts';
import { type SignedInVisitor, signInOverHttp } from '../prove/publish-over-http.ts';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

/* Files from the form to the reader, on the built server. The steps build on one another. */

const work = { type: 'charters', slug: 'san-pa-muang-health' } as const;
const files = `/desk/${work.type}/${work.slug}/files`;
const user = { username: 'files-tester', password: 'รหัสผ่านทดสอบยาวพอ' };

let server: BuiltServer;
let register: Register;
let actor: Actor;
let officer: SignedInVisitor;
let browser: Browser;

beforeAll(async () => {
  server = await startBuiltServer();
  register = openRegister({ file: join(server.dataDir, 'registry.db') });
  const person = { ...user, displayName: 'ผู้ทดสอบไฟล์', role: 'registrar', organisation: null } as const;
  const added = await addUser(register, { ...person, now: new Date().toISOString() });
  if (!added.ok) throw new Error(added.refusal.code);
  actor = { userId: added.value.userId, memberships: [{ role: 'registrar', organisation: null }] };
  await amendWork(register, actor, work, new Date().toISOString());
  officer = await signInOverHttp(server.origin, user);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  register?.close();
  await server?.remove();
});

const draft = async () => {
  const page = await openDraft(register, actor, work);
  if (!page.ok) throw new Error('no draft');
  return page.value.draft;
};
const attachments = async () => (await draft()).content.attachments ?? [];

const get = (path: string, visitor: SignedInVisitor | null = officer, headers: Record<string, string> = {}) =>
  fetch(server.origin + path, { redirect: 'manual', headers: { cookie: visitor?.cookie ?? '', ...headers } });

const lock = async () => /name="lock" value="([0-9a-f]+)"/.exec(await (await get(files)).text())?.[1] ?? '';

async function bring(
  bytes: Buffer,
  name: string,
  more: Record<string, string> = {},
  cookie = officer.cookie,
) {
  const form = new FormData();
  const fields = { lock: await lock(), fileKind: 'annex', fileTextIs: 'missing', action: 'add', ...more };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return fetch(server.origin + files, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: server.origin },
    body: form,
  });
}

describe('an officer without JavaScript', () => {
  test('chooses a scan in the browser, attaches it, and tells which page holds which provision', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(`${server.origin}/login`);
    await page.fill('#field-username', user.username);
    await page.fill('#field-password', user.password);
    await page.click('main button[type=submit]');
    await page.goto(server.origin + files);
    await page.setInputFiles('#field-file', {
      name: 'ธรรมนูญ ลงนาม.pdf',
      mimeType: 'application/pdf',
      buffer: await aPdf({ pages: 3 }),
    });
    await page.fill('#field-fileTitle', 'สำเนาฉบับลงนามทดสอบ');
    await page.click('text=แนบไฟล์ >> nth=-1');
    expect(await page.locator('[role=status]').innerText()).toContain('แนบไฟล์แล้ว');
    await page.click('text=สำเนาฉบับลงนามทดสอบ');
    await page.fill('#field-filePages-0-page', '๒');
    await page.selectOption('#field-filePages-0-part', { index: 2 });
    await page.click('text=บันทึกรายละเอียดของไฟล์');
    expect(await page.locator('[role=status]').innerText()).toContain('บันทึกรายละเอียดของไฟล์แล้ว');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await context.close();
    const [file] = await attachments();
    expect(file).toMatchObject({ name: 'ธรรมนูญ-ลงนาม.pdf', pageCount: 3, textEquivalent: { kind: 'body' } });
    expect(file?.pages).toMatchObject([{ page: 2 }]);
  });
});

describe('the page of files', () => {
  test('takes a picture and a Word document, each by what it is and not by what it is called', async () => {
    expect((await bring(aJpeg(), 'ภาพ.exe')).status).toBe(303);
    expect((await bring(aDocx(), '../../etc/ภาค ผนวก.pdf')).status).toBe(303);
    expect((await attachments()).map(({ name }) => name)).toEqual([
      'ธรรมนูญ-ลงนาม.pdf',
      'ภาพ.jpg',
      'ภาค-ผนวก.docx',
    ]);
  });

  test.each([
    ['a PDF with a script', async () => aPdf({ extra: 'script' }), 'คำสั่งที่ทำงานเองได้'],
    ['a file of 21 MB', async () => Buffer.alloc(21 * 1024 * 1024), 'ใหญ่เกิน 20 เมกะไบต์'],
    ['no file at all', async () => Buffer.alloc(0), 'ยังไม่ได้เลือกไฟล์'],
    ['a page of HTML', async () => Buffer.from('<html><script>1</script>'), 'ไม่ใช่ PDF'],
  ])('says why it did not keep %s, and what was typed is still there', async (_what, make, sentence) => {
    const answer = await bring(await make(), 'x.pdf', { fileTitle: 'ชื่อที่พิมพ์ไว้' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(sentence);
    expect(html).toContain('value="ชื่อที่พิมพ์ไว้"');
    expect(await attachments()).toHaveLength(3);
  });

  test('keeps nothing of somebody without a session, and says so', async () => {
    const answer = await bring(aPng(), 'a.png', {}, '');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('ต้องเข้าสู่ระบบอีกครั้ง');
  });

  test('moves and removes', async () => {
    const [first] = await attachments();
    const post = async (action: string) =>
      fetch(server.origin + files, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: officer.cookie, origin: server.origin },
        body: new URLSearchParams({ lock: await lock(), sha256: first?.sha256 ?? '', action }),
      });
    expect((await post('down')).status).toBe(303);
    expect((await attachments())[1]?.sha256).toBe(first?.sha256);
    expect((await post('up')).status).toBe(303);
    await bring(aPng(), 'ลบ.png');
    const doomed = (await attachments()).at(-1)?.sha256 ?? '';
    const removed = await fetch(server.origin + files, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: officer.cookie, origin: server.origin },
      body: new URLSearchParams({ lock: await lock(), sha256: doomed, action: 'remove' }),
    });
    expect(removed.status).toBe(303);
    expect(await attachments()).toHaveLength(3);
  });
});

const publicPath = async (at: number): Promise<string> => {
  const file = (await attachments())[at];
  return `/files/${file?.sha256}/${encodeURIComponent(file?.name ?? '')}`;
};

describe('a file of a draft', () => {
  test('is shown to those who may read the draft, and kept by no cache', async () => {
    const [file] = await attachments();
    const answer = await get(`${files}/${file?.sha256}/${encodeURIComponent(file?.name ?? '')}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-stored-file')).toBeNull();
    expect((await answer.arrayBuffer()).byteLength).toBe(file?.bytes);
  });

  test('is not there for the public, by any spelling', async () => {
    const [file] = await attachments();
    const { sha256 = '', name = '' } = file ?? {};
    const encoded = encodeURIComponent(name);
    for (const path of [
      await publicPath(0),
      `/files/${sha256}`,
      `/files/${sha256}/`,
      `/files/${sha256.toUpperCase()}/${encoded}`,
      `/files//${sha256}/${encoded}`,
      `/files/../files/${sha256}/${encoded}`,
      `/FILES/${sha256}/${encoded}`,
      `/files/${sha256.slice(0, 2)}/${sha256}`,
      `/files/incoming/${encoded}`,
      `/charters/${work.slug}/files/${sha256}/${encoded}`,
    ]) {
      expect((await get(path)).status, path).toBe(404);
      expect((await get(path, null)).status, path).toBe(404);
    }
  });
});

describe('a file of a published edition', () => {
  let path: string;
  beforeAll(async () => {
    path = await publicPath(0);
    const now = new Date().toISOString();
    const { content, version: expectedVersion } = await draft();
    const fields = { ...fieldsOf(content), changeNote: 'แนบสำเนาทดสอบ' };
    const saved = await saveDraft(register, actor, work, { expectedVersion, fields }, now);
    if (!saved.ok) throw new Error(saved.refusal.code);
    const published = await publishEdition(register, actor, work, saved.value.version, now);
    if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  });

  test('stands on the page of the edition with its pages, and in its JSON', async () => {
    const html = await (await get(`/charters/${work.slug}`, null)).text();
    expect(html).toContain('เอกสารแนบ');
    expect(html).toContain(path);
    expect(html).toContain(`${path}#page=2`);
    const json: { files?: readonly { address: string }[] } = await (
      await get(`/charters/${work.slug}/editions/2.json`, null)
    ).json();
    expect(json.files?.[0]?.address).toBe(server.origin + path);
  });

  test('is sent with a Thai name, a fixed type and nothing that could run', async () => {
    const { headers, status } = await get(path, null);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'content-disposition': `inline; filename="_-_.pdf"; filename*=UTF-8''${encodeURIComponent('ธรรมนูญ-ลงนาม.pdf')}`,
      'cache-control': expect.stringContaining('immutable'),
    });
    const jpeg = (await (await get(`/charters/${work.slug}`, null)).text()).match(
      /\/files\/[0-9a-f]{64}\/[^"#]*\.jpg/,
    )?.[0];
    const picture = await get(jpeg ?? '', null);
    expect(picture.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*; sandbox$/);
    const docx = (await (await get(`/charters/${work.slug}`, null)).text()).match(
      /\/files\/[0-9a-f]{64}\/[^"#]*\.docx/,
    )?.[0];
    expect((await get(docx ?? '', null)).headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  test('as a PDF lets the browser’s own reader show it, also on the pages of its drafts, and no other site frame it', async () => {
    const sha256 = path.split('/').at(2);
    for (const answer of [await get(path, null), await get(`${files}/${sha256}/a.pdf`)]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(/^inline; /);
      // The reader is a page of the browser's: a sandbox or rules for what it loads would leave it empty.
      expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
      expect(answer.headers.get('x-frame-options')).toBeNull();
      expect(answer.headers.get('cross-origin-embedder-policy')).toBeNull();
    }
  });

  test('can be asked for in parts, for its head only, and not at all when it is held', async () => {
    const whole = Buffer.from(await (await get(path, null)).arrayBuffer());
    const part = await get(path, null, { range: 'bytes=4-9' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-9/${whole.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(4, 10));
    const tail = await get(path, null, { range: 'bytes=-5' });
    expect(Buffer.from(await tail.arrayBuffer())).toEqual(whole.subarray(-5));
    expect((await get(path, null, { range: `bytes=${whole.length}-` })).status).toBe(416);
    const etag = part.headers.get('etag') ?? '';
    expect((await get(path, null, { 'if-none-match': etag })).status).toBe(304);
    const head = await fetch(server.origin + path, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(whole.length));
  });

  test('is not there under another name, and takes no forms', async () => {
    expect((await get(path.replace('.pdf', '.html'), null)).status).toBe(404);
    const posted = await fetch(server.origin + path, { method: 'POST', headers: { origin: server.origin } });
    expect(posted.status).toBe(405);
  });
});
