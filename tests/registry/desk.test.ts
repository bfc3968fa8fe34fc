import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findEdition } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { type DraftFields, fieldsOf } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { discardDraft } from '../../src/registry/discard-draft.ts';
import { findPlaces } from '../../src/registry/find-places.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { openNewWork } from '../../src/registry/open-new-work.ts';
import { previewDraft } from '../../src/registry/preview-draft.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { reviewDraft } from '../../src/registry/review-draft.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { changeDraft } from '../../src/registry/steps/change-draft.ts';
import {
  aRegisterWithAnOpenDraft,
  aRegisterWithOneCharter,
  organisationA,
  type Story,
  switchFourEyes,
} from '../support/register-with.ts';

const later = '2026-11-23T02:00:00.000Z';

let story: Story;

afterEach(() => story.register.close());

async function fieldsNow(actor: Actor): Promise<DraftFields> {
  const page = await openDraft(story.register, actor, story.charter);
  if (!page.ok) throw new Error(`refused: ${page.refusal.code}`);
  return fieldsOf(page.value.draft.content);
}

async function contentNow() {
  const page = await openDraft(story.register, story.people.editorA, story.charter);
  if (!page.ok) throw new Error(`refused: ${page.refusal.code}`);
  return page.value.draft.content;
}

/** Stores facts beside the text, as the forms of facts do. */
const changeFacts = (expectedVersion: number, change: Partial<Manifest>) =>
  changeDraft(
    story.register,
    story.people.editorA,
    story.charter,
    { expectedVersion, kind: 'saved', change: (content) => ({ ok: true, value: { ...content, ...change } }) },
    later,
  );

async function save(actor: Actor, expectedVersion: number, change: Partial<DraftFields>) {
  const fields = { ...(await fieldsNow(story.people.editorA)), ...change };
  return saveDraft(story.register, actor, story.charter, { expectedVersion, fields }, later);
}

const publish = (actor: Actor, version: number) =>
  publishEdition(story.register, actor, story.charter, version, later);

const auditOf = (action: string) =>
  story.register.read.all<{ user_id: number; details: string }>(
    sql`SELECT user_id, details FROM audit WHERE action = ${action} ORDER BY id`,
  );

/** What is stored of edition 1, byte for byte. */
async function firstEdition() {
  const work = await findWork(story.register.read, story.charter);
  return work && findEdition(story.register.read, work.id, 1);
}

