import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { listSearchRecords } from '../../src/registry/list-search-records.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { buildBase } from '../../src/search/build-index.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import { indexWords } from '../../src/search/index-words.ts';
import { requestOf } from '../../src/search/search-request.ts';
import { type Answer, openSession, type SearchSession } from '../../src/search/search-session.ts';
import { seedRegister } from '../../src/server/seed-register.ts';
import samples from './sample-queries.json' with { type: 'json' };

const now = '2026-11-22T03:00:00.000Z';
const today = '2026-11-22' as IsoDate;
let dir = '';
let register: Register;
let session: SearchSession;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'samples-'));
  register = openRegister({ file: ':memory:' });
  await seedRegister(register, now);
  await buildBase({ dir, records: (options) => listSearchRecords(register, options, today), revision: 1 });
  session = await openSession(diskSource(dir));
}, 60_000);
afterAll(async () => {
  register.close();
  await rm(dir, { recursive: true, force: true });
});

const backends: Readonly<Record<string, (query: string) => Promise<Answer>>> = {
  'the browser': async (query) => {
    const result = await session.answer(query, {});
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  },
  'the server': async (query) => {
    const found = await searchRegister(
      register,
      requestOf(new URLSearchParams({ q: query })),
      now,
      indexWords(dir),
    );
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value.answer;
  },
};

describe.each(Object.keys(backends))('on the seeded register, %s', (backend) => {
  const ask = (query: string): Promise<Answer> => backends[backend]?.(query) ?? Promise.reject();

  it('finds the right work among the first three for at least 95 of 100 queries', async () => {
    const missed: string[] = [];
    const known = samples.queries.filter(({ works }) => works.length > 0);
    for (const { query, works } of known) {
      const { groups } = await ask(query);
      const first = await Promise.all(
        groups.slice(0, 3).map(async ([{ folder, page }]) => (await folder.readRecord(page)).workPath),
      );
      if (!first.some((path) => works.includes(path))) missed.push(query);
    }
    expect(missed.length / known.length, missed.join(', ')).toBeLessThanOrEqual(0.05);
  });

  it('finds no charter for a province that has none, and offers what there is', async () => {
    const { groups, suggestions } = await ask('ธรรมนูญตำบล แม่ฮ่องสอน');
    expect(groups).toEqual([]);
    expect(suggestions).toEqual([{ reason: 'fewer', text: 'ธรรมนูญตำบล' }]);
  });

  it('offers each word by itself when no document has them all', async () => {
    const { groups, suggestions } = await ask('สันป่าม่วง ปะการัง น้ำ');
    expect(groups).toEqual([]);
    expect(suggestions).toEqual([{ reason: 'fewer', text: 'สันป่าม่วง น้ำ' }]);
    const apart = await ask('สันป่าม่วง น้ำ');
    expect(apart.groups).toEqual([]);
    expect(apart.suggestions.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      'single สันป่าม่วง',
      'single น้ำ',
    ]);
    for (const { text } of apart.suggestions) expect((await ask(text)).groups.length).toBeGreaterThan(0);
  });

  it.each(['ตราด', 'จังหวัดตาก', 'ตำบลหนองบัวดง'])(
    'finds nothing for %s, a place without a document',
    async (place) => {
      expect((await ask(place)).groups).toEqual([]);
      const { groups, suggestions } = await ask(`ขยะ ${place}`);
      expect([groups.length, suggestions]).toEqual([0, [{ reason: 'fewer', text: 'ขยะ' }]]);
    },
  );

  it.each(['15 พ.ค. 60', '16/5/2560', '๑๖ พฤษภาคม พ.ศ. ๒๕๖๐'])(
    'finds what was signed on two days by one of them, however it is written: %s',
    async (day) => {
      const { groups, rung } = await ask(day);
      expect([groups.length > 0, ['exact', 'looser'].includes(rung)]).toEqual([true, true]);
    },
  );

  it.each([
    ['ธรรมนูน', 'ธรรมนูญ'],
    ['ธรรมณูญ', 'ธรรมนูญ'],
    ['ธรมนูญ', 'ธรรมนูญ'],
    ['สุขภวะ', 'สุขภาวะ'],
    ['สขภาวะ', 'สุขภาวะ'],
    ['น่าอยุ่', 'น่าอยู่'],
    ['หน้าอยู่', 'น่าอยู่'],
    ['รู้รับปรับตั้ว', 'รู้รับปรับตัว'],
    ['องการบริหารส่วนตำบล', 'องค์การบริหารส่วนตำบล'],
    ['แผนปฎิบัติการ', 'แผนปฏิบัติการ'],
    ['นโยบายสาธารนะ', 'นโยบายสาธารณะ'],
    ['นโยบายสาธาณะ', 'นโยบายสาธารณะ'],
    ['เครือข่าว', 'เครือข่าย'],
    ['ปติญญา', 'ปฏิญญา'],
    ['ปฎิญญา', 'ปฏิญญา'],
    ['ข้อบัญยัติ', 'ข้อบัญญัติ'],
    ['กะติกา', 'กติกา'],
    ['สงขา', 'สงขลา'],
    ['ตำบน', 'ตำบล'],
  ])('reads %s as %s', async (typed, meant) => {
    const wanted = await ask(meant);
    const { groups, shown } = await ask(typed);
    expect(wanted.rung).toBe('exact');
    expect([shown, groups.length]).toEqual([meant, wanted.groups.length]);
  });
});
