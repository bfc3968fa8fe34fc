import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findEdition } from '../../db/editions.ts';
import { insertEvent } from '../../db/events.ts';
import { listProvisions } from '../../db/provisions.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import { lineageNote } from '../../src/domain/lineage.ts';
import type { Provision } from '../../src/domain/provision.ts';
import { accepted, refused } from '../../src/domain/result.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { countWithoutWordings, fillWordings } from '../../src/registry/fill-wordings.ts';
import { findSimilarInDraft } from '../../src/registry/find-similar-in-draft.ts';
import { findSimilarProvisions } from '../../src/registry/find-similar-provisions.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { sayOrigin } from '../../src/registry/say-origin.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { changeDraft } from '../../src/registry/steps/change-draft.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { takeOut } from '../../src/registry/steps/take-out.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { aRegisterWithOneCharter, charterManifest, type Story } from '../support/register-with.ts';
import { similarTo as similarToClause } from '../support/similar-to.ts';

const now = '2026-11-22T03:00:00.000Z';
const waste =
  'ทุกครัวเรือนของตำบลทดสอบคัดแยกขยะเป็นสี่ประเภทก่อนนำออกจากบ้าน และนำขยะเปียกไปทำปุ๋ยในสวนของตน อย่างน้อยเดือนละ 2 ครั้ง';
const adaptedWaste =
  'ทุกครัวเรือนและร้านค้าของตำบลบ้านลองคัดแยกขยะเป็นสามประเภทก่อนนำออกจากบ้าน และนำขยะเปียกไปทำปุ๋ยในสวนของตน อย่างน้อยเดือนละ ๔ ครั้ง';
const water = 'ผู้ใช้น้ำลำเหมืองทดสอบประชุมกันก่อนฤดูทำนาทุกปี เพื่อแบ่งเวลาปล่อยน้ำและวันขุดลอก ผู้ไม่มาประชุมยอมรับมติของผู้ที่มา';

let story: Story;
beforeEach(async () => {
  story = await aRegisterWithOneCharter();
});
afterEach(() => story.register.close());

const charter = (slug: string): WorkName => ({ type: 'charters', slug });

async function publish(slug: string, clauses: readonly string[], changes: Partial<Manifest> = {}) {
  const work = charter(slug);
  await story.register.write(async (transaction) => {
    const known = await findWork(transaction, work);
    const workId = known?.id ?? (await insertWork(transaction, work, null, now));
    const body = clauses.map((text, index) => `### ข้อ ${index + 1}\n\n${text}`).join('\n\n');
    const manifest = { ...charterManifest(work), title: `ธรรมนูญทดสอบ ${slug}`, ...changes, body };
    await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds: new Map() });
  });
}

const adoptedIn = (year: string) => ({
  adopted: given({
    start: year,
    end: null,
    precision: 'year' as const,
    textAsWritten: null,
    isInferred: false,
  }),
});

const similarTo = (slug: string, eid: string, edition = 1) =>
  similarToClause(story.register, charter(slug), edition, eid, now);

const told = async (slug: string, eid: string, edition = 1) =>
  (await similarTo(slug, eid, edition)).similar.map(
    (one) => `${one.slug}/${one.edition}#${one.eid} ${one.likeness.kind}`,
  );