describe('amending', () => {
  beforeEach(async () => {
    story = await aRegisterWithOneCharter();
  });

  test('opens one draft with everything of the current edition, whoever asks how often', async () => {
    const first = await amendWork(story.register, story.people.editorA, story.charter, later);
    const second = await amendWork(story.register, story.people.publisherA, story.charter, later);
    expect([first, second]).toEqual([
      { ok: true, value: { wasOpen: false } },
      { ok: true, value: { wasOpen: true } },
    ]);
    const { body, changeNote } = await fieldsNow(story.people.editorA);
    expect(body).toContain('ลำเหมืองทดสอบ');
    expect((await contentNow()).adopted).toMatchObject({
      value: { textAsWritten: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐' },
    });
    expect(changeNote).toBe('');
    expect(auditOf('draft.opened')).toHaveLength(1);
  });
});

describe('saving', () => {
  beforeEach(async () => {
    story = await aRegisterWithAnOpenDraft();
  });

  test('a second save on the same version is refused, and the first text stays (L2)', async () => {
    expect(await save(story.people.editorA, 1, { body: 'ของคนแรก' })).toMatchObject({
      value: { version: 2 },
    });
    const second = await save(story.people.publisherA, 1, { body: 'ของคนที่สอง' });
    expect(second).toEqual({ ok: false, refusal: { code: 'draft_changed', theirVersion: 2 } });
    expect((await fieldsNow(story.people.publisherA)).body).toBe('ของคนแรก');
    expect(auditOf('draft.saved')).toHaveLength(1);
  });

  test('what is there already is no save: neither the version nor the last editor changes', async () => {
    expect(await save(story.people.publisherA, 1, {})).toEqual({ ok: true, value: { version: 1 } });
    const page = await openDraft(story.register, story.people.editorA, story.charter);
    expect(page.ok && page.value.draft.editedBy).toBe(story.people.editorA.userId);
    expect(auditOf('draft.saved')).toEqual([]);
  });

  test('tells every field that is wrong at once, and changes nothing', async () => {
    const result = await save(story.people.editorA, 1, {
      summary: 'ก'.repeat(4001),
      changeKind: 'nonsense',
      body: 'ก'.repeat(90_000),
    });
    expect(
      !result.ok &&
        result.refusal.code === 'content_invalid' &&
        result.refusal.problems.map((one) => one.field),
    ).toEqual(['summary', 'body', 'changeKind']);
    expect((await fieldsNow(story.people.editorA)).summary).toBe('ข้อความทดสอบ');
  });

  test('a preview stores nothing and tells what stands in the way of publishing', async () => {
    await changeFacts(1, { places: ['990199'] });
    const fields = { ...(await fieldsNow(story.people.editorA)), body: '### ข้อ 9 ใหม่' };
    const preview = await previewDraft(story.register, story.people.editorA, story.charter, fields);
    expect(preview.ok && preview.value.html).toContain('id="cl-9"');
    expect(preview.ok && preview.value.problems).toEqual([
      { field: 'places.0', reason: 'unknown_place', found: '990199' },
      { field: 'changeNote', reason: 'change_note_required' },
    ]);
    expect((await fieldsNow(story.people.editorA)).body).not.toContain('ข้อ 9');
  });
});

describe('publishing', () => {
  const ready = { changeNote: 'แก้ชื่อข้อ 2', body: '### ข้อ 1 ชื่อ\n\nข้อความใหม่' };

  beforeEach(async () => {
    story = await aRegisterWithAnOpenDraft();
  });

  test('stores edition 2, takes the draft away, writes the audit and leaves edition 1 as it was', async () => {
    const before = await firstEdition();
    const revision = story.register.revision();
    await save(story.people.editorA, 1, ready);
    const published = await publish(story.people.publisherA, 2);
    expect(published).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await firstEdition()).toEqual(before);
    const current = await openEdition(story.register, story.charter, 'current', later);
    expect(current.ok && current.value).toMatchObject({
      currentNumber: 2,
      manifest: { edition: 2, body: ready.body, changeNote: ready.changeNote },
    });
    expect(await openDraft(story.register, story.people.editorA, story.charter)).toMatchObject({
      refusal: { code: 'draft_not_found' },
    });
    expect(auditOf('edition.published')).toEqual([
      { user_id: story.people.publisherA.userId, details: expect.stringContaining('"number":2') },
    ]);
    expect(story.register.revision()).toBeGreaterThan(revision);
  });

  test.each<[string, Partial<DraftFields>, object]>([
    [
      'without a change note (L3)',
      { ...ready, changeNote: '' },
      { code: 'content_invalid', problems: [{ field: 'changeNote', reason: 'change_note_required' }] },
    ],
    [
      'without a text',
      { ...ready, body: '' },
      { code: 'content_invalid', problems: [{ field: 'body', reason: 'required' }] },
    ],
    ['with nothing changed', { changeNote: 'ไม่มีอะไรเปลี่ยน' }, { code: 'nothing_changed' }],
  ])('%s is refused, and the draft stays', async (_, change, refusal) => {
    await save(story.people.editorA, 1, change);
    expect(await publish(story.people.publisherA, 2)).toEqual({ ok: false, refusal });
    expect((await fieldsNow(story.people.editorA)).changeNote).toBe(change.changeNote ?? '');
    expect(auditOf('edition.published')).toEqual([]);
  });

  test('with a place nobody knows is refused', async () => {
    await save(story.people.editorA, 1, ready);
    await changeFacts(2, { places: ['990101', '990177'] });
    expect(await publish(story.people.publisherA, 3)).toEqual({
      ok: false,
      refusal: {
        code: 'content_invalid',
        problems: [{ field: 'places.1', reason: 'unknown_place', found: '990177' }],
      },
    });
  });

  test('by an editor is refused', async () => {
    await save(story.people.editorA, 1, ready);
    expect(await publish(story.people.editorA, 2)).toEqual({ ok: false, refusal: { code: 'not_permitted' } });
  });

  test('of a version that was not looked at is refused', async () => {
    await save(story.people.editorA, 1, ready);
    expect(await publish(story.people.publisherA, 1)).toEqual({
      ok: false,
      refusal: { code: 'draft_changed', theirVersion: 2 },
    });
  });

  test('under four eyes needs an approval by somebody else than who wrote or sent it', async () => {
    await switchFourEyes(story.register, organisationA, true);
    await save(story.people.editorA, 1, ready);
    expect(await publish(story.people.registrar, 2)).toEqual({
      ok: false,
      refusal: { code: 'not_approved' },
    });
    const review = (actor: Actor, kind: 'submitted' | 'approved') =>
      reviewDraft(
        story.register,
        actor,
        story.charter,
        kind === 'submitted'
          ? { kind, expectedVersion: 2 }
          : { kind, expectedVersion: 2, personalDataReason: null },
        later,
      );
    expect(await review(story.people.publisherA, 'approved')).toMatchObject({
      refusal: { code: 'not_in_review' },
    });
    expect((await review(story.people.editorA, 'submitted')).ok).toBe(true);
    expect((await review(story.people.publisherA, 'approved')).ok).toBe(true);
    expect((await publish(story.people.publisherA, 2)).ok).toBe(true);
  });

  test('the same version twice, also by another publisher, is the same edition', async () => {
    await save(story.people.editorA, 1, ready);
    const [first, second] = await Promise.all([
      publish(story.people.publisherA, 2),
      publish(story.people.registrar, 2),
    ]);
    expect(first).toMatchObject({ ok: true, value: { number: 2 } });
    expect(second).toEqual(first);
    expect(await publish(story.people.publisherA, 2)).toEqual(first);
    expect(await publish(story.people.editorA, 2)).toEqual({
      ok: false,
      refusal: { code: 'draft_not_found' },
    });
    expect(auditOf('edition.published')).toHaveLength(1);
  });
});

