import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { updateOrganisation } from '../../db/organisations.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { writeSearchCsv } from '../../src/exports/search-csv.ts';
import { writeSearchJson } from '../../src/exports/search-json.ts';
import { type ExportedHit, exportSearch } from '../../src/registry/export-search.ts';
import { fillSearch } from '../../src/registry/fill-search.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { type KnownAsOf, knowAsOf } from '../../src/registry/know-as-of.ts';
import { searchAsOf } from '../../src/registry/search-as-of.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { timelinePosition } from '../../src/registry/steps/timeline-position.ts';
import { takeOutEdition } from '../../src/registry/take-out-edition.ts';
import { viewAnswer } from '../../src/search/answer-view.ts';
import { queryTextOf, requestOf } from '../../src/search/search-request.ts';
import { filesNote, nothingInFile } from '../../src/search/sentences.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { aPerson } from '../support/register-with.ts';
import { archiveOf, editionText, withdrawal } from '../support/test-archive.ts';

const origin = 'https://register.example';
const firstDay = '2026-11-20T03:00:00.000Z';
const secondDay = '2026-11-21T03:00:00.000Z';
const today = '2026-11-22T03:00:00.000Z';

let clock: string;
let register: Register;
beforeEach(async () => {
  clock = firstDay;
  register = await emptyRegister(':memory:', () => clock);
});
afterEach(() => register.close());

const charter = (slug: string): WorkName => ({ type: 'charters', slug });

async function store(
  slug: string,
  texts: readonly string[],
  more: Parameters<typeof archiveOf>[1] = {},
): Promise<void> {
  const archive = archiveOf(texts, { ...more, name: charter(slug) });
  expect(await importArchive(register, archive, clock)).toMatchObject({ ok: true });
}

const dams = (more: string) =>
  `### ข้อ 1 ฝาย\n\nร่วมสร้างฝายแม้วทดสอบ ${more}\n\n### ข้อ 2 ป่า\n\nดูแลป่าชุมชน ปี 2560`;
const amendedFirst = editionText(1, {}, dams('ทุกหมู่บ้าน'));
const withdrawnFirst = editionText(
  1,
  { title: 'ธรรมนูญฝายแม้วทดสอบ', places: "['990102']", adopted: '{ start: 2010-01-01 }' },
  dams('และขุดลอกลำเหมือง'),
);

/** Two charters on the first day; on the second an amendment, a correction, an older text, a withdrawal and a new one. */
async function storeFirstDay(): Promise<void> {
  await store('test-amended', [amendedFirst]);
  await store('test-withdrawn', [withdrawnFirst]);
}

async function storeSecondDay(): Promise<void> {
  await store('test-amended', [
    amendedFirst,
    editionText(2, { title: 'ธรรมนูญชื่อใหม่ทดสอบ' }, dams('เฉพาะหมู่ที่ 2')),
    editionText(3, { changeKind: 'correction', adopted: "{ start: '2018-05-15' }" }, dams('เฉพาะหมู่ที่ 3')),
    editionText(4, { title: 'ก่อนหน้าทั้งหมดทดสอบ', adopted: '{ start: 2001-01-01 }' }, dams('ทั้งลุ่มน้ำ')),
  ]);
  await store('test-withdrawn', [withdrawnFirst], { events: [withdrawal] });
  await store('test-a-new-one', [editionText(1, { publishedAt: firstDay }, dams('ของเรื่องใหม่'))]);
}

async function asOf(text: string): Promise<KnownAsOf> {
  const known = await knowAsOf(register, text, today);
  if (known.kind !== 'known') throw new Error(known.kind);
  return known.asOf;
}

const questions = [
  'q=ฝายแม้ว',
  'q=ฝายแม้ว&older=1',
  'q=ฝายแม้ว&edition=older',
  'q=ฝายแม้ว&edition=current&province=ทดสอบ',
  'q=ฝายแม้ว ป่าชุมชน&year=2560',
  'q="ฝายแม้วทดสอบ"&type=charters',
  'q=2017',
  'q=ทดสอบ&provenance=test&older=1',
  'q=ขุดลอกลำเหมือง',
  'q=แหล่งทดสอบ',
  'q=ฝายแมว',
] as const;

const request = (question: string) => requestOf(new URLSearchParams(question));

async function found(question: string, at: KnownAsOf): Promise<readonly ExportedHit[]> {
  const part = await exportSearch(register, request(question), at, 1);
  if (!part.ok) throw new Error(part.refusal.code);
  return part.value.hits;
}

/** Every row of a question, as the edition and the place in it. */
const rowsOf = async (question: string, at: KnownAsOf): Promise<readonly string[]> =>
  (await found(question, at)).flatMap((hit) =>
    hit.found.map(({ kind, eid }) => `${hit.slug}/${hit.number} ${eid ?? kind}`),
  );

