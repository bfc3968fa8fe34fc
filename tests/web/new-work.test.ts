import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertWork } from '../../db/works.ts';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { lineageOf } from '../../src/domain/lineage.ts';
import { openFacts } from '../../src/registry/open-facts.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  type Story,
  storyBegins,
} from '../support/register-with.ts';

let story: Story;
let site: DeskSite;

const model = { type: 'charters', slug: 'test-model' } as const;
const modelManifest: Manifest = {
  ...draftOfNewWork(model, 'แม่แบบทดสอบ', { subtype: 'health_charter', legalNature: 'social_agreement' }),
  provenance: 'model',
  places: ['990102'],
  topics: ['test/one'],
  facts: { draftingBody: { kind: 'given', value: 'ผู้เขียนแม่แบบ', note: null, sources: [] } },
  body: '## หมวด 1 แม่แบบ\n\n### ข้อ 1 ต้นไม้\n\nให้ปลูก**ต้นไม้**ทดสอบ\n\n- ปีละหนึ่งต้น\n\n### ข้อ 2 น้ำ\n\nให้ดูแลน้ำทดสอบ',
};

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  await story.register.write(async (transaction) => {
    const workId = await insertWork(transaction, model, null, storyBegins);
    const edition = { workId, manifest: modelManifest, publishedAt: storyBegins, organisationIds: new Map() };
    await storeEdition(transaction, edition);
  });
  site = await aDeskSite(story.register);
});
afterEach(() => story.register.close());

async function draftOf(slug: string): Promise<Manifest> {
  const opened = await openFacts(story.register, story.people.editorA, { type: 'charters', slug });
  if (!opened.ok) throw new Error('the draft is open');
  return opened.value.draft.content;
}

const typed = {
  type: 'charters',
  title: 'ธรรมนูญตำบลทดสอบใหม่',
  subtype: 'tambon_charter',
  steward: organisationA,
  place: '990101',
  slug: 'test-new',
};

describe('a new work', () => {
  test('begins step by step: its type, what it begins with, and its names', async () => {
    const { editorA } = story.people;
    expect((await site.get('/desk/new', editorA)).html).toContain('href="/desk/new?type=charters"');
    const start = await site.get('/desk/new?type=charters', editorA);
    expect(start.html).toContain('href="/desk/new?type=charters&amp;from=charters%2Ftest-model"');
    const form = await site.get('/desk/new?type=charters&from=charters%2Ftest-model', editorA);
    expect(form.html).toContain('ใช้ตัวบทของ แม่แบบทดสอบ');
    expect(form.html).toContain('<option value="health_charter" selected>');
  });

  test('of a model text has its text and says so, but none of the facts about the model', async () => {
    const from = 'charters/test-model';
    const answer = await site.post('/desk/new', story.people.editorA, { ...typed, from, action: 'open' });
    expect(answer.location).toBe('/desk/charters/test-new');
    const draft = await draftOf('test-new');
    expect(draft).toMatchObject({
      title: typed.title,
      subtype: 'tambon_charter',
      provenance: 'documented',
      body: modelManifest.body,
      topics: ['test/one'],
      places: ['990101'],
      facts: {},
      sources: [],
    });
    expect(draft.relations).toHaveLength(1);
    expect(draft.relations[0]).toMatchObject({ kind: 'instance_of_template', target: from });
    expect(lineageOf(draft.relations[0] ?? { target: '', note: null })).toEqual({
      work: model,
      from: null,
      edition: 1,
      to: null,
    });
  });

  test('gets no name in its address that is made up', async () => {
    const suggested = { ...typed, slug: '', action: 'suggest' };
    const { html } = await site.post('/desk/new', story.people.editorA, suggested);
    expect(html).toContain('ยังไม่มีชื่อภาษาอังกฤษทางการ');
    expect(html).toContain('value="ธรรมนูญตำบลทดสอบใหม่"');
  });

  test('keeps what was typed while its place is looked for', async () => {
    const search = { ...typed, place: '', placeText: 'ทดสอบใต้', action: 'find' };
    const { html, status } = await site.post('/desk/new', story.people.editorA, search);
    expect(status).toBe(200);
    expect(html).toContain('value="990102"');
    expect(html).toContain('value="test-new"');
  });

  test('that is refused comes back whole, with each problem at its field', async () => {
    const wrong = { ...typed, title: '', slug: 'ทดสอบ', subtype: 'nothing' };
    const { html, status } = await site.post('/desk/new', story.people.editorA, wrong);
    expect(status).toBe(422);
    for (const field of ['title', 'slug', 'subtype']) expect(html).toContain(`href="#field-${field}"`);
    expect(html).toContain('value="ทดสอบ"');
  });
});

