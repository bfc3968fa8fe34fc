import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDraft } from '../../src/registry/open-draft.ts';
import { changeDraft } from '../../src/registry/steps/change-draft.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { textareaOf } from '../support/form-text.ts';
import { aRegisterWithAnOpenDraft, charterBody, type Story, storyBegins } from '../support/register-with.ts';

const draft = '/desk/charters/test-north';
const opened = {
  version: '1',
  summary: 'ข้อความทดสอบ',
  changeKind: 'substantive',
  changeNote: '',
  body: charterBody,
};
const withClause2 = (text: string) => charterBody.replace('ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ', text);
const theirs = { ...opened, summary: 'สรุปของคนแรก', body: withClause2('ทุกบ้านล้างลำเหมือง'), action: 'save' };

let story: Story;
let site: DeskSite;
beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
  await site.post(draft, story.people.editorA, theirs);
});
afterEach(() => story.register.close());

const stored = async () => (await site.get(draft, story.people.editorA)).html;
const mergeForm = (html: string) => ({
  ...Object.fromEntries(Object.keys(opened).map((name) => [name, textareaOf(html, name) ?? ''])),
  baseVersion: textareaOf(html, 'baseVersion') ?? '',
  action: 'merge',
});

describe('a second save on the same version', () => {
  test('is refused with both texts, who saved and when, and nothing is stored', async () => {
    const mine = { ...opened, body: withClause2('ทุกบ้านขุดลอกลำเหมือง'), action: 'save' };
    const { status, html } = await site.post(draft, story.people.publisherA, mine);
    expect(status).toBe(409);
    expect(textareaOf(html, 'body')).toBe(mine.body);
    expect(html.replace(/<[^>]*>/g, '')).toContain('ล้างลำเหมือง');
    expect(html).toContain('ผู้ทดสอบ editor-a');
    expect(html).toContain('22\u00a0พฤศจิกายน\u00a02569 เวลา\u00a009.00\u00a0น.');
    expect(textareaOf(await stored(), 'body')).toBe(theirs.body);
  });

  test('that touches other lines and fields merges by itself, and is saved when its writer has seen it', async () => {
    const body = charterBody.replace('เขียนขึ้นเพื่อทดสอบระบบ', 'เขียนขึ้นใหม่');
    const answer = await site.post(draft, story.people.publisherA, {
      ...opened,
      body,
      changeNote: 'แก้ข้อ 1',
      action: 'save',
    });
    expect(answer.html).not.toContain('type="radio"');
    const saved = await site.post(draft, story.people.publisherA, mergeForm(answer.html));
    expect(saved).toMatchObject({ status: 303, location: `${draft}?saved=3` });
    const html = await stored();
    expect(textareaOf(html, 'body')).toBe(
      withClause2('ทุกบ้านล้างลำเหมือง').replace('เขียนขึ้นเพื่อทดสอบระบบ', 'เขียนขึ้นใหม่'),
    );
    expect(textareaOf(html, 'summary')).toBe('สรุปของคนแรก');
    expect(textareaOf(html, 'changeNote')).toBe('แก้ข้อ 1');
  });

  test('that touches the same line asks for a choice, and takes no other for it', async () => {
    const mine = { ...opened, body: withClause2('ทุกบ้านขุดลอกลำเหมือง'), action: 'save' };
    const { html } = await site.post(draft, story.people.publisherA, mine);
    const form = mergeForm(html);
    const unsettled = await site.post(draft, story.people.publisherA, form);
    expect(unsettled.status).toBe(409);
    expect(unsettled.html).toContain('ยังมีที่ขัดกันซึ่งยังไม่ได้เลือก');
    expect(textareaOf(await stored(), 'body')).toBe(theirs.body);
    await site.post(draft, story.people.publisherA, { ...form, 'conflict-body-1': 'both' });
    expect(textareaOf(await stored(), 'body')).toBe(withClause2('ทุกบ้านล้างลำเหมือง\n\nทุกบ้านขุดลอกลำเหมือง'));
  });

  test('that meets a third one on its way back is shown against that one', async () => {
    const mine = { ...opened, body: withClause2('ทุกบ้านขุดลอกลำเหมือง'), action: 'save' };
    const { html } = await site.post(draft, story.people.publisherA, mine);
    await site.post(draft, story.people.editorA, { ...theirs, version: '2', changeNote: 'บันทึกที่สาม' });
    const again = await site.post(draft, story.people.publisherA, {
      ...mergeForm(html),
      'conflict-body-1': 'mine',
    });
    expect(again.status).toBe(409);
    expect(textareaOf(again.html, 'body')).toBe(mine.body);
    await site.post(draft, story.people.publisherA, { ...mergeForm(again.html), 'conflict-body-1': 'mine' });
    const last = await stored();
    expect(textareaOf(last, 'changeNote')).toBe('บันทึกที่สาม');
    expect(textareaOf(last, 'body')).toBe(mine.body);
  });

  test('with a field that cannot be stored is saved without it, and the field stays in the form', async () => {
    const { html } = await site.post(draft, story.people.publisherA, { ...opened, action: 'save' });
    const changeNote = 'ย'.repeat(4001);
    const answer = await site.post(draft, story.people.publisherA, { ...mergeForm(html), changeNote });
    expect(answer.status).toBe(422);
    expect(textareaOf(answer.html, 'changeNote')).toBe(changeNote);
    expect(textareaOf(answer.html, 'summary')).toBe('สรุปของคนแรก');
    expect(textareaOf(await stored(), 'changeNote')).toBe('');
  });

  test('of a draft that is published meanwhile comes back, and opens the next draft with it', async () => {
    const mine = { ...opened, body: '### ข้อ 1\n\nข้อความของคนที่สอง', action: 'save' };
    await site.post(`${draft}/publish`, story.people.publisherA, {
      version: '2',
      changeKind: 'substantive',
      changeNote: 'ทดสอบ',
      action: 'publish',
      confirm: 'yes',
    });
    const gone = await site.post(draft, story.people.editorA, mine);
    expect(gone.status).toBe(409);
    expect(textareaOf(gone.html, 'body')).toBe(mine.body);
    const again = await site.post(draft, story.people.editorA, { ...mine, action: 'amend_with_mine' });
    expect(again.status).toBe(303);
    const next = await stored();
    expect(next).toContain('ร่างของฉบับลำดับที่ 3');
    expect(textareaOf(next, 'body')).toBe(mine.body);
  });
});