/** Both files of a question, and the page of the API, as they are written. */
async function written(question: string, at: KnownAsOf): Promise<string> {
  const asked = request(question);
  const part = await exportSearch(register, asked, at, 1);
  const page = await searchAsOf(register, asked, at);
  if (!part.ok || !page.ok) throw new Error('refused');
  const { total, hits } = part.value;
  const query = queryTextOf(asked);
  const none = nothingInFile(asked.q);
  const about = { asOf: at.text, query, path: '/search.csv', nextPath: null, origin, note: filesNote, none };
  const { answer, types } = page.value;
  const view = await viewAnswer(answer, asked, types, []);
  return [
    await writeSearchCsv({ ...about, total, hits }),
    await writeSearchJson({ ...about, total, hits }),
    JSON.stringify(view),
  ].join('\n');
}

const everything = (at: KnownAsOf): Promise<readonly string[]> =>
  Promise.all(questions.map((question) => written(question, at)));

describe('a search as of a moment', () => {
  test('has byte for byte the same rows after publications, corrections, withdrawals and older texts', async () => {
    await storeFirstDay();
    const day = await asOf('2026-11-20');
    const moment = await asOfNow(register, firstDay);
    const before = [await everything(day), await everything(moment)];
    expect(await rowsOf('q=ฝายแม้ว', day)).toEqual([
      'test-amended/1 cl-1',
      'test-withdrawn/1 title',
      'test-withdrawn/1 cl-1',
    ]);
    clock = secondDay;
    await storeSecondDay();
    expect([await everything(day), await everything(moment)]).toEqual(before);
    expect(await asOf(moment.text)).toEqual(moment);
  });

  test('is not what the register says now: the comparison would notice', async () => {
    await storeFirstDay();
    const day = await asOf('2026-11-20');
    const before = await everything(day);
    clock = secondDay;
    await storeSecondDay();
    const now = await asOfNow(register, today);
    const after = await everything({ ...now, text: day.text });
    const same = questions.filter((_, index) => after[index] === before[index]);
    expect(same).toEqual(['q=ฝายแมว']);
    expect(await rowsOf('q=ฝายแม้ว', now)).toEqual(['test-a-new-one/1 cl-1', 'test-amended/3 cl-1']);
  });

  test('tells which edition was current then, and finds the others when they are asked for', async () => {
    await storeFirstDay();
    clock = secondDay;
    await storeSecondDay();
    const day = await asOf('2026-11-20');
    const now = await asOfNow(register, today);
    const editions = async (question: string, at: KnownAsOf) =>
      (await found(question, at)).map(({ slug, number, isCurrent, otherEditions }) => [
        slug,
        number,
        isCurrent,
        otherEditions,
      ]);
    expect(await editions('q=ทุกหมู่บ้าน', day)).toEqual([['test-amended', 1, true, 0]]);
    expect(await editions('q=ทุกหมู่บ้าน', now)).toEqual([['test-amended', 1, false, 0]]);
    expect(await editions('q=ป่าชุมชน&older=1&type=charters', now)).toEqual([
      ['test-a-new-one', 1, true, 0],
      ['test-amended', 3, true, 3],
      ['test-amended', 4, false, 3],
      ['test-amended', 2, false, 3],
      ['test-amended', 1, false, 3],
    ]);
    expect(await editions('q=ป่าชุมชน&edition=older', day)).toEqual([]);
  });

  test('never gives again what was published in error, and nothing else changes with it', async () => {
    await storeFirstDay();
    await store('test-mistake', [
      editionText(1, {}, dams('ของเรื่องที่สาม')),
      editionText(2, {}, dams('กับเลขประจำตัวที่ไม่ควรเผยแพร่')),
    ]);
    const moment = await asOfNow(register, firstDay);
    expect(await rowsOf('q=เลขประจำตัวที่ไม่ควรเผยแพร่', moment)).toEqual(['test-mistake/2 cl-1']);
    const others = async () =>
      (await found('q=ฝายแม้ว&older=1', moment)).filter(({ slug }) => slug !== 'test-mistake');
    const before = await others();
    const registrar = await aPerson(register, 'registrar', { role: 'registrar', organisation: null });
    const position = await register.write((transaction) => timelinePosition(transaction, 3));
    const deed = { number: 2, reason: 'มีข้อมูลส่วนบุคคล', position };
    const taken = await takeOutEdition(register, registrar, charter('test-mistake'), deed, secondDay);
    expect(taken).toMatchObject({ ok: true });
    // The same question as the last one before.
    expect(await others()).toEqual(before);
    expect(await rowsOf('q=เลขประจำตัวที่ไม่ควรเผยแพร่', moment)).toEqual([]);
    expect(await rowsOf('q=ของเรื่องที่สาม', moment)).toEqual(['test-mistake/1 cl-1']);
    expect((await found('q=ของเรื่องที่สาม', moment))[0]?.isCurrent).toBe(true);
  });

  test('goes on finding by the names that an edition was published with, and not by later ones', async () => {
    const parties = '[{ organisation: sao-test-north, role: party }]';
    await store('test-party', [editionText(1, { parties })], { organisations: [northOrganisation] });
    const moment = await asOfNow(register, firstDay);
    const old = 'q=องค์การบริหารส่วนตำบลทดสอบเหนือ';
    const before = await written(old, moment);
    expect(await rowsOf(old, moment)).toEqual(['test-party/1 facts']);
    await register.write((transaction) =>
      updateOrganisation(transaction, { ...northOrganisation, name: 'เทศบาลตำบลชื่อใหม่' }),
    );
    expect(await fillSearch(register, true)).toBe(1);
    expect(await written(old, moment)).toBe(before);
    const renamed = 'q=เทศบาลตำบลชื่อใหม่';
    expect(await found(renamed, moment)).toEqual([]);
    const page = await searchRegister(register, request(renamed), today);
    expect(page.ok && [page.value.answer.rung, page.value.answer.groups.length]).toEqual(['exact', 1]);
  });

  test('refuses what searches refuse, and what is too much to be looked up whole', async () => {
    await storeFirstDay();
    const now = await asOfNow(register, today);
    const letters = Array.from('กขคงจชซดตถทธนบปผพมยรลวสหอ');
    const bodies = letters.map((letter, index) => `อบต.${letter}${letters.at(index - 1)}`).join(' ');
    for (const [q, code] of [
      ['', 'query_empty'],
      ['ก', 'query_too_short'],
      ['ก'.repeat(201), 'query_too_long'],
      [bodies, 'query_too_many_parts'],
    ]) {
      const refusal = await exportSearch(register, { ...request(''), q: q ?? '' }, now, 1);
      expect(refusal).toMatchObject({ ok: false, refusal: { code } });
    }
  });
});

