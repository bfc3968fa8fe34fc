import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeDraft } from '../../src/registry/steps/change-draft.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { textareaOf } from '../support/form-text.ts';
import { aRegisterWithAnOpenDraft, charterBody, type Story, storyBegins } from '../support/register-with.ts';

const text = '/desk/charters/test-north';
const history = `${text}/history`;

let story: Story;
let site: DeskSite;
beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
  await save(1, `${charterBody}\n\nข้อความที่หนึ่ง`, 'saved');
  await save(2, `${charterBody}\n\nข้อความที่สอง`, 'autosaved');
});
afterEach(() => story.register.close());

const save = (expectedVersion: number, body: string, kind: 'saved' | 'autosaved') =>
  changeDraft(
    story.register,
    story.people.editorA,
    story.charter,
    { expectedVersion, kind, change: (content) => ({ ok: true, value: { ...content, body } }) },
    storyBegins,
  );
const words = (html: string) => html.replace(/<[^>]*>/g, '');

test('the history of a draft lists who saved when and how, and marks what is there now', async () => {
  const { status, html } = await site.get(history, story.people.publisherA);
  expect(status).toBe(200);
  expect(html.match(/revision-list__what/g)).toHaveLength(3);
  expect(words(html)).toContain('ผู้ทดสอบ editor-a · บันทึกเองระหว่างพิมพ์');
  expect(words(html)).toContain('ผู้ทดสอบ editor-a · เปิดร่าง');
  expect(html.match(/ปัจจุบัน<\/span>/g)).toHaveLength(1);
});

test('an earlier version is shown with what became of it, and can be brought back without losing what is there', async () => {
  const { html } = await site.get(`${history}?revision=2`, story.people.editorA);
  expect(words(html)).toMatch(/−\S*หนึ่ง/);
  expect(words(html)).toMatch(/\+\S*สอง/);
  const form = { version: '3', revision: '2', action: 'restore' };
  const restored = await site.post(history, story.people.editorA, form);
  expect(restored).toMatchObject({ status: 303, location: `${text}?saved=4` });
  expect(textareaOf((await site.get(text, story.people.editorA)).html, 'body')).toContain('ข้อความที่หนึ่ง');
  expect((await site.get(`${history}?revision=3`, story.people.editorA)).html).toContain('ข้อความที่สอง');
});

test('a version is not brought back over what somebody saved meanwhile', async () => {
  await save(3, `${charterBody}\n\nข้อความที่สาม`, 'saved');
  const answer = await site.post(history, story.people.editorA, {
    version: '3',
    revision: '2',
    action: 'restore',
  });
  expect(answer.status).toBe(409);
  expect(answer.html).toContain('name="version" value="4"');
  expect(textareaOf((await site.get(text, story.people.editorA)).html, 'body')).toContain('ข้อความที่สาม');
});

test('a version that is not kept, or is none, is not found, and the list is there', async () => {
  for (const revision of ['99', '0', 'x']) {
    const { status, html } = await site.get(`${history}?revision=${revision}`, story.people.editorA);
    expect([revision, status]).toEqual([revision, revision === '99' ? 404 : 200]);
    expect(html).toContain('revision-list');
  }
  const posted = await site.post(history, story.people.editorA, {
    version: '3',
    revision: '99',
    action: 'restore',
  });
  expect(posted.status).toBe(404);
  expect((await site.get(history, story.people.editorB)).status).toBe(404);
});
