import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findWork } from '../../db/works.ts';
import { type Archive, readArchive } from '../../src/archive/read-archive.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { createAuth } from '../../src/auth/auth.ts';
import { addresses } from '../../src/domain/addresses.ts';
import { given } from '../../src/domain/fact.ts';
import { dayInThailand } from '../../src/domain/iso-date.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { listSearchRecords } from '../../src/registry/list-search-records.ts';
import { listWithdrawn } from '../../src/registry/list-withdrawn.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { suggestPages } from '../../src/registry/suggest-pages.ts';
import { verifyRegister } from '../../src/registry/verify-register.ts';
import { requestOf } from '../../src/search/search-request.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { emptyRegister } from '../support/empty-register.ts';
import {
  aRegisterWithOneCharter,
  charterManifest,
  organisationA,
  type Story,
  storyBegins,
} from '../support/register-with.ts';
import { writeArchive } from '../support/write-archive.ts';

const canary = 'ความลับทดสอบ';

let story: Story;
let site: DeskSite;

beforeEach(async () => {
  story = await aRegisterWithOneCharter();
  site = await aDeskSite(story.register);
});
afterEach(() => story.register.close());

/** Edition 2, in which every text that readers could meet says the same word. */
async function publishCanary(): Promise<void> {
  const first = charterManifest(story.charter);
  await story.register.write(async (transaction) => {
    const work = await findWork(transaction, story.charter);
    await storeEdition(transaction, {
      workId: work?.id ?? 0,
      manifest: {
        ...first,
        edition: 2,
        provenance: 'documented',
        title: `ธรรมนูญ${canary}`,
        aliases: [canary],
        summary: canary,
        changeKind: 'substantive',
        changeNote: canary,
        facts: { slogan: given(canary) },
        body: `## หมวด 1 ${canary}\n\n### ข้อ 1 ${canary}\n\n${canary} โทร 081-234-5678`,
      },
      publishedAt: storyBegins,
      organisationIds: new Map(),
    });
  });
}

const life = () => addresses.draftSection(story.charter, 'life');
const positionIn = (html: string) => /name="position" value="([^"]+)"/.exec(html)?.[1] ?? '';

async function press(who: keyof Story['people'], action: string, form: Record<string, string>) {
  const { html } = await site.get(life(), story.people[who]);
  return site.post(life(), story.people[who], { action, position: positionIn(html), ...form });
}

const takeOut = (errorReason = 'มีหมายเลขโทรศัพท์ของบุคคล') =>
  press('publisherA', 'take_out', { editionNumber: '2', errorReason });

/** Every address that could tell of the work, and of its second edition. */
const publicAddresses = () => {
  const work = addresses.work(story.charter);
  const formats = ['json', 'md', 'txt', 'bib', 'ris', 'csl.json'];
  return [
    '/',
    '/charters',
    '/charters.csv',
    '/charters.json',
    '/charters.csv?rows=provisions',
    '/charters?standing=adopted',
    work,
    `${work}/editions`,
    `${work}/editions/1`,
    `${work}/editions/2`,
    `${work}/editions/2/check`,
    ...formats.flatMap((format) => [`${work}/editions/1.${format}`, `${work}/editions/2.${format}`]),
    `${work}/compare/1..2`,
    `${work}/compare/2..1`,
    `${work}/compare/1..2.json`,
    `${work}/poster`,
    `${work}/@2017-12-31`,
    `${work}/@2030`,
    `/og/charters/${story.charter.slug}/2.png`,
    '/places/99',
    '/places/9901',
    '/places/990101',
    '/places/990101/@2020-01-01',
    '/feed.atom',
    '/charters/feed.atom',
    '/places/990101/feed.atom',
    '/sitemap.xml',
    '/sitemap-1.xml',
    `/organisations/test-north`,
    '/topics',
  ];
};

const found = async (q: string) => {
  const request = requestOf(new URLSearchParams({ q: `"${q}"` }));
  const answered = await searchRegister(story.register, request, storyBegins);
  return answered.ok ? answered.value.answer.groups.length : -1;
};