describe('a clause that stands in several works', () => {
  test('is found from each of them, copied and adapted, and no other clause with it', async () => {
    await publish('one', [waste, water], adoptedIn('2015'));
    await publish('two', [water.replaceAll(' ', '  '), adaptedWaste], adoptedIn('2012'));
    await publish('three', [waste.replace('2', '๒')], adoptedIn('2018'));
    expect(await told('one', 'cl-1')).toEqual(['three/1#cl-1 copied', 'two/1#cl-2 adapted']);
    expect(await told('two', 'cl-2')).toEqual(['one/1#cl-1 adapted', 'three/1#cl-1 adapted']);
    expect(await told('two', 'cl-1')).toEqual(['one/1#cl-2 copied']);
  });

  test('was first where it was adopted first, however late that text came into the register', async () => {
    await publish('later', [waste], adoptedIn('2018'));
    await publish('earlier', [waste], adoptedIn('2012'));
    await publish('undated', [waste], { adopted: notStated });
    const found = await similarTo('later', 'cl-1');
    expect(found.first).toMatchObject({
      slug: 'earlier',
      edition: 1,
      since: { on: '2012', basis: 'adopted' },
    });
    expect(found.isFirst).toBe(false);
    expect((await similarTo('earlier', 'cl-1')).isFirst).toBe(true);
    expect(found.similar.map(({ since }) => since)).toEqual([
      { on: '2012', basis: 'adopted' },
      { on: '2026-11-22', basis: 'published' },
    ]);
  });

  test('is found again as of a moment, however many that are more like it came since', async () => {
    await publish('one', [waste]);
    await publish('two', [adaptedWaste]);
    const asOf = await asOfNow(story.register, now);
    const found = () => similarToClause(story.register, charter('one'), 1, 'cl-1', now, asOf);
    const before = await found();
    expect(before?.similar).toMatchObject([{ slug: 'two' }]);
    for (let index = 1; index <= 40; index += 1)
      await publish(`later-${index}`, [`${waste} และครั้งที่ ${index}`]);
    expect(await found()).toEqual(before);
    expect(await told('one', 'cl-1')).not.toContain('two/1#cl-1 adapted');
  });

  test('is shown once for each work, from its current edition, with the edition that had it first', async () => {
    await publish('one', [waste]);
    await publish('two', [waste], adoptedIn('2012'));
    await publish('two', [water, adaptedWaste], { ...adoptedIn('2016'), edition: 2, changeNote: 'ทดสอบ' });
    const { similar, total } = await similarTo('one', 'cl-1');
    expect(total).toBe(1);
    expect(similar).toHaveLength(1);
    expect(similar[0]).toMatchObject({
      edition: 2,
      eid: 'cl-2',
      isCurrent: true,
      first: { edition: 1, eid: 'cl-1' },
    });
  });

  test('says what the record says of it, and from which end', async () => {
    const relation = { kind: 'derives_from', target: 'charters/one#cl-1', note: lineageNote(1) } as const;
    await publish('one', [waste, water]);
    await publish('two', [waste, water], { relations: [relation] });
    expect((await similarTo('two', 'cl-1')).similar[0]?.stated).toEqual({ by: 'this', kind: 'derives_from' });
    expect((await similarTo('one', 'cl-1')).similar[0]?.stated).toEqual({
      by: 'other',
      kind: 'derives_from',
    });
    expect((await similarTo('two', 'cl-2')).similar[0]?.stated).toBeNull();
  });

  test('is not found in its own work, nor when it is too short to be told from others', async () => {
    await publish('one', [waste, waste, 'ให้ใช้ตั้งแต่วันประกาศ']);
    await publish('two', ['ให้ใช้ตั้งแต่วันประกาศ']);
    expect(await told('one', 'cl-1')).toEqual([]);
    expect(await similarTo('one', 'cl-3')).toMatchObject({ similar: [], total: 0, first: null });
  });

  test('has none like it where it is no clause', async () => {
    await publish('one', [waste]);
    await publish('two', [waste]);
    const work = await findWork(story.register.read, charter('one'));
    const edition = await findEdition(story.register.read, work?.id ?? 0, 1);
    const [clause] = await listProvisions(story.register.read, edition?.id ?? 0);
    if (!edition || !clause) throw new Error('nothing was published');
    const asked = (kind: Provision['kind']) =>
      findSimilarProvisions(story.register, edition, { ...clause, kind }, now);
    expect((await asked('clause'))?.total).toBe(1);
    expect(await asked('chapter')).toBeNull();
  });
});

describe('a text that readers are not offered', () => {
  const deed = { date: null, note: 'ทดสอบ', source: null };

  test('of a withdrawn work is not found, and is found again when that is taken back', async () => {
    await publish('one', [waste]);
    await publish('two', [waste]);
    const record = (kind: 'withdrawn' | 'reinstated') =>
      story.register.write(async (transaction) => {
        const work = await findWork(transaction, charter('two'));
        await insertEvent(transaction, work?.id ?? 0, { ...deed, kind }, now);
      });
    await record('withdrawn');
    expect(await similarTo('one', 'cl-1')).toMatchObject({ similar: [], total: 0, isFirst: true });
    await record('reinstated');
    expect(await told('one', 'cl-1')).toEqual(['two/1#cl-1 copied']);
  });

  test('published in error is gone, with every trace of its words', async () => {
    await publish('one', [water]);
    await publish('two', [waste, water]);
    const count = (table: string) =>
      story.register.read.get<{ total: number }>(sql.raw(`SELECT count(*) AS total FROM ${table}`)).total;
    const before = { wordings: count('wordings'), shingles: count('wording_shingles') };
    await publish('two', [waste, adaptedWaste], { edition: 2, changeNote: 'ทดสอบ' });
    await story.register.write(async (transaction) => {
      const work = await findWork(transaction, charter('two'));
      const error = { ...deed, kind: 'published_in_error' as const, edition: 2, sha256: 'a'.repeat(64) };
      await insertEvent(transaction, work?.id ?? 0, error, now);
      await takeOut(transaction, { id: work?.id ?? 0, type: 'charters' }, 2);
    });
    expect({ wordings: count('wordings'), shingles: count('wording_shingles') }).toEqual(before);
    expect(await told('two', 'cl-1')).toEqual([]);
    expect(await told('one', 'cl-1')).toEqual(['two/1#cl-2 copied']);
  });
});

