import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { formOf, keysOf } from '../../src/facts/apply-section.ts';
import { sectionNamed, sections } from '../../src/facts/sections/index.ts';
import { discardDraft } from '../../src/registry/discard-draft.ts';
import { openFacts } from '../../src/registry/open-facts.ts';
import { aDeskSite, type DeskSite, type SiteAnswer } from '../support/desk-site.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  type Story,
  storyBegins,
} from '../support/register-with.ts';

let story: Story;
let site: DeskSite;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  site = await aDeskSite(story.register);
});
afterEach(() => story.register.close());

const addressOf = (section: string) => `/desk/charters/test-north/facts/${section}`;

async function content(): Promise<Manifest> {
  const opened = await openFacts(story.register, story.people.editorA, story.charter);
  if (!opened.ok) throw new Error('the draft is open');
  return opened.value.draft.content;
}

/** What a browser sends of a section's form that was opened now, with some controls typed over. */
async function formWith(section: string, typed: Readonly<Record<string, string>>) {
  const opened = await openFacts(story.register, story.people.editorA, story.charter);
  const described = sectionNamed(section);
  if (!opened.ok || !described) throw new Error('there is such a section of an open draft');
  const { draft, fingerprintOf } = opened.value;
  const shown = fingerprintOf(keysOf(described, draft.content));
  return { shown, action: 'save', ...Object.fromEntries(formOf(described, draft.content)), ...typed };
}

const post = async (section: string, typed: Readonly<Record<string, string>>): Promise<SiteAnswer> =>
  site.post(addressOf(section), story.people.editorA, await formWith(section, typed));

const party = {
  'parties.0~is': '1',
  'parties.0.organisation': organisationA,
  'parties.0.role': 'party',
  'parties.0.note': 'ภาคีทดสอบแห่งแรก',
};

describe('the facts of a draft', () => {
  test('are told on one page, every section with the way to change it', async () => {
    const answer = await site.get('/desk/charters/test-north/facts', story.people.editorA);
    expect(answer.status).toBe(200);
    for (const { key } of sections) expect(answer.html).toContain(`href="${addressOf(key)}"`);
    expect(answer.html).toContain('๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐ (อ่านว่า 15–16\u00a0พฤษภาคม\u00a02560');
  });

  test.each(sections.map(({ key }) => key))(
    '%s is a form that, sent back untouched, changes nothing',
    async (key) => {
      const before = await content();
      expect((await site.get(addressOf(key), story.people.editorA)).status).toBe(200);
      const answer = await post(key, {});
      expect(answer.status, answer.html).toBe(303);
      expect(answer.location).toBe(`${addressOf(key)}?saved=1`);
      expect(await content()).toEqual(before);
    },
  );

  test('that do not exist are not found', async () => {
    expect((await site.get(addressOf('everything'), story.people.editorA)).status).toBe(404);
  });
});