describe('a save of the text after a save of other facts', () => {
  test('is no second save: both are kept', async () => {
    const { register, people, charter } = story;
    const changed = await changeDraft(
      register,
      people.publisherA,
      charter,
      {
        expectedVersion: 2,
        kind: 'saved',
        change: (content) => ({ ok: true, value: { ...content, placeNote: 'หมายเหตุทดสอบ' } }),
      },
      storyBegins,
    );
    expect(changed.ok).toBe(true);
    const saved = await site.post(draft, people.editorA, { ...theirs, version: '2', summary: 'สรุปใหม่' });
    expect(saved).toMatchObject({ status: 303, location: `${draft}?saved=4` });
    const page = await openDraft(register, people.editorA, charter);
    expect(page.ok && page.value.draft.content).toMatchObject({
      placeNote: 'หมายเหตุทดสอบ',
      summary: 'สรุปใหม่',
    });
  });
});

describe('a text that saves itself while it is typed', () => {
  const typing = { ...opened, version: '2', summary: theirs.summary, body: theirs.body, action: 'autosave' };
  const own = () => ({ ...typing, user: String(story.people.editorA.userId) });
  const answerOf = async (form: Readonly<Record<string, string>>, who = story.people.editorA) => {
    const { status, html } = await site.post(draft, who, form);
    return { status, answer: JSON.parse(html) as unknown };
  };

  test('is stored as it is, and the answer tells its version', async () => {
    expect(await answerOf({ ...own(), body: 'ข้อ 1 กำลังพิ' })).toMatchObject({
      status: 200,
      answer: { kind: 'saved', version: 3, problems: [] },
    });
    expect(textareaOf(await stored(), 'body')).toBe('ข้อ 1 กำลังพิ');
  });

  test('is stored but for a field that cannot be, which is told', async () => {
    expect(await answerOf({ ...own(), summary: 'ย'.repeat(4001), body: 'ข้อ 1 ใหม่' })).toMatchObject({
      answer: { kind: 'saved', version: 3, problems: [{ field: 'summary', reason: 'too_long' }] },
    });
    const html = await stored();
    expect(textareaOf(html, 'body')).toBe('ข้อ 1 ใหม่');
    expect(textareaOf(html, 'summary')).toBe(theirs.summary);
  });

  test('is refused when somebody saved first, with what is there and by whom', async () => {
    expect(await answerOf({ ...own(), version: '1', body: 'ข้อ 1 ใหม่' })).toMatchObject({
      status: 409,
      answer: {
        kind: 'conflict',
        version: 2,
        isOwn: true,
        by: 'ผู้ทดสอบ editor-a',
        fields: { body: theirs.body },
      },
    });
    expect(textareaOf(await stored(), 'body')).toBe(theirs.body);
  });

  test('is never stored under the name of another person, of nobody, or of someone who may not', async () => {
    const form = { ...own(), body: 'ข้อ 1 ใหม่' };
    expect(await answerOf(form, story.people.publisherA)).toMatchObject({
      status: 401,
      answer: { kind: 'other_person' },
    });
    const { status, html } = await site.ask(draft, { form });
    expect([status, JSON.parse(html)]).toEqual([401, { kind: 'session_over' }]);
    const stranger = { ...form, user: String(story.people.editorB.userId) };
    expect(await answerOf(stranger, story.people.editorB)).toMatchObject({
      status: 404,
      answer: { kind: 'gone' },
    });
    expect(textareaOf(await stored(), 'body')).toBe(theirs.body);
  });
});