describe('a register from before similar clauses were found', () => {
  const rows = () =>
    ['wordings', 'wording_shingles', 'provision_wordings', 'edition_wordings'].map((table) =>
      story.register.read.all(sql.raw(`SELECT * FROM ${table} ORDER BY 1, 2`)),
    );

  test('is filled once with what would have been stored', async () => {
    await publish('one', [waste, water]);
    await publish('two', [adaptedWaste, water]);
    const stored = rows();
    for (const table of ['edition_wordings', 'provision_wordings', 'wording_shingles', 'wordings']) {
      await story.register.write(async (transaction) => transaction.run(sql.raw(`DELETE FROM ${table}`)));
    }
    expect(countWithoutWordings(story.register)).toBe(3);
    expect(await fillWordings(story.register, false)).toBe(3);
    expect(rows()).toEqual(stored);
    expect(await fillWordings(story.register, false)).toBe(0);
    expect(await fillWordings(story.register, true)).toBe(3);
    expect(rows()).toEqual(stored);
  });

  test('that an older version has cut otherwise is filled anew', async () => {
    await publish('one', [waste]);
    const stored = rows();
    await story.register.write(async (transaction) => {
      transaction.run(sql`UPDATE edition_wordings SET form = 0 WHERE edition_id = 1`);
    });
    expect(await fillWordings(story.register, false)).toBe(2);
    expect(rows()).toEqual(stored);
  });
});

describe('a draft', () => {
  const body = [waste, water].map((text, index) => `### ข้อ ${index + 1}\n\n${text}`).join('\n\n');
  const draft = async () => {
    const opened = await openDraft(story.register, story.people.publisherA, story.charter);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value.draft;
  };
  const look = async () => {
    const { content } = await draft();
    const { provisions } = renderBody(content.body);
    return findSimilarInDraft(story.register, { manifest: content, provisions }, now);
  };
  const say = (eid: string, source: string, from: string, expectedVersion = 2) =>
    sayOrigin(
      story.register,
      story.people.editorA,
      story.charter,
      { expectedVersion, eid, source: { work: charter(source), edition: 1, eid: from } },
      now,
    );
  beforeEach(async () => {
    const { register, people, charter: name } = story;
    await amendWork(register, people.editorA, name, now);
    const change = {
      expectedVersion: 1,
      kind: 'saved',
      change: (content: Manifest) => accepted({ ...content, body }),
    } as const;
    await changeDraft(register, people.editorA, name, change, now);
  });

  test('is told which of its clauses others have, the likest and who had it first', async () => {
    await publish('copy', [waste], adoptedIn('2015'));
    await publish('origin', [adaptedWaste], adoptedIn('2010'));
    const found = await look();
    expect(found.map(({ clause, isFirst, works }) => [clause.eid, isFirst, works])).toEqual([
      ['cl-1', false, 2],
    ]);
    expect(found[0]?.offered.map(({ slug, likeness }) => [slug, likeness.kind])).toEqual([
      ['copy', 'copied'],
      ['origin', 'adapted'],
    ]);
  });

  test('had a clause first when its adoption is the earliest, and is not offered its own editions', async () => {
    await publish('later', [waste], adoptedIn('2020'));
    await publish(story.charter.slug, [waste], { edition: 2, changeNote: 'ทดสอบ' });
    expect((await look()).map(({ isFirst, works }) => [isFirst, works])).toEqual([[true, 1]]);
  });

  test('of a text adopted long ago did not have a new clause then', async () => {
    await publish('later', [waste], adoptedIn('2020'));
    expect((await draft()).content.adopted).toMatchObject({ value: { start: '2017-05-15' } });
    expect((await look()).map(({ isFirst }) => isFirst)).toEqual([false]);
  });

  test('says where a clause comes from when somebody says so, and is not asked again', async () => {
    await publish('origin', [water, waste], adoptedIn('2010'));
    expect(await say('cl-1', 'origin', 'cl-2')).toEqual(accepted({ version: 3 }));
    expect((await draft()).content.relations).toEqual([
      { kind: 'derives_from', target: 'charters/origin#cl-2', note: 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#cl-1)' },
    ]);
    expect((await look()).map(({ clause, offered }) => [clause.eid, offered[0]?.stated])).toEqual([
      ['cl-1', { by: 'this', kind: 'derives_from' }],
      ['cl-2', null],
    ]);
    expect(await say('cl-1', 'origin', 'cl-2', 3)).toEqual(accepted({ version: 3 }));
  });

  test('refuses an origin that is not there, and one for a text that has changed since', async () => {
    await publish('origin', [waste]);
    expect(await say('cl-1', 'origin', 'cl-2', 1)).toEqual(
      refused({ code: 'draft_changed', theirVersion: 2 }),
    );
    for (const attempt of [
      say('cl-9', 'origin', 'cl-1'),
      say('cl-1', 'origin', 'cl-9'),
      say('cl-1', 'nobody', 'cl-1'),
    ]) {
      expect(await attempt).toMatchObject({ ok: false, refusal: { code: 'content_invalid' } });
    }
    expect((await draft()).content.relations).toEqual([]);
  });
});