describe('an edition published in error', () => {
  beforeEach(publishCanary);

  test('is on public pages before, so that what follows can fail', async () => {
    const pages = await Promise.all(publicAddresses().map((address) => site.get(address, null)));
    expect(pages.filter(({ html }) => html.includes(canary)).length).toBeGreaterThan(15);
    expect((await suggestPages(story.register, `ธรรมนูญ${canary}`, storyBegins)).length).toBeGreaterThan(0);
  });

  test('is found by search before, and not after', async () => {
    expect(await found(canary)).toBe(1);
    await takeOut();
    expect(await found(canary)).toBe(0);
    expect(await found('ลำเหมืองทดสอบ')).toBe(1);
  });

  test('is nowhere after, in no page, file, feed, list or search, and the edition before is current', async () => {
    await suggestPages(story.register, `ธรรมนูญ${canary}`, storyBegins);
    expect((await takeOut()).status).toBe(303);
    for (const address of publicAddresses()) {
      const { html, status } = await site.get(address, null);
      expect(html.includes(canary), `${address} tells it, with ${status}`).toBe(false);
      expect(status, address).not.toBe(500);
    }
    const current = await site.get(addresses.work(story.charter), null);
    expect(current.html).toContain('ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ');
    expect(await suggestPages(story.register, `ธรรมนูญ${canary}`, storyBegins)).toEqual([]);
    const records = await Array.fromAsync(listSearchRecords(story.register, {}, dayInThailand(storyBegins)));
    expect(records.map(({ url, isCurrent }) => [url, isCurrent])).toEqual([
      [addresses.edition(story.charter, 1), true],
    ]);
    expect(listWithdrawn(story.register, storyBegins)).toEqual([addresses.edition(story.charter, 2)]);
  });

  test('says at its address that it was an error, when, why and by whom', async () => {
    await takeOut();
    for (const address of ['/editions/2', '/editions/2/check', '/compare/1..2']) {
      const { status, html } = await site.get(`${addresses.work(story.charter)}${address}`, null);
      expect(status, address).toBe(410);
      expect(html).toContain('เผยแพร่โดยผิดพลาด');
      expect(html).toContain('22\u00a0พฤศจิกายน\u00a02569');
      expect(html).toContain('มีหมายเลขโทรศัพท์ของบุคคล');
    }
    const json = await site.get(addresses.editionFile(story.charter, 2, 'json'), null);
    expect(json.status).toBe(410);
    expect(JSON.parse(json.html)).toMatchObject({ error: { code: 'published_in_error' } });
    const timeline = await site.get(addresses.editions(story.charter), null);
    expect(timeline.html).toMatch(/เผยแพร่โดยผิดพลาด[\s\S]*ฉบับลำดับที่ 2/);
  });

  test('needs a reason, and happens once however often it is asked', async () => {
    const refused = await takeOut(' ');
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#field-errorReason"');
    const { html } = await site.get(life(), story.people.publisherA);
    const form = {
      action: 'take_out',
      position: positionIn(html),
      editionNumber: '2',
      errorReason: 'ทดสอบ',
    };
    const answers = await Promise.all([1, 2].map(() => site.post(life(), story.people.publisherA, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const events = story.register.read.all(sql`SELECT id FROM events WHERE kind = 'published_in_error'`);
    expect(events).toHaveLength(1);
  });

  test('keeps its number and its stored text, and the database does not let it be shown again', async () => {
    await takeOut();
    expect(await verifyRegister(story.register)).toEqual({ editions: 2, damaged: [] });
    await amendWork(story.register, story.people.editorA, story.charter, storyBegins);
    const [draft] = story.register.read.all<{ edition: number }>(
      sql`SELECT json_extract(content, '$.edition') AS edition FROM drafts`,
    );
    expect(draft?.edition).toBe(3);
    const again = sql`INSERT INTO edition_cards
        (edition_id, work_id, type, number, is_current, title, sort_key, provenance_rank, card)
      SELECT id, work_id, 'charters', number, 0, 'x', 'x', 0, '{}' FROM editions WHERE number = 2`;
    const refusal = await story.register.write(async (transaction) => {
      try {
        transaction.run(again);
      } catch (error) {
        return String(error instanceof Error ? error.cause : error);
      }
      return 'accepted';
    });
    expect(refusal).toContain('published in error is not shown again');
  });

  test('leaves an export without its text, from which an empty register comes to the same', async () => {
    await takeOut();
    const files = await Array.fromAsync(exportArchive(story.register));
    expect(files.some(({ text }) => text.includes(canary))).toBe(false);
    expect(files.map(({ path }) => path)).not.toContain('charters/test-north/2.md');
    const folder = await writeArchive(files);
    const read = await readArchive(folder);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const copy = await emptyRegister();
    const archive: Archive = read.value;
    expect(await importArchive(copy, archive, storyBegins)).toMatchObject({ ok: true });
    expect(await Array.fromAsync(exportArchive(copy))).toEqual(files);
    expect(await openEdition(copy, story.charter, 2, storyBegins)).toMatchObject({
      refusal: { code: 'published_in_error', number: 2, currentNumber: 1 },
    });
    expect(await verifyRegister(copy)).toEqual({ editions: 1, damaged: [] });
    copy.close();
  });

  test('a work whose only edition was an error says so, and can be amended', async () => {
    await takeOut();
    await press('publisherA', 'take_out', { editionNumber: '1', errorReason: 'ทดสอบ' });
    for (const address of ['', '/editions', '/editions/1', '/poster', '/@2020']) {
      const { status, html } = await site.get(`${addresses.work(story.charter)}${address}`, null);
      expect(status, address).toBe(410);
      expect(html).toContain('เผยแพร่โดยผิดพลาด');
    }
    expect((await site.get('/charters', null)).html).not.toContain('test-north');
    const opened = await amendWork(story.register, story.people.editorA, story.charter, storyBegins);
    expect(opened).toEqual({ ok: true, value: { wasOpen: false } });
    expect((await site.get(addresses.draft(story.charter), story.people.editorA)).status).toBe(200);
  });
});

describe('a withdrawal', () => {
  const withdraw = (withdrawReason: string, withdrawDate = '22 พฤศจิกายน 2569') =>
    press('publisherA', 'withdraw', { withdrawReason, withdrawDate });

  test('needs an explanation, in Thai, at the field (L11)', async () => {
    const { status, html } = await withdraw('');
    expect(status).toBe(422);
    expect(html).toContain('href="#field-withdrawReason"');
    expect((await withdraw('ทดสอบ', '1 มกราคม 2600')).html).toContain('วันนี้ยังมาไม่ถึง');
  });

  test('leaves the text readable and citable under the notice, and out of search at once (L11)', async () => {
    expect(await found('ลำเหมืองทดสอบ')).toBe(1);
    expect((await withdraw('ประชาคมมีมติยกเลิก')).status).toBe(303);
    const { status, html } = await site.get(addresses.edition(story.charter, 1), null);
    expect(status).toBe(200);
    expect(html).toContain('ทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ');
    expect(html).toContain('ประชาคมมีมติยกเลิก');
    expect((await site.get(addresses.editionFile(story.charter, 1, 'bib'), null)).status).toBe(200);
    expect(await found('ลำเหมืองทดสอบ')).toBe(0);
    expect((await site.get('/charters?provenance=test', null)).html).toContain('ยกเลิก');
  });

  test('is taken back by another event, and both stay in the timeline', async () => {
    await withdraw('ถอนผิดเรื่อง');
    await press('publisherA', 'reinstate', { withdrawReason: 'ถอนผิดเรื่อง', withdrawDate: '22 พฤศจิกายน 2569' });
    expect(await found('ลำเหมืองทดสอบ')).toBe(1);
    const { html } = await site.get(addresses.editions(story.charter), null);
    expect(html).toContain('ถอนหรือยกเลิก');
    expect(html).toContain('นำกลับมาใช้');
    expect(html).not.toContain('เอกสารนี้ถอนหรือยกเลิกแล้ว');
  });

  test('is refused to an editor, and to whoever looked at an older timeline', async () => {
    const form = { withdrawReason: 'ทดสอบ', withdrawDate: '22 พฤศจิกายน 2569' };
    const { html } = await site.get(life(), story.people.publisherA);
    const position = positionIn(html);
    const asEditor = await site.post(life(), story.people.editorA, { action: 'withdraw', position, ...form });
    expect(asEditor.status).toBe(403);
    await press('publisherA', 'record', { eventKind: 'reviewed', eventDate: '2569' });
    const late = await site.post(life(), story.people.publisherA, { action: 'withdraw', position, ...form });
    expect(late.status).toBe(409);
    expect(late.html).toContain('มีผู้บันทึกเหตุการณ์ของเอกสารนี้ก่อนท่าน');
  });
});

test('an event is recorded with its date as written and its source, and shown to readers', async () => {
  const done = await press('publisherA', 'record', {
    eventKind: 'heard',
    eventDate: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๑',
    eventNote: 'เวทีทดสอบ',
    sourceTitle: 'รายงานทดสอบ',
    sourceUrl: 'https://example.org/report',
  });
  expect(done.status).toBe(303);
  const { html } = await site.get(addresses.editions(story.charter), null);
  expect(html).toContain('รับฟังความเห็น');
  expect(html).toContain('๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๑');
  expect(html).toContain('https://example.org/report');
  const script = await press('publisherA', 'record', {
    eventKind: 'heard',
    sourceTitle: 'ก',
    sourceUrl: 'javascript:alert(1)',
  });
  expect(script.status).toBe(422);
});

describe('a deed that changes at once what everybody may read', () => {
  const password = 'ลำเหมืองสะอาดทั้งปี';
  let minutes = 0;

  async function signedIn(role: 'publisher' | 'editor') {
    minutes = 0;
    const now = () => new Date(Date.parse(storyBegins) + minutes * 60_000).toISOString();
    const auth = createAuth({ register: story.register, isSecure: false, now });
    auth.close();
    const account = { username: 'malee', displayName: 'มาลี ทดสอบ', password, now: storyBegins };
    await addUser(story.register, { ...account, role, organisation: organisationA });
    const real = await aDeskSite(story.register, { auth });
    const answer = await real.ask('/login', { form: { username: 'malee', password, next: '/desk' } });
    const cookie = answer.header('set-cookie')?.split(';')[0] ?? '';
    const { html } = await real.ask(life(), { cookie });
    const position = positionIn(html);
    return (form: Readonly<Record<string, string>>) =>
      real.ask(life(), { cookie, form: { position, ...form } });
  }

  const withdraw = { action: 'withdraw', withdrawDate: '22 พฤศจิกายน 2569', withdrawReason: 'ยกเลิกเพื่อทดสอบ' };
  const count = () => story.register.read.all(sql`SELECT id FROM events WHERE kind <> 'adopted'`).length;

  test.each([withdraw, { action: 'take_out', editionNumber: '1', errorReason: 'ทดสอบ' }])(
    'asks for the password again after a quarter of an hour, and goes on with the form ($action)',
    async (form) => {
      const send = await signedIn('publisher');
      minutes = 16;
      const asked = await send(form);
      expect([asked.status, count()]).toEqual([200, 0]);
      expect(asked.html).toContain('ยืนยันรหัสผ่าน');
      for (const value of Object.values(form)) expect(asked.html).toContain(value);
      const wrong = await send({ ...form, confirmPassword: 'ไม่ใช่รหัสผ่านนี้แน่' });
      expect([wrong.status, count()]).toEqual([422, 0]);
      expect(wrong.html).not.toContain('ไม่ใช่รหัสผ่านนี้แน่');
      expect([(await send({ ...form, confirmPassword: password })).status, count()]).toEqual([303, 1]);
    },
  );

  test('does not ask again within it', async () => {
    const send = await signedIn('publisher');
    expect([(await send(withdraw)).status, count()]).toEqual([303, 1]);
  });

  test('is refused to an editor without asking for a password', async () => {
    const send = await signedIn('editor');
    minutes = 16;
    expect((await send(withdraw)).status).toBe(403);
  });
});
