import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDraft } from '../../src/registry/open-draft.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { aRegisterWithAnOpenDraft, type Story } from '../support/register-with.ts';

const news = [
  '54 อปท. ร่วมลงนาม <script>alert(1)</script>',
  'เมื่อวันที่ ๑๕ พฤษภาคม พ.ศ.๒๕๖๐ ศูนย์จัดการเครือข่ายองค์การบริหารส่วนตำบลทดสอบเหนือ อำเภอเมือง จังหวัดทดสอบ',
  'นายทดลอง ตัวอย่าง นายอำเภอเมืองทดสอบ เป็นสักขีพยาน จะพัฒนาไม่น้อยกว่า 6 เรื่อง เดิมแจ้งว่า 22 อปท.',
].join('\n');

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
const post = (form: Readonly<Record<string, string>>) =>
  site.post(address, story.people.editorA, { news, ...form });
const idOf = (kind: string, words: string): string =>
  `${kind}-${news.indexOf(words)}-${news.indexOf(words) + words.length}`;
const date = idOf('date', '๑๕ พฤษภาคม พ.ศ.๒๕๖๐');
const body = idOf('organisation', 'องค์การบริหารส่วนตำบลทดสอบเหนือ');
const promise = idOf('quantity', 'ไม่น้อยกว่า 6 เรื่อง');
const person = idOf('person', 'นายทดลอง ตัวอย่าง นายอำเภอเมืองทดสอบ');

describe('an officer who pastes news', () => {
  test('sees every finding marked in the text, and what does not fit, with nothing ticked and nothing stored', async () => {
    const before = await draft();
    const { status, html } = await post({ action: 'read_news' });
    expect(status).toBe(200);
    for (const id of [date, body, promise, person]) expect(html).toContain(`href="#${id}"`);
    expect(html).toContain('จำนวนหน่วยเดียวกันไม่เท่ากัน');
    expect(html).not.toMatch(/type="checkbox"[^>]*\schecked/);
    expect(html).not.toContain('<script>alert(1)');
    expect(await draft()).toEqual(before);
  });

  test('takes what was ticked, with its wording and its source, as one revision', async () => {
    const { status, location } = await post({
      action: 'take',
      version: '1',
      [`take.${date}`]: 'yes',
      [`as.${date}`]: 'effective',
      [`take.${body}`]: 'yes',
      [`as.${body}`]: 'hub',
      [`take.${promise}`]: 'yes',
      [`as.${promise}`]: 'commitment',
      [`metric.${promise}`]: 'นวัตกรรมทดสอบ',
      [`as.${person}`]: 'witness',
      sourceTitle: 'ข่าวทดสอบ',
      sourceUrl: 'https://example.test/news',
      sourcePublished: '๑๖ พ.ค. ๒๕๖๐',
      evidenceLevel: 'news_report',
    });
    expect(status).toBe(303);
    expect(location).toContain('taken=3');
    const { content, version } = await draft();
    expect(version).toBe(2);
    const source = content.sources.at(-1);
    expect(source).toMatchObject({
      title: 'ข่าวทดสอบ',
      url: 'https://example.test/news',
      evidenceLevel: 'news_report',
    });
    expect(source?.published).toMatchObject({ value: { start: '2017-05-16' } });
    expect(content.effective).toMatchObject({
      value: { textAsWritten: '๑๕ พฤษภาคม พ.ศ.๒๕๖๐' },
      sources: [source?.id],
    });
    expect(content.parties).toMatchObject([{ organisation: 'sao-test-north', role: 'hub' }]);
    expect(content.commitments.at(-1)).toMatchObject({
      metric: 'นวัตกรรมทดสอบ',
      textAsWritten: 'ไม่น้อยกว่า 6 เรื่อง',
    });
    expect(content.people).toEqual([]);
    expect((await site.get(location ?? '', story.people.editorA)).html).toContain('นำเข้า 3 รายการแล้ว');
  });

  test('gets the form back as it was sent when something is missing', async () => {
    const { status, html } = await post({
      action: 'take',
      version: '1',
      [`take.${promise}`]: 'yes',
      [`as.${promise}`]: 'commitment',
      sourceTitle: '',
      sourceUrl: 'javascript:alert(1)',
    });
    expect(status).toBe(422);
    expect(html).toContain('value="javascript:alert(1)"');
    expect(html).toContain('ลิงก์ต้องขึ้นต้นด้วย');
    expect(html).toMatch(new RegExp(`name="take\\.${promise}"[^>]*checked`));
    expect((await draft()).version).toBe(1);
    const missing = await post({
      action: 'take',
      version: '1',
      [`take.${promise}`]: 'yes',
      [`as.${promise}`]: 'commitment',
      sourceTitle: 'ข่าว',
    });
    expect(missing.html).toContain('โปรดเลือกและกรอกให้ครบ');
  });

  test('loses no tick when somebody saved meanwhile', async () => {
    await site.post(address, story.people.publisherA, {
      action: 'append',
      version: '1',
      body: 'ข้อ ๙ ของอีกคน',
    });
    const form = { [`take.${date}`]: 'yes', [`as.${date}`]: 'effective', sourceTitle: 'ข่าวทดสอบ' };
    const late = await post({ action: 'take', version: '1', ...form });
    expect(late.status).toBe(409);
    expect(late.html).toMatch(new RegExp(`name="take\\.${date}"[^>]*checked`));
    expect(late.html).toContain('name="version" value="2"');
    expect((await post({ action: 'take', version: '2', ...form })).status).toBe(303);
    expect((await draft()).content.body).toContain('ของอีกคน');
  });

  test('is told when the text is too long, and keeps it', async () => {
    const long = 'ก'.repeat(90_000);
    const { status, html } = await post({ action: 'read_news', news: long });
    expect(status).toBe(422);
    expect(html).toContain('256 กิโลไบต์');
    expect(html).toContain(long);
  });
});
