import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '../../src/search/build-index.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import { viewResult } from '../../src/search/result-view.ts';
import { type Answer, openSession, type SearchSession } from '../../src/search/search-session.ts';
import { rungNotice, totalSentence, whySentence } from '../../src/search/sentences.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { provider } from './index-in.ts';
import { sixtyRecords, testRecord } from './test-records.ts';

const editions = [
  testRecord('two-editions', {
    url: '/charters/two-editions/editions/1',
    isCurrent: false,
    title: 'ธรรมนูญทดสอบสองฉบับ',
    sections: [{ eid: 'cl-1', label: 'ข้อ 1', heading: 'ข้อ 1', text: 'ห้ามจับกระต่ายป่าในฤดูวางไข่' }],
  }),
  testRecord('two-editions', {
    url: '/charters/two-editions/editions/2',
    title: 'ธรรมนูญทดสอบสองฉบับ',
    sections: [{ eid: 'cl-1', label: 'ข้อ 1', heading: 'ข้อ 1', text: 'ให้อนุรักษ์กระต่ายป่าตลอดปี' }],
  }),
];
const records = [...sixtyRecords(), ...editions];

let dir = '';
let session: SearchSession;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'golden-'));
  await buildBase({ dir, records: provider(records), revision: 1 });
  session = await openSession(diskSource(dir));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function ask(query: string, filters = {}): Promise<Answer> {
  const result = await session.answer(query, filters);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const urlsOf = ({ groups }: Answer): Promise<readonly string[]> =>
  Promise.all(groups.map(async ([{ folder, page }]) => (await folder.readRecord(page)).url));

/** The works in which the words stand one after the other, by comparing texts and not by the index. */
function worksWith(words: string): readonly string[] {
  const bare = (text: string): string => toSearchForm(text).replaceAll(/[\s.()]/g, '');
  const holds = records.filter(({ title, sections }) =>
    [title, ...sections.flatMap(({ heading, text }) => [heading, text])].some((text) =>
      bare(text).includes(bare(words)),
    ),
  );
  return [...new Set(holds.map(({ workPath }) => workPath))].sort();
}

const workOf = (url: string): string => url.replace(/\/editions\/\d+$/, '');

describe('search over sixty invented works', () => {
  it.each([
    'มะรือทดสอบ',
    'ปากแพรกลอง',
    'บ้านหยวกทดลอง',
    'ข้าวปลอดภัย',
    'ข่าวสารชุมชน',
    'ผ้าขาวม้า',
    'ปูนา',
    'ป่าชุมชน',
    'ชำระค่าปรับ',
    'ปลอดภั',
    'ข้อตกลง (MOU)',
    'นวัตกรรม',
    '๓๐๐ บาท',
    'หมู่ที่ 7',
    'น้ำท่วม',
    'เหล้าบุห',
    'กองทุนของตำบลโบตก',
  ])('%s finds exactly the works in which it stands', async (query) => {
    const answer = await ask(`"${query}"`);
    expect((await urlsOf(answer)).map(workOf).sort()).toEqual(worksWith(query));
    expect(answer.groups.length).toBeGreaterThan(0);
    expect(answer.rung).toBe('exact');
  });

  it('finds the same set for a year in either numeral set, and for the year of the other era', async () => {
    const thai = await urlsOf(await ask('๒๕๖๐'));
    expect(thai.length).toBe(3);
    expect(await urlsOf(await ask('2560'))).toEqual(thai);
    expect([...(await urlsOf(await ask('2017')))].sort()).toEqual([...thai].sort());
  });

  it.each([
    ['ข่าว', 'ข้าว'],
    ['ข้าว', 'ข่าว'],
    ['ผ้าขาว', 'ข้าว'],
    ['ปู', 'ปี'],
  ])('%s does not find a work that has only %s', async (query, other) => {
    const found = (await urlsOf(await ask(query))).map(workOf);
    expect(found.length).toBeGreaterThan(0);
    const withQuery = worksWith(query);
    const onlyOther = worksWith(other).filter((path) => !withQuery.includes(path));
    expect(found.filter((path) => onlyOther.includes(path))).toEqual([]);
  });

  it('finds a full name by its abbreviation and puts the word as typed first', async () => {
    const answer = await ask('อบต.มะรือทดสอบ');
    expect(answer.groups.length).toBe(10);
    const [first] = answer.groups;
    expect(first?.[0].tier).toBe('phrase');
  });

  it('needs every word, in any order and any clause, and filters by what the visitor chose', async () => {
    const answer = await ask('ขยะ มะรือทดสอบ');
    expect((await urlsOf(answer)).map(workOf)).toEqual(['/charters/test-36']);
    const ธรรมนูญ = await ask('ขยะ', { ประเภท: 'ธรรมนูญ' });
    expect(ธรรมนูญ.groups.length).toBe(2);
  });

  it('counts facets from what was found', async () => {
    const { facets, groups } = await ask('ขยะ');
    expect(groups.length).toBe(6);
    const types = facets
      .find(({ name }) => name === 'ประเภท')
      ?.values.map(({ value, works }) => [value, works]);
    expect(types).toEqual([
      ['ธรรมนูญ', 2],
      ['บันทึกข้อตกลง', 2],
      ['แผน', 2],
    ]);
    const sum = facets
      .find(({ name }) => name === 'จังหวัด')
      ?.values.reduce((all, { works }) => all + works, 0);
    expect(sum).toBe(6);
  });

  it('finds a record by an English name that is not in its text', async () => {
    expect((await ask('maruebotok')).groups.length).toBe(10);
  });

  it('leads to the clause, with the words marked in the text as written', async () => {
    const { groups } = await ask('๓๐๐ บาท ปูนา');
    const view = groups[0] === undefined ? null : await viewResult(groups[0], false);
    const clause = view?.clauses.find(({ href }) => href.endsWith('#cl-2'));
    expect(clause?.label.map(({ text }) => text).join('')).toBe('ข้อ ๒ กติกาเรื่องปูนา');
    expect(clause?.excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toContain('300 บาท');
  });

  it('shows the current edition for its work and names the older one that answers too', async () => {
    const { groups } = await ask('กระต่ายป่า');
    expect(groups.length).toBe(1);
    const view = groups[0] === undefined ? null : await viewResult(groups[0], true);
    expect(view?.href).toBe('/charters/two-editions/editions/2');
    expect(view?.otherEditions.map(({ href }) => href)).toEqual(['/charters/two-editions/editions/1']);
  });

  it('shows an older edition when only that one answers', async () => {
    const { groups } = await ask('ฤดูวางไข่');
    const view = groups[0] === undefined ? null : await viewResult(groups[0], false);
    expect([view?.href, view?.isCurrent]).toEqual(['/charters/two-editions/editions/1', false]);
  });

  it('answers a question without spaces from its parts, and says so', async () => {
    const answer = await ask('การจัดการเรื่องขยะตำบลมะรือทดสอบ');
    expect((await urlsOf(answer)).map(workOf)[0]).toBe('/charters/test-36');
    expect(rungNotice(answer.rung, answer.query.typed)).toContain('แสดงคำใกล้เคียง');
  });

  it('answers a slip of the finger with what is near, and says so', async () => {
    const answer = await ask('ปากแพรกลองง');
    expect((await urlsOf(answer)).map(workOf).sort()).toEqual(worksWith('ปากแพรกลอง'));
    expect(answer.rung).not.toBe('exact');
    const why = answer.groups[0] && (await viewResult(answer.groups[0], false)).why;
    expect(why && whySentence(why)).toBe('ใกล้เคียง: พบ “ปากแพรกลอง”');
  });

  it('says what was typed once in quotation marks, also when it was typed in some', () => {
    expect(totalSentence(2, '“รู้รับปรับตัว”')).toBe('พบ 2 เอกสารสำหรับ “รู้รับปรับตัว”');
    expect(totalSentence(0, '"ขยะ" "น้ำ"')).toBe('ไม่พบเอกสารสำหรับ “"ขยะ" "น้ำ"”');
  });

  it('finds nothing for words that stand nowhere', async () => {
    expect((await ask('ไดโนเสาร์อวกาศ')).groups).toEqual([]);
  });
});
