import { afterEach, beforeEach, expect, test } from 'vitest';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { aRegisterWithAnOpenDraft, type Story } from '../support/register-with.ts';

let story: Story;
let site: DeskSite;
let address: string;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
  address = `/desk/${story.charter.type}/${story.charter.slug}/paste`;
});
afterEach(() => story.register.close());

test('what is pasted into a draft comes back as Markdown, with what was left out', async () => {
  const html =
    '<h2>หมวด ๑ ทดสอบ</h2><p>ข้อ ๑ <b>ให้</b>ทดสอบ<script>alert(1)</script><img src=x onerror=alert(1)></p>';
  const { status, html: answer, header } = await site.post(address, story.people.editorA, { html });
  expect(status).toBe(200);
  expect(header('content-type')).toBe('application/json');
  expect(JSON.parse(answer)).toEqual({
    markdown: '## หมวด ๑ ทดสอบ\n\nข้อ ๑ **ให้**ทดสอบ',
    notes: ['สคริปต์ 1 แห่ง: ตัดทิ้ง', 'รูปภาพ 1 รูป: ไม่ได้นำเข้า หากจำเป็นโปรดแนบเป็นไฟล์ภายหลัง'],
  });
});

test('what holds no text is answered with one sentence', async () => {
  const { status, html } = await site.post(address, story.people.editorA, { html: '<img src=x>' });
  expect([status, JSON.parse(html)]).toEqual([422, { problem: 'ไม่พบข้อความในสิ่งที่นำเข้า' }]);
});

test('nobody else has a place to paste into', async () => {
  expect((await site.post(address, story.people.editorB, { html: '<p>x</p>' })).status).toBe(404);
  expect((await site.post(address, null, { html: '<p>x</p>' })).status).toBe(401);
  const nowhere = '/desk/charters/no-such-charter/paste';
  expect((await site.post(nowhere, story.people.editorA, { html: '<p>x</p>' })).status).toBe(404);
});
