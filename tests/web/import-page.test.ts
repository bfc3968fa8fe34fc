import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDraft } from '../../src/registry/open-draft.ts';
import { aWordFile } from '../intake/word-files.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { aRegisterWithAnOpenDraft, type Story } from '../support/register-with.ts';

let story: Story;
let site: DeskSite;
let address: string;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
  address = `/desk/${story.charter.type}/${story.charter.slug}/import`;
});
afterEach(() => story.register.close());

async function draft() {
  const page = await openDraft(story.register, story.people.editorA, story.charter);
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.draft;
}

const bodyIn = (html: string): string =>
  (/name="body"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

const folder = mkdtempSync(join(tmpdir(), 'tammanoon-import-page-'));

/** The file of a form as the front door hands it on. */
function anUpload(bytes: Buffer, fileName = 'ธรรมนูญ.docx') {
  const path = join(folder, 'upload');
  writeFileSync(path, bytes);
  return [{ field: 'file', fileName, path, bytes: bytes.length, isTooLarge: false }];
}

const aFile = async () =>
  anUpload(
    await aWordFile(
      [
        { kind: 'chapter', shape: 'two_lines', number: 1, text: 'บททดสอบ' },
        { kind: 'clause', shape: 'automatic', number: 1, text: 'ให้ทดสอบการนำเข้า' },
      ],
      true,
    ),
  );

describe('an officer who imports a Word file', () => {
  test('sees it beside the present text, with what was left out, before anything is stored', async () => {
    const before = await draft();
    const { status, html } = await site.post(
      address,
      story.people.editorA,
      { action: 'read_file' },
      await aFile(),
    );
    expect(status).toBe(200);
    expect(bodyIn(html)).toBe('## หมวด ๑ บททดสอบ\n\nข้อ ๑ ให้ทดสอบการนำเข้า');
    expect(html).toContain('พบ 1 หมวด · 1 ข้อ');
    expect(html).toContain('รูปภาพ 1 รูป');
    expect(html).toContain('หัวกระดาษทดสอบ');
    expect(await draft()).toEqual(before);
  });

  test('puts it in place of the text, or after it, and each is a revision that was imported', async () => {
    const { body } = (await draft()).content;
    const read = await site.post(address, story.people.editorA, { action: 'read_file' }, await aFile());
    const fields = { version: versionIn(read.html), body: bodyIn(read.html) };
    const added = await site.post(address, story.people.editorA, { action: 'append', ...fields });
    expect(added.status).toBe(303);
    expect((await draft()).content.body).toBe(`${body}\n\n${fields.body}`);
    const put = await site.post(address, story.people.editorA, {
      action: 'replace',
      ...fields,
      version: '2',
    });
    expect(put.location).toContain('saved=3');
    expect((await draft()).content.body).toBe(fields.body);
  });

  test('loses nothing when somebody saved meanwhile: the text comes back beside the new one', async () => {
    const first = { action: 'replace', version: '1', body: 'ข้อ ๑ ของคนแรก' };
    await site.post(address, story.people.publisherA, first);
    const second = await site.post(address, story.people.editorA, { ...first, body: 'ข้อ ๑ ของคนที่สอง' });
    expect(second.status).toBe(409);
    expect(bodyIn(second.html)).toBe('ข้อ ๑ ของคนที่สอง');
    expect(second.html).toContain('ข้อ ๑ ของคนแรก');
    expect((await draft()).content.body).toBe('ข้อ ๑ ของคนแรก');
    const again = { ...first, version: versionIn(second.html), body: bodyIn(second.html) };
    expect((await site.post(address, story.people.editorA, again)).status).toBe(303);
  });

  test('is told in one sentence what is wrong with a file', async () => {
    const wrong: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('ข้อความ'), 'ไม่ใช่ไฟล์ Word'],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'Word รุ่นเก่า'],
      [Buffer.from('PK\x03\x04 และเสียหาย ไม่มีสารบัญของไฟล์'), 'ไฟล์อาจเสียหาย'],
      [Buffer.alloc(0), 'ยังไม่ได้เลือกไฟล์'],
    ];
    for (const [bytes, sentence] of wrong) {
      const file = anUpload(bytes, '<img src=x onerror=alert(1)>.docx');
      const { status, html } = await site.post(address, story.people.editorA, { action: 'read_file' }, file);
      expect(status).toBe(422);
      expect(html).toContain(sentence);
      expect(html).not.toContain('onerror');
    }
  });

  test('keeps the text when the draft went away while it was looked at', async () => {
    const { register, people, charter } = story;
    const form = { version: '1', body: 'ข้อ ๑ ที่ยังไม่ได้บันทึก' };
    const gone = await site.post(`/desk/${charter.type}/${charter.slug}`, people.publisherA, {
      action: 'discard',
      version: '1',
      confirmDiscard: 'yes',
    });
    expect(gone.status).toBeLessThan(400);
    expect((await openDraft(register, people.editorA, charter)).ok).toBe(false);
    const { status, html } = await site.post(address, people.editorA, { action: 'append', ...form });
    expect(status).toBe(409);
    expect(html).toContain('ข้อ ๑ ที่ยังไม่ได้บันทึก');
  });
});

test('HTML that was pasted is read on the same page, and a refused one stays in its field', async () => {
  const html = '<p align=center>หมวด ๑</p><p align=center>ทดสอบ</p><p onclick="alert(1)">ข้อ ๑ ให้ทดสอบ</p>';
  const read = await site.post(address, story.people.editorA, { action: 'read_html', html });
  expect(bodyIn(read.html)).toBe('## หมวด ๑ ทดสอบ\n\nข้อ ๑ ให้ทดสอบ');
  const empty = await site.post(address, story.people.editorA, { action: 'read_html', html: '<img src=x>' });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('&lt;img src=x&gt;');
});

test('whoever may not see the draft finds no import page', async () => {
  for (const who of [story.people.editorB, story.people.publisherB]) {
    expect((await site.get(address, who)).status).toBe(404);
    expect((await site.post(address, who, { action: 'replace', version: '1', body: 'x' })).status).toBe(404);
  }
});