describe('a provision of another work', () => {
  const quote = '/desk/charters/test-north/quote';
  const chosen = { version: '1', from: 'charters/test-model', edition: '1', eid: 'cl-1', action: 'quote' };

  test('is chosen from the list of all of them and shown before it is taken', async () => {
    const list = await site.get(`${quote}?from=charters%2Ftest-model`, story.people.editorA);
    expect(list.html).toContain('edition=1&amp;eid=cl-1');
    const one = await site.get(
      `${quote}?from=charters%2Ftest-model&edition=1&eid=cl-1`,
      story.people.editorA,
    );
    expect(one.html).toContain('ให้ปลูกต้นไม้ทดสอบ');
  });

  test('becomes a ข้อ of the draft with its Markdown, and its lineage is kept', async () => {
    const form = { ...chosen, as: 'provision', after: 'cl-1', kind: 'derives_from' };
    const answer = await site.post(quote, story.people.editorA, form);
    expect(answer.location).toBe('/desk/charters/test-north?saved=2');
    const { body, relations } = await draftOf('test-north');
    expect(body).toContain('### ข้อ 1/1 ต้นไม้\n\nให้ปลูก**ต้นไม้**ทดสอบ\n\n- ปีละหนึ่งต้น\n\n### ข้อ 2 น้ำ');
    expect(body).not.toContain('ให้ดูแลน้ำทดสอบ');
    expect(relations).toMatchObject([{ kind: 'derives_from', target: 'charters/test-model#cl-1' }]);
    expect(lineageOf(relations[0] ?? { target: '', note: null })).toEqual({
      work: model,
      from: 'cl-1',
      edition: 1,
      to: 'cl-1-1',
    });
  });

  test('is set off as a quotation that says where it comes from', async () => {
    const form = { ...chosen, as: 'quotation', after: 'cl-1', kind: 'cites' };
    await site.post(quote, story.people.editorA, form);
    const { body } = await draftOf('test-north');
    expect(body).toContain(
      '> ให้ปลูก**ต้นไม้**ทดสอบ\n>\n> - ปีละหนึ่งต้น\n>\n> ที่มา: [แม่แบบทดสอบ ข้อ 1 ฉบับลำดับที่ 1](/charters/test-model/editions/1#cl-1)\n\n### ข้อ 2',
    );
  });

  test('is not put into a draft that somebody changed since, and what was chosen stays', async () => {
    const form = { ...chosen, as: 'provision', after: 'cl-2', kind: 'adopts' };
    await site.post(quote, story.people.publisherA, form);
    const second = await site.post(quote, story.people.editorA, form);
    expect(second.status).toBe(409);
    expect(second.html).toContain('<option value="cl-2" selected>');
    expect(second.html).toContain('name="version" value="2"');
  });

  test('of a work that is not published cannot be quoted', async () => {
    const answer = await site.get(`${quote}?from=charters%2Ftest-nothing&eid=cl-1`, story.people.editorA);
    expect(answer.html).not.toContain('id="quoted-head"');
    expect((await site.get(quote, story.people.editorB)).status).toBe(404);
  });
});
