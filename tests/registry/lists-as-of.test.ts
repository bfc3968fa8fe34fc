import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import type { FacetKey, ListFilter } from '../../src/domain/list-filter.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { writeListCsv } from '../../src/exports/list-csv.ts';
import { writeProvisionCsv } from '../../src/exports/provision-csv.ts';
import { exportProvisions } from '../../src/registry/export-provisions.ts';
import { exportWorks } from '../../src/registry/export-works.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { type KnownAsOf, knowAsOf } from '../../src/registry/know-as-of.ts';
import { listWorks } from '../../src/registry/list-works.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archiveOf, editionText, withdrawal } from '../support/test-archive.ts';

const offers: readonly FacetKey[] = [
  'type',
  'province',
  'year',
  'topic',
  'standing',
  'evidence',
  'provenance',
];
const origin = 'https://register.example';
const firstDay = '2026-11-20T03:00:00.000Z';
const secondDay = '2026-11-21T03:00:00.000Z';
const today = '2026-11-22T03:00:00.000Z';

let clock: Instant;
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

/** Two charters on the first day; on the second a new one, an amendment, a withdrawal, a correction, an older text. */
async function storeFirstDay(): Promise<void> {
  await store('test-amended', [editionText(1, { topics: '[test/one]' })]);
  await store('test-withdrawn', [editionText(1, { places: "['990102']", adopted: '{ start: 2010-01-01 }' })]);
}

async function storeSecondDay(): Promise<void> {
  const amended = [
    editionText(1, { topics: '[test/one]' }),
    editionText(2, { title: 'ธรรมนูญชื่อใหม่ทดสอบ', places: "['990102']" }, '### ข้อ 1 ใหม่\n\nถ้อยคำใหม่'),
    editionText(3, {
      changeKind: 'correction',
      title: 'ธรรมนูญชื่อใหม่ทดสอบ',
      adopted: "{ start: '2018-05-15' }",
    }),
    editionText(4, { title: 'ก่อนหน้าทั้งหมดทดสอบ', adopted: '{ start: 2001-01-01 }' }),
  ];
  await store('test-amended', amended);
  await store(
    'test-withdrawn',
    [editionText(1, { places: "['990102']", adopted: '{ start: 2010-01-01 }' })],
    { events: [withdrawal] },
  );
  await store('test-a-new-one', [editionText(1, { title: 'กขทดสอบ', publishedAt: firstDay })]);
}

async function asOf(text: string, now = today): Promise<KnownAsOf> {
  const known = await knowAsOf(register, text, now);
  if (known.kind !== 'known') throw new Error(known.kind);
  return known.asOf;
}

const filters: readonly ListFilter[] = [
  { type: 'charters' },
  { type: 'charters', place: '99' },
  { type: 'charters', place: '990102' },
  { type: 'charters', standing: 'adopted' },
  { type: 'charters', standing: 'withdrawn' },
  { type: 'charters', year: 2560, topic: 'test/one' },
  { type: 'charters', provenance: 'test' },
];

/** Every file and page of every filter, as of a moment. */
async function everythingAsOf(at: KnownAsOf): Promise<readonly string[]> {
  const told: string[] = [];
  for (const filter of filters) {
    for (const order of ['title', 'latest'] as const) {
      const works = await exportWorks(register, filter, order, at);
      const provisions = await exportProvisions(register, filter, order, at, 1);
      const list = { asOf: at.text, path: '/charters', nextPath: null, origin };
      told.push(
        await writeListCsv({ ...works, ...list }),
        await writeProvisionCsv({ ...provisions, ...list }),
      );
      const page = await listWorks(register, filter, { page: 1, order, offers, asOf: at }, today);
      told.push(JSON.stringify({ ...page, works: page.works }));
    }
  }
  return told;
}