describe('what a file of a search holds', () => {
  test('is nothing that is only near', async () => {
    await storeFirstDay();
    const near = 'q=ฝายแมวทดสอบ';
    const page = await searchRegister(register, request(near), today);
    expect(page.ok && page.value.answer.rung).not.toBe('exact');
    expect(page.ok && page.value.answer.groups.length).toBeGreaterThan(0);
    const now = await asOfNow(register, today);
    expect(await rowsOf(near, now)).toEqual([]);
    expect(await written(near, now)).toContain(nothingInFile('ฝายแมวทดสอบ'));
  });

  test('hangs on each edition alone: words bound by และ count wherever they stand', async () => {
    await store('test-run', [editionText(1, {}, '### ข้อ 1 ก\n\nดูแลป่าและน้ำของตำบล')]);
    await store('test-run-too', [editionText(1, {}, '### ข้อ 1 ก\n\nดูแลป่าและน้ำของตำบล')]);
    await store('test-apart', [editionText(1, {}, '### ข้อ 1 น้ำ\n\nใช้น้ำ\n\n### ข้อ 2 ข\n\nรักษาป่า')]);
    const asked = 'q=ป่า และ น้ำ';
    const page = await searchRegister(register, request(asked), today);
    expect(page.ok && page.value.answer.groups.length).toBe(2);
    const hits = await found(asked, await asOfNow(register, today));
    expect(hits.map(({ slug, tier }) => [slug, tier])).toEqual([
      ['test-apart', 'words'],
      ['test-run', 'phrase'],
      ['test-run-too', 'phrase'],
    ]);
    expect(hits[0]?.found.map(({ eid, words }) => [eid, words])).toEqual([
      ['cl-1', ['น้ำ']],
      ['cl-2', ['ป่า']],
    ]);
    expect(hits[1]?.found.map(({ words }) => words)).toEqual([['ป่า และ น้ำ']]);
  });

  test('comes in parts that together hold every work once, in one order', async () => {
    for (const number of [3, 11, 2, 7, 5, 1, 30, 4]) {
      await store(`test-many-${number}`, [editionText(1, {}, dams(`ลำดับ ${number}`))]);
    }
    const now = await asOfNow(register, today);
    const slugs: string[] = [];
    let parts = 0;
    for (let from: number | null = 1; from !== null; parts += 1) {
      const part = await exportSearch(register, request('q=ฝายแม้ว'), now, from, {
        places: 3,
        characters: 1e6,
      });
      if (!part.ok) throw new Error(part.refusal.code);
      expect(part.value.total).toBe(8);
      slugs.push(...part.value.hits.map(({ slug }) => slug));
      from = part.value.next;
    }
    expect(parts).toBe(3);
    expect(slugs).toEqual([1, 11, 2, 3, 30, 4, 5, 7].map((number) => `test-many-${number}`));
  });

  test('says where a word stands that stands in no text: a place, a label, a source', async () => {
    await storeFirstDay();
    const now = await asOfNow(register, today);
    expect(await rowsOf('q=ตำบลทดสอบใต้', now)).toEqual(['test-withdrawn/1 place']);
    const [source] = await found('q=แหล่งทดสอบ', now);
    expect(source?.found).toMatchObject([{ kind: 'facts', text: 'แหล่งทดสอบ', words: ['แหล่งทดสอบ'] }]);
    const [year] = await found('q=2017', now);
    expect(year?.found.map(({ kind, words, otherWords }) => [kind, words, otherWords])).toEqual([
      ['provision', [], ['2560']],
    ]);
  });
});
