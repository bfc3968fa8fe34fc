import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { insertEvent } from '../../db/events.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { given } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { knowAsOf } from '../../src/registry/know-as-of.ts';
import { openConcordance } from '../../src/registry/open-concordance.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { aRegisterWithPeople, charterManifest } from '../support/register-with.ts';

let register: Register;
let clock = '2026-11-22T03:00:00.000Z';
beforeEach(async () => {
  clock = '2026-11-22T03:00:00.000Z';
  ({ register } = await aRegisterWithPeople(() => clock));
});
afterEach(() => register.close());

const north = '990101';
const south = '990102';

async function publish(
  slug: string,
  place: string,
  year: string,
  clause: string,
  more: Partial<Manifest> = {},
) {
  const work: WorkName = { type: 'charters', slug };
  await register.write(async (transaction) => {
    const known = await findWork(transaction, work);
    const workId = known?.id ?? (await insertWork(transaction, work, null, clock));
    const manifest = {
      ...charterManifest(work),
      places: [place],
      adopted: given({
        start: year,
        end: null,
        precision: 'year' as const,
        textAsWritten: null,
        isInferred: false,
      }),
      body: `### ข้อ 1 น้ำ\n\nดูแลลำเหมืองทดสอบ\n\n### ข้อ 2 เรื่องทดสอบ\n\n${clause}`,
      ...more,
    };
    await storeEdition(transaction, { workId, manifest, publishedAt: clock, organisationIds: new Map() });
  });
}

async function read(places: readonly string[], day = '2026-11-22', asOf: string | null = null) {
  const known = await knowAsOf(register, asOf, clock);
  if (known.kind !== 'known') throw new Error(known.kind);
  const found = await openConcordance(register, ['ขยะ'], places, day as IsoDate, known.asOf);
  return {
    asOf: known.asOf.text,
    empty: found.empty.map(([place]) => place?.code),
    columns: found.columns.map(({ place, works }) => [
      place[0]?.code,
      works.map(
        ({ slug, number, clauses }) => `${slug}/${number} ${clauses.map(({ eid }) => eid).join(',')}`,
      ),
    ]),
  };
}

test('the clauses that hold a word of the topic stand by place, from the editions of that day', async () => {
  await publish('one', north, '2015', 'คัดแยกขยะ');
  await publish('two', south, '2016', 'ไม่มีคำนั้น');
  await publish('one', north, '2020', 'เลิกแยก', { edition: 2, changeNote: 'ทดสอบ' });
  expect((await read([north, south], '2017-01-01')).columns).toEqual([
    [north, ['one/1 cl-2']],
    [south, ['two/1 ']],
  ]);
  expect((await read(['99'], '2021-01-01')).columns).toEqual([
    [north, ['one/2 ']],
    [south, ['two/1 ']],
  ]);
  expect(await read([north], '2014-12-31')).toMatchObject({ columns: [], empty: [north] });
});

test('a withdrawn work is left out from that day on, and a place that was asked for twice stands once', async () => {
  await publish('one', north, '2015', 'คัดแยกขยะ');
  await register.write(async (transaction) => {
    const work = await findWork(transaction, { type: 'charters', slug: 'one' });
    const date = {
      start: '2020-01-01',
      end: null,
      precision: 'day',
      textAsWritten: null,
      isInferred: false,
    } as const;
    await insertEvent(
      transaction,
      work?.id ?? 0,
      { kind: 'withdrawn', date, note: 'ทดสอบ', source: null },
      clock,
    );
  });
  expect((await read(['99', north], '2019-12-31')).columns).toEqual([[north, ['one/1 cl-2']]]);
  expect((await read([north], '2020-01-01')).columns).toEqual([]);
});

test('a work of several places stands once in the column of each, with each clause once', async () => {
  await publish('one', north, '2015', 'คัดแยกขยะ', { places: [north, south, '9901'] });
  const work = ['one/1 cl-2'];
  expect((await read(['99', north])).columns).toEqual([
    ['9901', work],
    [north, work],
    [south, work],
  ]);
});

test('asked again as of the same moment it gives the same rows after more was published', async () => {
  await publish('one', north, '2015', 'คัดแยกขยะ');
  const before = await read(['99']);
  clock = '2026-11-23T03:00:00.000Z';
  await publish('two', south, '2016', 'คัดแยกขยะ');
  await publish('one', north, '2017', 'เลิกแยก', { edition: 2, changeNote: 'ทดสอบ' });
  expect(await read(['99'], '2026-11-22', before.asOf)).toEqual(before);
  expect((await read(['99'])).columns).toHaveLength(2);
});
