import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertEvent } from '../../db/events.ts';
import { insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { countUnfindable, fillSearch } from '../../src/registry/fill-search.ts';
import { findChangedWorks, indexPosition } from '../../src/registry/find-changed-works.ts';
import { listSearchRecords } from '../../src/registry/list-search-records.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { viewAnswer } from '../../src/search/answer-view.ts';
import { requestOf } from '../../src/search/search-request.ts';
import { aRegisterWithOneCharter, charterManifest, type Story } from '../support/register-with.ts';

const now = '2026-11-22T03:00:00.000Z';
const today = '2026-11-22' as IsoDate;
let story: Story;

beforeEach(async () => {
  story = await aRegisterWithOneCharter();
});
afterEach(() => story.register.close());

async function publish(slug: string, changes: Partial<Manifest>): Promise<number> {
  const work: WorkName = { type: 'charters', slug };
  return story.register.write(async (transaction) => {
    const workId = slug === story.charter.slug ? 1 : await insertWork(transaction, work, null, now);
    const manifest = { ...charterManifest(work), ...changes };
    await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds: new Map() });
    return workId;
  });
}

/** What an address such as `q=…&edition=current` is answered. */
async function search(address: string, at = now) {
  const request = requestOf(new URLSearchParams(address));
  const found = await searchRegister(story.register, request, at);
  if (!found.ok) throw new Error(found.refusal.code);
  const { answer, types } = found.value;
  return { answer, ...(await viewAnswer(answer, request, types, [])) };
}

const hrefs = async (address: string, at = now) =>
  (await search(address, at)).results.map(({ href }) => href);

/** What the words themselves find, without the rungs of likeness. */
const exactly = async (q: string): Promise<readonly string[]> => {
  const { answer, results } = await search(`q=${q}`);
  return answer.rung === 'exact' ? results.map(({ href }) => href) : [];
};

const withdraw = (workId: number, day: string | null) =>
  story.register.write((transaction) =>
    insertEvent(
      transaction,
      workId,
      {
        kind: 'withdrawn',
        date:
          day === null
            ? null
            : { start: day, end: null, precision: 'day', textAsWritten: day, isInferred: false },
        note: null,
        source: null,
      },
      now,
    ),
  );

const first = '/charters/test-north/editions/1';

describe('the search of the register', () => {
  test('finds the words that stand in place of an attached file, and leads to the file', async () => {
    const sha256 = '5e'.repeat(32);
    await publish('test-scan', {
      attachments: [
        {
          sha256,
          name: 'scan.pdf',
          title: 'ภาพสแกนฉบับลงนาม',
          kind: 'signed_scan',
          mediaType: 'application/pdf',
          bytes: 1000,
          pageCount: 1,
          pages: [],
          textEquivalent: { kind: 'text', text: 'ลงลายมือชื่อไว้ ณ ศาลาประชาคม' },
        },
      ],
    });
    const place = `/charters/test-scan/editions/1#file-${sha256.slice(0, 12)}`;
    for (const words of ['ลงลายมือชื่อไว้', 'ภาพสแกนฉบับลงนาม']) {
      const { results } = await search(`q=${words}`);
      expect(results.map(({ clauses }) => clauses.map(({ href }) => href))).toEqual([[place]]);
    }
  });

  test('finds an edition by words of a clause, and leads to the clause', async () => {
    const { results, works, answer } = await search('q=ดูแลลำเหมือง');
    expect([works, answer.rung]).toEqual([1, 'exact']);
    expect(results[0]?.clauses.map(({ href }) => href)).toEqual([`${first}#cl-2`]);
    const marked = results[0]?.clauses[0]?.excerpt.filter(({ isMarked }) => isMarked);
    expect(marked?.map(({ text }) => text)).toEqual(['ดูแลลำเหมือง']);
  });

  test('finds an edition in the transaction that publishes it, the current one first', async () => {
    expect(await hrefs('q=ฝายแม้ว')).toEqual([]);
    await publish('test-north', { edition: 2, body: '### ข้อ 1 ฝาย\n\nสร้างฝายแม้วทดสอบ' });
    expect(await hrefs('q=ฝายแม้ว')).toEqual(['/charters/test-north/editions/2']);
    expect((await search('q=ธรรมนูญตำบลทดสอบเหนือ&older=1')).results[0]).toMatchObject({
      href: '/charters/test-north/editions/2',
      isCurrent: true,
      otherEditions: [{ href: first }],
    });
    expect(await hrefs('q=ดูแลลำเหมือง')).toEqual([first]);
    expect(await hrefs('q=ดูแลลำเหมือง&edition=current')).toEqual([]);
  });

  test('finds nothing of a publication that was taken back', async () => {
    const failing = story.register.write(async (transaction) => {
      const workId = await insertWork(transaction, { type: 'charters', slug: 'half' }, null, now);
      const manifest = { ...charterManifest({ type: 'charters', slug: 'half' }), title: 'ครึ่งทางทดสอบ' };
      await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds: new Map() });
      throw new Error('stopped');
    });
    await expect(failing).rejects.toThrow('stopped');
    expect(await exactly('ครึ่งทางทดสอบ')).toEqual([]);
  });

  test('never finds a phrase across two blocks, nor in the middle of a letter', async () => {
    await publish('blocks', { title: 'ต้นทาง', body: '### ข้อ 1 ปลายทาง\n\nข่าวสาร' });
    expect(await exactly('"ปลายทางข่าวสาร"')).toEqual([]);
    expect(await exactly('"ข่าวสาร"')).toEqual(['/charters/blocks/editions/1']);
    expect(await exactly('"ข้าวสาร"')).toEqual([]);
    expect(await exactly('"ข่าวส"')).toEqual([]);
    expect(await exactly('ข่าวส')).toEqual(['/charters/blocks/editions/1']);
  });

  test('pages through an answer and counts it whole', async () => {
    for (let number = 1; number <= 12; number += 1) {
      await publish(`many-${number}`, { title: `ทดสอบหลายเรื่อง ${number}` });
    }
    const second = await search('q=หลายเรื่อง&page=2');
    expect([second.works, second.pages, second.results.length]).toEqual([12, 2, 2]);
    const all = await Promise.all([1, 2, 3].map((page) => hrefs(`q=หลายเรื่อง&page=${page}`)));
    expect(new Set(all.flat()).size).toBe(12);
    const facet = second.answer.facets.find(({ name }) => name === 'ประเภท');
    expect(facet?.values.map(({ works }) => works)).toEqual([12]);
  });
});

