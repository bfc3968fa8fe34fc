import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addUser } from '../../src/auth/add-user.ts';
import { createAuth } from '../../src/auth/auth.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { textareaOf } from '../support/form-text.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  type Story,
  storyBegins,
  switchFourEyes,
} from '../support/register-with.ts';

const draft = '/desk/charters/test-north';
const typed = {
  version: '1',
  summary: 'ข้อความทดสอบใหม่',
  changeKind: 'substantive',
  changeNote: 'เพิ่มข้อ 3',
  body: '### ข้อ 1 ชื่อ\r\n\r\nบรรทัดหนึ่ง\r\nบรรทัดสอง',
};

let story: Story;
let site: DeskSite;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
});
afterEach(() => story.register.close());

describe('saving', () => {
  test('keeps the text and says so', async () => {
    const saved = await site.post(draft, story.people.editorA, { ...typed, action: 'save' });
    expect(saved).toMatchObject({ status: 303, location: `${draft}?saved=2` });
    const { html } = await site.get(`${draft}?saved=2`, story.people.editorA);
    expect(html).toContain('บันทึกร่างแล้ว');
    expect(textareaOf(html, 'body')).toBe('### ข้อ 1 ชื่อ\n\nบรรทัดหนึ่ง\nบรรทัดสอง');
  });

  test('is not claimed by an address alone', async () => {
    const { html } = await site.get(`${draft}?saved=9`, story.people.editorA);
    expect(html).not.toContain('บันทึกร่างแล้ว');
  });

  test('with a summary that is too long is refused at the field, with everything typed still there', async () => {
    const summary = 'ย'.repeat(4001);
    const { status, html } = await site.post(draft, story.people.editorA, {
      ...typed,
      summary,
      action: 'save',
    });
    expect(status).toBe(422);
    expect(html).toContain('href="#field-summary"');
    expect(html).toMatch(
      /<textarea[^>]*id="field-summary"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*field-summary-problem/,
    );
    expect(textareaOf(html, 'summary')).toBe(summary);
    expect(textareaOf(html, 'body')).toContain('บรรทัดสอง');
  });

  test('is what the Enter key does', async () => {
    const saved = await site.post(draft, story.people.editorA, { ...typed, action: 'enter' });
    expect(saved).toMatchObject({ status: 303, location: `${draft}?saved=2` });
  });

  test('and going on to the review is one press', async () => {
    const saved = await site.post(draft, story.people.editorA, { ...typed, action: 'save_and_review' });
    expect(saved).toMatchObject({ status: 303, location: `${draft}/review` });
    expect((await site.get(`${draft}/review`, story.people.editorA)).html).toContain('บรรทัดสอง');
  });

  test('asks for the text alone: facts are changed on their own pages, and publishing has its page', async () => {
    const { html } = await site.get(draft, story.people.publisherA);
    for (const name of ['title', 'label', 'adopted', 'places']) expect(html).not.toContain(`name="${name}"`);
    expect(html).toContain(`href="${draft}/facts"`);
    expect(html).not.toContain('value="publish"');
    await site.post(draft, story.people.publisherA, { ...typed, title: 'ชื่ออื่น', action: 'save' });
    expect((await site.get(draft, story.people.editorA)).html).not.toContain('ชื่ออื่น');
    const forced = await site.post(draft, story.people.publisherA, {
      ...typed,
      action: 'publish',
      confirm: 'yes',
    });
    expect(forced.status).toBe(400);
  });

  test('markup in the text is text', async () => {
    const nasty = '</textarea><script>alert(1)</script>"&lt;';
    const { html } = await site.post(draft, story.people.editorA, {
      ...typed,
      summary: nasty,
      body: nasty,
      action: 'preview',
    });
    // Inside a quoted attribute `<` is text already; outside of one it has to be escaped.
    expect(html.replace(/="[^"]*"/g, '')).not.toContain('<script>alert');
    expect(textareaOf(html, 'body')).toBe(nasty);
  });
});

describe('previewing', () => {
  test('shows what is typed and what stands in the way, and stores nothing', async () => {
    const form = { ...typed, changeNote: '', action: 'preview' };
    const { status, html } = await site.post(draft, story.people.editorA, form);
    expect(status).toBe(200);
    expect(html).toContain('id="cl-1"');
    expect(html).toContain('id="field-changeNote-problem"');
    const stored = await site.get(draft, story.people.editorA);
    expect(textareaOf(stored.html, 'body')).toContain('ทุกบ้านช่วยกันดูแล');
  });
});

describe('publishing', () => {
  const publishPage = `${draft}/publish`;
  const publish = {
    version: '2',
    changeKind: 'substantive',
    changeNote: 'เพิ่มข้อ 3',
    action: 'publish',
    confirm: 'yes',
  };
  beforeEach(async () => {
    await site.post(draft, story.people.publisherA, { ...typed, action: 'save' });
  });

  test('leads to the new edition and asks for the index', async () => {
    const answer = await site.post(publishPage, story.people.publisherA, publish);
    expect(answer).toMatchObject({ status: 303, location: '/charters/test-north/editions/2' });
    expect(site.indexRequests()).toBe(1);
    const after = await site.get(draft, story.people.publisherA);
    expect(after.html).toContain('แก้ไขเพื่อออกฉบับใหม่');
  });

  test('without a change note is refused in Thai at the field, and nothing is published (L3)', async () => {
    const form = { ...publish, changeNote: ' ' };
    const { status, html } = await site.post(publishPage, story.people.publisherA, form);
    expect(status).toBe(422);
    expect(html).toMatch(/id="field-changeNote-problem"[^>]*><p>โปรดเขียนว่าฉบับนี้เปลี่ยนอะไร/);
    expect(site.indexRequests()).toBe(0);
  });

  test('without its confirmation is refused, and nothing is published', async () => {
    const { confirm: _, ...unconfirmed } = publish;
    const { status, html } = await site.post(publishPage, story.people.publisherA, unconfirmed);
    expect(status).toBe(422);
    expect(html).toContain('id="field-confirm-problem"');
    expect(site.indexRequests()).toBe(0);
  });

  test('leads from each finding to the page where it is put right', async () => {
    await site.post(draft, story.people.publisherA, {
      ...typed,
      version: '2',
      body: '### ข้อ 1 ชื่อ\n\nโทร 0812345678',
      action: 'save',
    });
    const { html } = await site.get(publishPage, story.people.publisherA);
    expect(html).toContain(`<a href="${draft}#field-body">ข้อ 1</a>`);
    expect(html).toContain(`<a href="${draft}/facts/details">แก้ไข</a>`);
  });

  test('under four eyes: not one’s own, nor what nobody approved', async () => {
    await switchFourEyes(story.register, organisationA, true);
    const own = await site.post(publishPage, story.people.publisherA, publish);
    expect(own.status).toBe(403);
    expect(own.html).toContain('ต้องให้ผู้อื่นเป็นผู้เผยแพร่');
    await site.post(draft, story.people.editorA, {
      ...typed,
      version: '2',
      summary: 'แก้โดยผู้ร่าง',
      action: 'save',
    });
    const unapproved = await site.post(publishPage, story.people.publisherA, { ...publish, version: '3' });
    expect(unapproved.status).toBe(409);
    expect(unapproved.html).toContain('ข้อความนี้ยังไม่ได้รับอนุมัติ');
    expect(unapproved.html).not.toContain('value="publish"');
  });
});

describe('discarding a draft', () => {
  const discard = { ...typed, action: 'discard', confirmDiscard: 'yes' };

  test('is said, once, and leaves the work ready to be amended again', async () => {
    const { status, html } = await site.post(draft, story.people.editorA, discard);
    expect(status).toBe(200);
    expect(html).toContain('ลบร่างแล้ว');
    const after = await site.get(draft, story.people.editorA);
    expect(after.html).not.toContain('ลบร่างแล้ว');
    expect(after.html).toContain('แก้ไขเพื่อออกฉบับใหม่');
    expect((await site.get('/charters/test-north', null)).status).toBe(200);
  });

  test('without its confirmation is refused there, with everything typed still in the form', async () => {
    const { confirmDiscard: _, ...unconfirmed } = discard;
    const { status, html } = await site.post(draft, story.people.editorA, unconfirmed);
    expect(status).toBe(422);
    expect(html).toContain('href="#field-confirmDiscard"');
    expect(html).toMatch(/<details open[^>]*>\s*<summary>ลบร่างนี้/);
    expect(textareaOf(html, 'body')).toContain('บรรทัดสอง');
  });

  test('that somebody has saved since is refused with both texts', async () => {
    await site.post(draft, story.people.publisherA, { ...typed, action: 'save' });
    const mine = { ...discard, body: '### ข้อ 1\n\nของคนที่จะลบ' };
    const { status, html } = await site.post(draft, story.people.editorA, mine);
    expect(status).toBe(409);
    expect(textareaOf(html, 'body')).toBe('### ข้อ 1\n\nของคนที่จะลบ');
    expect(html).toContain('บรรทัดสอง');
  });

  test('is not offered for the first draft of a work', async () => {
    const { people } = story;
    const work = { type: 'plans', slug: 'test-plan', title: 'แผนทดสอบ', steward: organisationA };
    await site.post('/desk/new', people.editorA, work);
    const { html } = await site.get('/desk/plans/test-plan', people.editorA);
    expect(html).not.toContain('ลบร่างนี้');
    const forced = await site.post('/desk/plans/test-plan', people.editorA, discard);
    expect(forced.status).toBe(409);
    expect(forced.html).toContain('ลบร่างแรกของเอกสารไม่ได้');
  });
});

test('a form sent after the session ended comes back whole, ready to be sent again', async () => {
  const { status, html } = await site.post(draft, null, { ...typed, action: 'save' });
  expect(status).toBe(401);
  expect(textareaOf(html, 'body')).toContain('บรรทัดสอง');
  expect(textareaOf(html, 'action')).toBe('save');
  expect(textareaOf(html, 'version')).toBe('1');
});

test.each([{}, { action: 'x' }, { action: 'save', version: '1e3' }, { action: 'expand:' }])(
  'a form that is not ours (%o) does no harm',
  async (form) => {
    const answer = await site.post(draft, story.people.editorA, form);
    expect(answer.status).toBeLessThan(500);
    const after = await site.get(draft, story.people.editorA);
    expect(textareaOf(after.html, 'body')).toContain('ทุกบ้านช่วยกันดูแล');
  },
);

describe('signing in', () => {
  const password = 'ลำเหมืองสะอาดทั้งปี';

  async function realSite(): Promise<DeskSite> {
    const { register } = story;
    await addUser(register, {
      username: 'somchai.test',
      displayName: 'สมชาย ทดสอบ',
      role: 'editor',
      organisation: organisationA,
      password,
      now: storyBegins,
    });
    const auth = createAuth({ register, isSecure: false, now: () => storyBegins });
    auth.close();
    return aDeskSite(register, { auth });
  }

  test('leads back to where one wanted to go, and out again', async () => {
    const real = await realSite();
    const form = { username: 'somchai.test', password, next: `${draft}?saved=x` };
    const signedIn = await real.ask('/login', { form });
    expect(signedIn).toMatchObject({ status: 303, location: `${draft}?saved=x` });
    const cookie = signedIn.header('set-cookie')?.split(';')[0] ?? '';
    const desk = await real.ask('/desk', { cookie });
    expect(desk.status).toBe(200);
    expect(desk.html).toContain('สมชาย ทดสอบ');
    expect(desk.html).toContain('ธรรมนูญตำบลทดสอบเหนือ');
    const out = await real.ask('/logout', { cookie, form: {} });
    expect(out.header('set-cookie')).toContain('Max-Age=0');
    expect((await real.ask('/desk', { cookie })).status).toBe(303);
  });

  test('refuses an unknown user and a wrong password with the same page', async () => {
    const real = await realSite();
    const answers = await Promise.all(
      ['somchai.test', 'somjing.test'].map((username) =>
        real.ask('/login', { form: { username, password: 'ผิดแน่นอนนะ' } }),
      ),
    );
    const [wrong, unknown] = answers.map(({ status, html }) => ({
      status,
      html: html.replaceAll('somjing', 'somchai'),
    }));
    expect(unknown).toEqual(wrong);
    expect(wrong?.status).toBe(422);
  });

  test.each([
    'https://evil.example/',
    '//evil.example/desk',
    '/\\evil.example',
    '/desk/../..//evil.example',
    '/desk/..//evil.example',
    '/deskx',
    'javascript:alert(1)',
    '/desk\n//evil.example',
    '',
  ])('never leads to "%s"', async (next) => {
    const real = await realSite();
    const { location } = await real.ask('/login', { form: { username: 'somchai.test', password, next } });
    expect(location).toMatch(/^\/desk(?:$|\/(?!\/)|\?)/);
    expect(location).not.toContain('evil');
  });
});

describe('the tools of the text without JavaScript', () => {
  const post = (form: Readonly<Record<string, string>>) =>
    site.post(draft, story.people.editorA, { ...typed, ...form });
  const body = '### ข้อ ๑ ก\n\nอบต.ทดสอบ ตามข้อ ๒\n\n### ข้อ ๒ ข\n\nข';

  test('put in a provision, renumber the later ones, tell what refers to them, and save nothing', async () => {
    const { html } = await post({
      body,
      action: 'insert_provision',
      insertAfter: 'cl-1',
      insertRenumber: 'yes',
    });
    expect(textareaOf(html, 'body')).toBe('### ข้อ ๑ ก\n\nอบต.ทดสอบ ตามข้อ ๒\n\n### ข้อ ๒ \n\n### ข้อ ๓ ข\n\nข');
    expect(html).toContain('ในบรรทัด 3');
    expect(html).toContain('data-stored=');
    expect((await site.get(draft, story.people.editorA)).html).not.toContain('อบต.ทดสอบ');
  });

  test('write one short form in full, and nothing where there is none', async () => {
    const start = body.indexOf('อบต.');
    const { html } = await post({ body, action: `expand:${start}` });
    expect(textareaOf(html, 'body')).toContain('องค์การบริหารส่วนตำบลทดสอบ');
    const other = await post({ body, action: 'expand:0' });
    expect(textareaOf(other.html, 'body')).toBe(body);
  });
});
