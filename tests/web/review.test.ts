import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addresses } from '../../src/domain/addresses.ts';
import { publishDue } from '../../src/registry/publish-due.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  type Story,
  switchFourEyes,
} from '../support/register-with.ts';

let story: Story;
let site: DeskSite;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  await switchFourEyes(story.register, organisationA, true);
  site = await aDeskSite(story.register);
});
afterEach(() => story.register.close());

const review = () => addresses.draftSection(story.charter, 'review');
const publish = () => addresses.draftSection(story.charter, 'publish');
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

async function type(body: string, changeNote = ''): Promise<void> {
  const { html } = await site.get(addresses.draft(story.charter), story.people.editorA);
  const saved = await site.post(addresses.draft(story.charter), story.people.editorA, {
    action: 'save',
    version: versionIn(html),
    changeKind: 'substantive',
    changeNote,
    body,
  });
  expect(saved.status).toBe(303);
}

type Who = keyof Story['people'];

/** Presses a button of a page as a browser without JavaScript does. */
async function press(address: string, who: Who, action: string, form: Record<string, string> = {}) {
  const { html } = await site.get(address, story.people[who]);
  return site.post(address, story.people[who], { action, version: versionIn(html), ...form });
}

const submit = (changeNote = 'เพิ่มข้อ 3') =>
  press(review(), 'editorA', 'submit', { changeKind: 'substantive', changeNote });

const newBody =
  '### ข้อ 1 ชื่อ\n\nธรรมนูญทดสอบ\n\n### ข้อ 2 น้ำ\n\nทุกบ้านช่วยกันดูแลลำเหมือง\n\n### ข้อ 3 ป่า\n\nรักษาป่าทดสอบ';

