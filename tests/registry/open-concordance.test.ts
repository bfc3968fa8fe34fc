import { type SQL, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { insertEvent } from '../../db/events.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { given } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { countUnreadForTopics, fillTopicWords } from '../../src/registry/fill-topic-words.ts';
import { knowAsOf } from '../../src/registry/know-as-of.ts';
import { type ConcordanceQuestion, openConcordance } from '../../src/registry/open-concordance.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { takeOut } from '../../src/registry/steps/take-out.ts';
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

async function open(
  places: readonly string[],
  day = '2026-11-22',
  asOf: string | null = null,
  more: Partial<ConcordanceQuestion> = {},
) {
  const known = await knowAsOf(register, asOf, clock);
  if (known.kind !== 'known') throw new Error(known.kind);
  const question = { words: ['ขยะ'], places, day: day as IsoDate, asOf: known.asOf, extent: 'all' } as const;
  return { found: await openConcordance(register, { ...question, ...more }), asOf: known.asOf };
}

async function read(places: readonly string[], day = '2026-11-22', then: string | null = null) {
  const { found, asOf } = await open(places, day, then);
  return {
    asOf: asOf.text,
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

describe('a page', () => {
  const clauses = (count: number) =>
    Array.from({ length: count }, (_, at) => `### ข้อ ${at + 1}\n\nคัดแยกขยะ`).join('\n\n');

  test('shows the first clauses of each work and says how many there are; a file holds all', async () => {
    await publish('one', north, '2015', '', { body: clauses(12) });
    const shown = async (extent: 'page' | 'all') => {
      const { found } = await open([north], '2026-11-22', null, { extent });
      return found.columns[0]?.works.map((work) => [work.clauses.length, work.total]);
    };
    expect(await shown('page')).toEqual([[8, 12]]);
    expect(await shown('all')).toEqual([[12, 12]]);
  });

  test('shows the first works of each place and says how many there are; a file holds all', async () => {
    for (const slug of ['one', 'two', 'three', 'four']) await publish(slug, north, '2015', 'คัดแยกขยะ');
    const shown = async (extent: 'page' | 'all') => {
      const { found } = await open([north], '2026-11-22', null, { extent });
      return found.columns.map(({ works, total }) => [works.length, total]);
    };
    expect(await shown('page')).toEqual([[3, 4]]);
    expect(await shown('all')).toEqual([[4, 4]]);
  });
});

describe('where words of topics stand', () => {
  const kept = () =>
    register.read.all<{ positions: string }>(
      sql`SELECT positions FROM edition_topic_words ORDER BY edition_id`,
    );
  const change = (statement: SQL) => register.write(async (transaction) => transaction.run(statement));
  const found = async (words: readonly string[]) =>
    (await open([north], '2026-11-22', null, { words })).found.columns.flatMap(({ works }) =>
      works.flatMap((work) => work.clauses.map((clause) => `${clause.eid} ${clause.words.join(' ')}`)),
    );
  beforeEach(() => publish('one', north, '2015', 'คัดแยกขยะและงดสุรา'));

  test('is kept when an edition is stored, and texts are not looked through again', async () => {
    expect(JSON.parse(kept().at(-1)?.positions ?? '')).toMatchObject({ ขยะ: [2], สุรา: [2] });
    expect(await found(['ขยะ', 'สุรา'])).toEqual(['cl-2 ขยะ สุรา']);
    await change(sql`UPDATE edition_topic_words SET positions = '{"ขยะ":[0]}'`);
    expect(await found(['ขยะ', 'สุรา'])).toEqual(['cl-1 ขยะ']);
  });

  test('is read from the text for a word of no topic, and where older words were kept', async () => {
    expect(await found(['งด'])).toEqual(['cl-2 งด']);
    await change(sql`UPDATE edition_topic_words SET positions = '{}'`);
    expect(await found(['ขยะ'])).toEqual([]);
    await change(sql`UPDATE edition_topic_words SET form = 'older'`);
    expect(await found(['ขยะ'])).toEqual(['cl-2 ขยะ']);
  });

  test('is kept anew for a register from before, and when words of a topic have changed', async () => {
    const before = kept();
    await change(sql`DELETE FROM edition_topic_words WHERE edition_id = 1`);
    await change(sql`UPDATE edition_topic_words SET form = 'older', positions = '{}'`);
    expect(countUnreadForTopics(register)).toBe(before.length);
    expect(await fillTopicWords(register, false)).toBe(before.length);
    expect(kept()).toEqual(before);
    expect(await fillTopicWords(register, false)).toBe(0);
    expect(await fillTopicWords(register, true)).toBe(before.length);
  });

  test('goes with an edition that was published in error', async () => {
    const before = kept();
    await publish('one', north, '2016', 'คัดแยกขยะ', { edition: 2, changeNote: 'ทดสอบ' });
    await register.write(async (transaction) => {
      const work = await findWork(transaction, { type: 'charters', slug: 'one' });
      const error = { kind: 'published_in_error', edition: 2, sha256: 'a'.repeat(64) } as const;
      await insertEvent(
        transaction,
        work?.id ?? 0,
        { ...error, date: null, note: 'ทดสอบ', source: null },
        clock,
      );
      await takeOut(transaction, { id: work?.id ?? 0, type: 'charters' }, 2);
    });
    expect(kept()).toEqual(before);
  });
});