describe('discarding', () => {
  beforeEach(async () => {
    story = await aRegisterWithAnOpenDraft();
  });

  const discard = async (actor: Actor, expectedVersion: number, change: Partial<DraftFields> = {}) => {
    const fields = { ...(await fieldsNow(story.people.editorA)), ...change };
    return discardDraft(story.register, actor, story.charter, { expectedVersion, fields }, later);
  };

  test('takes the draft away, keeps every word of it in the audit and leaves edition 1 as it was', async () => {
    const before = await firstEdition();
    await save(story.people.editorA, 1, { body: '### ข้อ 1\n\nข้อความที่จะลบ' });
    const page = await openDraft(story.register, story.people.editorA, story.charter);
    const outcome = await discard(story.people.publisherA, 2, { summary: 'พิมพ์ไว้แต่ยังไม่ได้บันทึก' });
    expect(outcome).toEqual({ ok: true, value: { version: 2 } });
    expect(await openDraft(story.register, story.people.editorA, story.charter)).toMatchObject({
      refusal: { code: 'draft_not_found' },
    });
    const [entry] = auditOf('draft.discarded');
    expect(entry?.user_id).toBe(story.people.publisherA.userId);
    expect(JSON.parse(entry?.details ?? '{}')).toEqual({
      version: 2,
      basedOn: 1,
      editedBy: story.people.editorA.userId,
      editedAt: later,
      content: page.ok && page.value.draft.content,
      unsaved: expect.objectContaining({ summary: 'พิมพ์ไว้แต่ยังไม่ได้บันทึก' }),
    });
    expect(await firstEdition()).toEqual(before);
  });

  test('of a version that was not looked at is refused, and the draft stays', async () => {
    await save(story.people.editorA, 1, { body: 'ของคนแรก' });
    expect(await discard(story.people.publisherA, 1)).toEqual({
      ok: false,
      refusal: { code: 'draft_changed', theirVersion: 2 },
    });
    expect((await fieldsNow(story.people.editorA)).body).toBe('ของคนแรก');
    expect(auditOf('draft.discarded')).toEqual([]);
  });

  test('the first draft of a work is refused, because nothing of the work would be left', async () => {
    const { register, people } = story;
    const name = { type: 'plans', slug: 'test-plan' } as const;
    await openNewWork(
      register,
      people.editorA,
      { ...name, title: 'แผนทดสอบ', steward: organisationA },
      later,
    );
    const fields = await fieldsNow(people.editorA);
    expect(await discardDraft(register, people.editorA, name, { expectedVersion: 1, fields }, later)).toEqual(
      {
        ok: false,
        refusal: { code: 'first_draft_stays' },
      },
    );
    expect((await openDraft(register, people.editorA, name)).ok).toBe(true);
  });

  test('leaves no later draft that a form opened on the old one would fit', async () => {
    const { register, people, charter } = story;
    await save(people.editorA, 1, { body: 'ร่างเก่า' });
    await discard(people.publisherA, 2);
    await amendWork(register, people.publisherA, charter, later);
    await save(people.publisherA, 3, { body: 'ร่างใหม่' });
    for (const version of [1, 2]) {
      expect(await save(people.editorA, version, { body: 'ทับ' })).toMatchObject({
        refusal: { code: 'draft_changed' },
      });
    }
    expect((await fieldsNow(people.publisherA)).body).toBe('ร่างใหม่');
  });

  test('and the same holds for a draft that was published', async () => {
    const { register, people, charter } = story;
    await save(people.editorA, 1, { body: '### ข้อ 1\n\nใหม่', changeNote: 'แก้ข้อ 1' });
    await publish(people.publisherA, 2);
    await amendWork(register, people.publisherA, charter, later);
    expect(await save(people.editorA, 2, { body: 'ทับ' })).toEqual({
      ok: false,
      refusal: { code: 'draft_changed', theirVersion: 3 },
    });
  });
});

describe('finding places', () => {
  beforeEach(async () => {
    story = await aRegisterWithOneCharter();
  });

  test.each([
    ['ทดสอบ', ['990102', '990101', '99']],
    ['ต.ทดสอบใต้', ['990102']],
    ['อำเภอเมืองทดสอบ', ['9901']],
    ['๙๙๐๑๐๑', ['990101']],
    ['สอบ', []],
    ['*', []],
    ['', []],
  ])('"%s" gives %j', async (text, codes) => {
    const chains = await findPlaces(story.register, text);
    expect(chains.map((chain) => chain[0]?.code)).toEqual(codes);
  });

  test('each place comes with the places above it', async () => {
    const [chain] = await findPlaces(story.register, 'ทดสอบเหนือ');
    expect(chain?.map((place) => place.name)).toEqual(['ทดสอบเหนือ', 'เมืองทดสอบ', 'ทดสอบ']);
  });
});