describe('a withdrawn work', () => {
  test('is found no more from that day on, and the index hears of it', async () => {
    const workId = await publish('gone', { title: 'เรื่องที่จะยกเลิก' });
    const position = indexPosition(story.register);
    await withdraw(workId, '2026-11-23');
    expect(await hrefs('q=เรื่องที่จะยกเลิก')).toEqual(['/charters/gone/editions/1']);
    expect(await hrefs('q=เรื่องที่จะยกเลิก', '2026-11-22T18:00:00.000Z')).toEqual([]);
    expect(await findChangedWorks(story.register, position)).toEqual([{ type: 'charters', slug: 'gone' }]);
    expect(indexPosition(story.register)).toBeGreaterThan(position);
  });

  test('without a date is gone at once, and is in no new index', async () => {
    const workId = await publish('gone', { title: 'เรื่องที่จะยกเลิก' });
    expect(await hrefs('q=เรื่องที่จะยกเลิก')).toHaveLength(1);
    await withdraw(workId, null);
    expect(await hrefs('q=เรื่องที่จะยกเลิก')).toEqual([]);
    const records = await Array.fromAsync(listSearchRecords(story.register, {}, today));
    expect(records.map(({ url }) => url)).toEqual([first]);
  });
});

describe('a register from before there was search in it', () => {
  test('is filled once, and then finds what it found before', async () => {
    await publish('second', { title: 'เรื่องที่สอง' });
    const before = await search('q=ทดสอบ');
    await story.register.write(async (transaction) => {
      transaction.run(sql`DELETE FROM search_records`);
      transaction.run(sql`INSERT INTO search_tokens (search_tokens) VALUES ('delete-all')`);
    });
    expect(countUnfindable(story.register)).toBe(2);
    expect(await fillSearch(story.register, false)).toBe(2);
    expect(countUnfindable(story.register)).toBe(0);
    expect(await fillSearch(story.register, false)).toBe(0);
    expect((await search('q=ทดสอบ')).results).toEqual(before.results);
  });

  test('may be filled anew at any time without finding anything twice', async () => {
    await publish('second', { title: 'เรื่องที่สอง' });
    const before = await search('q=ทดสอบ');
    expect(await fillSearch(story.register, true)).toBe(2);
    expect((await search('q=ทดสอบ')).results).toEqual(before.results);
    const rows = story.register.read.all(sql`SELECT rowid FROM search_tokens`);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
  });
});