describe('a list as of a moment', () => {
  test('has byte for byte the same rows after publications, corrections, withdrawals and older texts', async () => {
    await storeFirstDay();
    const day = await asOf('2026-11-20', secondDay);
    const moment = await asOfNow(register, firstDay);
    const before = [await everythingAsOf(day), await everythingAsOf(moment)];
    expect(before[0]?.[0]).toContain('test-withdrawn');
    expect(before[0]?.[1]).toContain('cl-1');
    clock = secondDay;
    await storeSecondDay();
    expect([await everythingAsOf(day), await everythingAsOf(moment)]).toEqual(before);
    expect(await asOf(moment.text)).toEqual(moment);
    const now = await everythingAsOf(await asOfNow(register, today));
    expect(now[0]).not.toBe(before[0]?.[0]);
    expect(now[0]).toContain('test-a-new-one');
  });

  test('is told alike from the tables of now and from what was known then', async () => {
    await storeFirstDay();
    await storeSecondDay();
    const last = await asOfNow(register, today);
    const fromTables = await everythingAsOf(last);
    clock = today;
    await store('test-later', [editionText(1, { places: "['990101']" })]);
    expect(await everythingAsOf(last)).toEqual(fromTables);
    expect(fromTables[0]).not.toContain('test-later');
  });

  test('offers the choices of a closed list in its order, and not as the works came', async () => {
    const standingsOffered = async () => {
      const at = await asOfNow(register, today);
      const { facets } = await listWorks(register, {}, { page: 1, order: 'title', offers, asOf: at }, today);
      return facets.find(({ key }) => key === 'standing')?.options.map(({ value }) => value);
    };
    await store('test-undated', [editionText(1, { adopted: 'null' })]);
    await store('test-adopted', [editionText(1)]);
    expect(await standingsOffered()).toEqual(['adopted', 'not_evident']);
    const then = await asOfNow(register, today);
    const before = await everythingAsOf(then);
    await store('test-another', [editionText(1)]);
    expect(await everythingAsOf(then)).toEqual(before);
  });

  test('takes the standings of its day', async () => {
    await store('test-review', [editionText(1, { reviewDue: '{ start: 2026-11-20 }' })]);
    const standingsOn = async (text: string) => {
      const at = await asOf(text, '2026-12-01T00:00:00.000Z');
      return (await exportWorks(register, {}, 'title', at)).works.map(({ standing }) => standing);
    };
    expect(await standingsOn('2026-11-20')).toEqual(['adopted']);
    expect(await standingsOn('2026-11-21')).toEqual(['review_due']);
  });

  test('does not believe an archive about when the register learned of a text', async () => {
    await storeFirstDay();
    const before = await everythingAsOf(await asOf('2026-11-20'));
    clock = secondDay;
    await store('test-backdated', [editionText(1, { publishedAt: '2026-11-19T00:00:00.000Z' })]);
    expect(await everythingAsOf(await asOf('2026-11-20'))).toEqual(before);
  });

  test('tells two publications apart that happened in the same millisecond, and when the clock goes back', async () => {
    await storeFirstDay();
    const moments = [await asOfNow(register, firstDay)];
    const told = [await everythingAsOf(moments[0] as KnownAsOf)];
    for (const [index, at] of [firstDay, firstDay, '2026-11-19T00:00:00.000Z'].entries()) {
      clock = at;
      await store(`test-more-${index}`, [editionText(1)]);
      moments.push(await asOfNow(register, firstDay));
      told.push(await everythingAsOf(moments.at(-1) as KnownAsOf));
    }
    expect(new Set(moments.map(({ text }) => text)).size).toBe(4);
    for (const [index, moment] of moments.entries()) {
      expect(await everythingAsOf(await asOf(moment.text))).toEqual(told[index]);
    }
  });

  test('is refused before the register began and for days that are still to come', async () => {
    expect(await knowAsOf(register, '2026-11-19', today)).toMatchObject({ kind: 'known' });
    await storeFirstDay();
    expect(await knowAsOf(register, '2026-11-19', today)).toEqual({ kind: 'before', first: firstDay });
    expect(await knowAsOf(register, '2026-11-23', today)).toEqual({ kind: 'not_yet' });
    expect(await knowAsOf(register, '2026-11-22', today)).toEqual({
      kind: 'moved',
      text: '2026-11-22T00:00:00.000+07:00',
    });
    expect(await knowAsOf(register, '๒๕๖๙-๑๑-๒๑', today)).toEqual({ kind: 'moved', text: '2026-11-21' });
  });
});

describe('a list by provisions', () => {
  test('comes in parts that together hold every work once', async () => {
    const long = 'ถ้อยคำทดสอบ'.repeat(7_000);
    for (let index = 1; index <= 30; index += 1) {
      await store(`test-long-${index}`, [editionText(1, {}, `### ข้อ 1 ยาว\n\n${long}`)]);
    }
    const at = await asOfNow(register, today);
    const slugs: string[] = [];
    let parts = 0;
    for (let from: number | null = 1; from !== null; parts += 1) {
      const part = await exportProvisions(register, {}, 'title', at, from);
      slugs.push(...part.works.map(({ slug }) => slug));
      from = part.next;
    }
    expect(parts).toBeGreaterThan(1);
    expect(slugs).toHaveLength(30);
    expect(new Set(slugs).size).toBe(30);
  }, 30_000);
});