describe('what is typed into a section', () => {
  test('a date is kept as written, understood in both eras', async () => {
    const answer = await post('dates', { effective: '๑ ตุลาคม พ.ศ.๒๕๖๐', 'effective~state': 'not_stated' });
    expect(answer.status).toBe(303);
    const { effective } = await content();
    expect(effective).toMatchObject({
      kind: 'given',
      value: { start: '2017-10-01', textAsWritten: '๑ ตุลาคม พ.ศ.๒๕๖๐', isInferred: false },
    });
    const page = await site.get(addressOf('dates'), story.people.editorA);
    expect(page.html).toContain('1\u00a0ตุลาคม\u00a02560 (ค.ศ.\u00a02017)');
  });

  test('a date whose words are no date is told how it is understood', async () => {
    const refused = await post('dates', { effective: 'วันพระใหญ่ปีนั้น' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('วันพระใหญ่ปีนั้น');
    expect(refused.html).toContain('href="#field-effective"');
    await post('dates', {
      effective: 'วันพระใหญ่ปีนั้น',
      'effective~understood': '๒๕๖๐',
      'effective~inferred': 'on',
    });
    expect((await content()).effective).toMatchObject({
      kind: 'given',
      value: { start: '2017', precision: 'year', textAsWritten: 'วันพระใหญ่ปีนั้น', isInferred: true },
    });
  });

  test('every state of a fact can be said, and a value that the state excludes is refused', async () => {
    const { sources } = await content();
    expect(sources).toEqual([]);
    await post('details', { 'facts.slogan~state': 'none', 'facts.process~state': 'unknown' });
    expect((await content()).facts).toMatchObject({ slogan: { kind: 'none' }, process: { kind: 'unknown' } });
    const refused = await post('details', { 'facts.slogan': 'คำขวัญทดสอบ', 'facts.slogan~state': 'none' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('คำขวัญทดสอบ');
    expect(refused.html).toContain('ขัดกับสถานะ');
  });

  test('two values of two sources stand side by side as disputed', async () => {
    const control = 'facts.slogan~values.1';
    const adding = await post('details', { action: 'add:facts.slogan~values', 'facts.slogan': 'คำขวัญหนึ่ง' });
    expect(adding.html).toContain('facts.slogan~values.0~is');
    await post('details', {
      'facts.slogan~state': 'disputed',
      'facts.slogan': 'คำขวัญหนึ่ง',
      'facts.slogan~values.0~is': '1',
      'facts.slogan~values.0': 'คำขวัญสอง',
      [`${control}~is`]: '1',
      [control]: '',
    });
    expect((await content()).facts['slogan']).toMatchObject({
      kind: 'disputed',
      values: [{ value: 'คำขวัญหนึ่ง' }, { value: 'คำขวัญสอง' }],
    });
  });

  test('numbers are read in Thai digits, and what is no number comes back with its problem', async () => {
    const claim = {
      'claims.0~is': '1',
      'claims.0.textAsWritten': '๕๔ อปท.',
      'claims.0.property': 'จำนวนภาคี',
      'claims.0.unit': 'แห่ง',
    };
    const refused = await post('claims', { ...claim, 'claims.0.value': 'หลายแห่ง' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="หลายแห่ง"');
    await post('claims', { ...claim, 'claims.0.value': '๑,๐๕๔' });
    expect((await content()).claims).toMatchObject([
      { property: 'parties', value: 1054, textAsWritten: '๕๔ อปท.', roles: [] },
    ]);
  });
});

describe('a list of facts', () => {
  test('an entry is added, moved, taken out and taken back without losing a word', async () => {
    const added = await post('parties', { ...party, action: 'add:parties' });
    expect(added.status).toBe(200);
    expect(added.html).toContain('ภาคีทดสอบแห่งแรก');
    expect(added.html).toContain('parties.1~is');
    const two = { ...party, 'parties.1~is': '1', 'parties.1.note': 'แห่งที่สอง' };
    const moved = await post('parties', { ...two, action: 'up:parties.1' });
    expect(moved.html).toMatch(/id="field-parties\.0\.note"[^>]*>\s*แห่งที่สอง/);
    const gone = await post('parties', { ...two, action: 'remove:parties.0' });
    expect(gone.html).toContain('ภาคีทดสอบแห่งแรก');
    expect(gone.html).toContain('value="restore:parties.0"');
    const back = await post('parties', { ...two, 'parties.0~gone': '1', action: 'restore:parties.0' });
    expect(back.html).not.toContain('value="restore:parties.0"');
  });

  test('what was taken out is gone when the rest is saved, and empty entries are none', async () => {
    await post('parties', {
      ...party,
      'parties.0~gone': '1',
      'parties.1~is': '1',
      'parties.1.organisation': organisationA,
      'parties.1.role': 'member',
      'parties.2~is': '1',
    });
    expect((await content()).parties).toMatchObject([{ organisation: organisationA, role: 'member' }]);
  });

  test('an organisation is found by its whole name, and a part of it is only offered', async () => {
    const exact = await post('parties', {
      ...party,
      'parties.0.organisation': '',
      'parties.0.organisation~find': 'อบต.ทดสอบเหนือ',
    });
    const part = await post('parties', {
      ...party,
      'parties.0.organisation': '',
      'parties.0.organisation~find': 'ทดสอบ',
    });
    expect(part.status).toBe(422);
    expect(part.html).toContain(`value="${organisationA}"`);
    expect(exact.status).toBe(303);
    expect((await content()).parties).toMatchObject([{ organisation: organisationA }]);
  });

  test('a source that is used somewhere cannot be taken out unseen', async () => {
    await post('sources', { 'sources.0~is': '1', 'sources.0.id': '', 'sources.0.title': 'ข่าวทดสอบ' });
    await post('parties', { ...party, 'parties.0.sources~in.s1': 'on' });
    const page = await site.get(addressOf('sources'), story.people.editorA);
    expect(page.html).toContain('ใช้อยู่ใน ภาคี 1');
    const refused = await post('sources', { 'sources.0~gone': '1' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('ยังมีข้อมูลที่อ้างแหล่งนี้อยู่');
    expect((await content()).sources).toHaveLength(1);
  });
});

describe('two people at one draft', () => {
  test('who changes the same facts second sees both, and can still save the own ones', async () => {
    const mine = await formWith('parties', party);
    await post('parties', { ...party, 'parties.0.note': 'ของอีกคน', 'parties.0.role': 'member' });
    const conflict = await site.post(addressOf('parties'), story.people.publisherA, mine);
    expect(conflict.status).toBe(409);
    expect(conflict.html).toContain('ภาคีทดสอบแห่งแรก');
    expect(conflict.html).toContain('สมาชิกเครือข่าย');
    expect((await content()).parties).toMatchObject([{ note: 'ของอีกคน' }]);
    const shown = /name="shown" value="([^"]+)"/.exec(conflict.html)?.[1] ?? '';
    const again = await site.post(addressOf('parties'), story.people.publisherA, { ...mine, shown });
    expect(again.status).toBe(303);
    expect((await content()).parties).toMatchObject([{ note: 'ภาคีทดสอบแห่งแรก' }]);
  });

  test('other facts that were saved meanwhile are no conflict, and stay', async () => {
    const mine = await formWith('parties', party);
    await post('dates', { effective: '๒๕๖๑' });
    expect((await site.post(addressOf('parties'), story.people.publisherA, mine)).status).toBe(303);
    const { parties, effective } = await content();
    expect(parties).toHaveLength(1);
    expect(effective.kind).toBe('given');
  });

  test('facts sent to a draft that is gone are all there, and go into a new one', async () => {
    const mine = await formWith('parties', party);
    const { register, people, charter } = story;
    const save = { expectedVersion: 1 };
    await discardDraft(
      register,
      people.publisherA,
      charter,
      { ...save, fields: fieldsOf(await content()) },
      storyBegins,
    );
    const answer = await site.post(addressOf('parties'), people.editorA, mine);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('ภาคีทดสอบแห่งแรก');
    const reopened = await site.post(addressOf('parties'), people.editorA, { ...mine, action: 'reopen' });
    expect(reopened.html).toContain('ภาคีทดสอบแห่งแรก');
    const shown = /name="shown" value="([^"]+)"/.exec(reopened.html)?.[1] ?? '';
    await site.post(addressOf('parties'), people.editorA, { ...mine, shown });
    expect((await content()).parties).toHaveLength(1);
  });
});