describe('a review at the desk', () => {
  test('opens on what differs from the edition that readers have (L4)', async () => {
    await type(newBody);
    const { status, html } = await site.get(review(), story.people.publisherA);
    expect(status).toBe(200);
    expect(html.indexOf('สรุปการเปลี่ยนแปลง')).toBeLessThan(html.indexOf('บันทึกของผู้อ่านร่าง'));
    expect(html).toMatch(/เพิ่ม.*ข้อ\s*3/);
  });

  test('is refused without a change note, in Thai, at the field (L3)', async () => {
    await type(newBody);
    const { status, html } = await submit('');
    expect(status).toBe(422);
    expect(html).toContain('href="#field-changeNote"');
    expect(html).toMatch(/id="field-changeNote-problem"[\s\S]*?โปรดเขียนว่าฉบับนี้เปลี่ยนอะไรและเพราะอะไร/);
  });

  test('an open remark blocks the approval until it is settled (L4), and keeps its place in the text', async () => {
    await type(newBody);
    expect((await submit()).status).toBe(303);
    const made = await press(review(), 'publisherA', 'remark', { eid: 'cl-3', remark: 'ขอให้ระบุขอบเขตป่า' });
    expect(made.location).toMatch(/#remark-\d+$/);
    expect((await press(review(), 'publisherA', 'approve')).status).toBe(409);
    await type(newBody.replace('รักษาป่าทดสอบ', 'รักษาป่าทดสอบทั้งสองแปลง'));
    const { html } = await site.get(review(), story.people.publisherA);
    expect(html).toMatch(/ข้อ\s*3[\s\S]*ข้อความเปลี่ยนแล้วหลังบันทึกนี้/);
    const id = /remark-(\d+)/.exec(made.location ?? '')?.[1];
    expect((await press(review(), 'editorA', `answer:${id}`, { [`answer-${id}`]: 'แก้แล้ว' })).status).toBe(
      303,
    );
    expect((await press(review(), 'editorA', `resolve:${id}`)).status).toBe(403);
    expect((await press(review(), 'publisherA', `resolve:${id}`)).status).toBe(303);
    await submit();
    expect((await press(review(), 'publisherA', 'approve')).status).toBe(303);
  });

  test('is returned with a reason, which the author reads', async () => {
    await type(newBody);
    await submit();
    expect((await press(review(), 'publisherA', 'return', { returnReason: ' ' })).status).toBe(422);
    expect((await press(review(), 'publisherA', 'return', { returnReason: 'ขาดบทเฉพาะกาล' })).status).toBe(
      303,
    );
    const { html } = await site.get(review(), story.people.editorA);
    expect(html).toContain('ส่งกลับให้แก้');
    expect(html).toContain('ขาดบทเฉพาะกาล');
  });

  test('an approval holds for the text it was given to', async () => {
    await type(newBody);
    await submit();
    await press(review(), 'publisherA', 'approve');
    await type(`${newBody} และแหล่งน้ำ`);
    const page = await site.get(publish(), story.people.publisherA);
    expect(page.html).not.toContain('value="publish"');
    const version = versionIn((await site.get(review(), story.people.publisherA)).html);
    const form = { action: 'publish', version, confirm: 'yes' };
    const refused = await site.post(publish(), story.people.publisherA, form);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('ข้อความนี้ยังไม่ได้รับอนุมัติ');
  });

  test('personal data is approved only with a reason, which the audit keeps', async () => {
    await type(`${newBody}\n\nติดต่อ ๐๘๑-๒๓๔-๕๖๗๘`);
    await submit();
    const refused = await press(review(), 'publisherA', 'approve');
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('หมายเลขโทรศัพท์มือถือ');
    const personalData = 'เป็นเบอร์กลางของ อบต. ทดสอบ';
    expect((await press(review(), 'publisherA', 'approve', { personalData })).status).toBe(303);
    expect((await press(publish(), 'publisherA', 'publish', { confirm: 'yes' })).status).toBe(303);
    const entries = story.register.read.all<{ details: string }>(
      sql`SELECT details FROM audit WHERE action IN ('draft.approved', 'edition.published')`,
    );
    expect(entries.every(({ details }) => details.includes(personalData))).toBe(true);
  });
});

describe('publishing', () => {
  beforeEach(async () => {
    await type(newBody);
    await submit();
    await press(review(), 'publisherA', 'approve');
  });

  test('shows exactly what will be public, and publishes it once however often it is asked', async () => {
    const { html } = await site.get(publish(), story.people.publisherA);
    const hash = /[0-9a-f]{64}/.exec(html)?.[0];
    const form = { action: 'publish', version: versionIn(html), confirm: 'yes' };
    const answers = await Promise.all([1, 2].map(() => site.post(publish(), story.people.publisherA, form)));
    const again = await site.post(publish(), story.people.publisherA, form);
    for (const answer of [...answers, again]) {
      expect(answer).toMatchObject({ status: 303, location: addresses.edition(story.charter, 2) });
    }
    const edition = await site.get(addresses.edition(story.charter, 2), null);
    expect(edition.html).toContain(hash);
    const total = story.register.read.get<{ n: number }>(sql`SELECT count(*) AS n FROM editions`);
    expect(total.n).toBe(2);
  });

  test('is not for its author, nor for whoever sent it', async () => {
    expect((await press(publish(), 'editorA', 'publish', { confirm: 'yes' })).status).toBe(403);
  });

  test('waits for its moment, in Buddhist years and Thai digits, and is done by the server', async () => {
    const planned = await press(publish(), 'publisherA', 'schedule', {
      publishOn: '๑ ธันวาคม ๒๕๖๙',
      publishTime: '๐๙.๓๐ น.',
    });
    expect(planned.status).toBe(303);
    expect((await site.get(publish(), story.people.publisherA)).html).toContain(
      '1\u00a0ธันวาคม\u00a02569 เวลา\u00a009.30\u00a0น.',
    );
    expect(await publishDue(story.register, '2026-12-01T02:29:59.000Z')).toEqual([]);
    expect(await publishDue(story.register, '2026-12-01T02:30:00.000Z')).toEqual([
      { subject: 'charters/test-north', outcome: { published: 2 } },
    ]);
    expect(await publishDue(story.register, '2026-12-02T02:30:00.000Z')).toEqual([]);
  });

  test('is not planned for a moment that is past, nor for what is no time', async () => {
    const past = await press(publish(), 'publisherA', 'schedule', {
      publishOn: '1 มกราคม 2569',
      publishTime: '9:00',
    });
    expect(past.html).toContain('วันและเวลานี้ผ่านไปแล้ว');
    const never = await press(publish(), 'publisherA', 'schedule', {
      publishOn: 'มกราคม 2570',
      publishTime: '25:00',
    });
    expect(never.html).toContain('อ่านเวลาไม่ได้');
    expect(never.status).toBe(422);
  });

  test('a plan ends with any change of the text', async () => {
    await press(publish(), 'publisherA', 'schedule', { publishOn: '1 ธันวาคม 2569', publishTime: '9:00' });
    await type(`${newBody} และแหล่งน้ำ`);
    expect(await publishDue(story.register, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('a plan that is refused ends with the reason, and never loops', async () => {
    await press(publish(), 'publisherA', 'schedule', { publishOn: '1 ธันวาคม 2569', publishTime: '9:00' });
    await press(review(), 'editorA', 'remark', { remark: 'ยังมีที่ต้องแก้' });
    expect(await publishDue(story.register, '2026-12-02T00:00:00.000Z')).toEqual([
      { subject: 'charters/test-north', outcome: { refused: 'remarks_open' } },
    ]);
    expect(await publishDue(story.register, '2026-12-03T00:00:00.000Z')).toEqual([]);
    const { html } = await site.get(review(), story.people.publisherA);
    expect(html).toContain('ถึงเวลาแล้วแต่เผยแพร่ไม่ได้');
    expect(html).toContain('ยังมีบันทึกที่ไม่ได้สรุป');
  });

  test('no word of a review is on any public page, in no search and in no file (L6)', async () => {
    await press(review(), 'publisherA', 'remark', { remark: 'ลับทดสอบหนึ่ง' });
    for (const address of ['', '/editions', '/editions/1', '/editions/1.json', '/editions/1.md']) {
      const { html } = await site.get(`${addresses.work(story.charter)}${address}`, null);
      expect(html).not.toContain('ลับทดสอบหนึ่ง');
      expect(html).not.toContain('รักษาป่าทดสอบ');
    }
  });
});

describe('a form that was opened before somebody else saved', () => {
  const changed = newBody.replace('รักษาป่าทดสอบ', 'รักษาป่าทดสอบทุกปี');

  test.each([
    ['submit', 'editorA', { changeKind: 'substantive', changeNote: 'พิมพ์ไว้ก่อนส่ง' }],
    ['approve', 'publisherA', {}],
    ['return', 'publisherA', { returnReason: 'พิมพ์ไว้ก่อนส่ง' }],
  ] as const)(
    'of the review to %s shows what changed since, who saved it, and keeps what is typed',
    async (action, who, form) => {
      await type(newBody);
      await submit();
      const { html } = await site.get(review(), story.people[who]);
      await type(changed, 'เพิ่มข้อ 3');
      const sent = { action, version: versionIn(html), ...form };
      const { status, html: refused } = await site.post(review(), story.people[who], sent);
      expect(status).toBe(409);
      expect(refused).toContain('สิ่งที่เปลี่ยนตั้งแต่ท่านเปิดหน้านี้');
      expect(refused).toContain('ผู้ทดสอบ editor-a');
      expect(refused.replace(/<[^>]*>/g, '')).toMatch(/ทุกปี/);
      for (const typed of Object.values(form)) expect(refused).toContain(typed);
      const again = await site.post(review(), story.people[who], { ...sent, version: versionIn(refused) });
      expect(again.status).toBe(303);
    },
  );

  test('of the publication shows it too, and publishes nothing', async () => {
    await type(newBody);
    await submit();
    await press(review(), 'publisherA', 'approve');
    const { html } = await site.get(publish(), story.people.publisherA);
    await type(changed, 'เพิ่มข้อ 3');
    const form = { action: 'publish', version: versionIn(html), confirm: 'yes' };
    const { status, html: refused } = await site.post(publish(), story.people.publisherA, form);
    expect(status).toBe(409);
    expect(refused).toContain('สิ่งที่เปลี่ยนตั้งแต่ท่านเปิดหน้านี้');
    expect(refused.replace(/<[^>]*>/g, '')).toMatch(/ทุกปี/);
    expect((await site.get('/charters/test-north/editions/2', null)).status).toBe(404);
  });
});
