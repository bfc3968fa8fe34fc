import { sql } from 'drizzle-orm';
import type { Connection, Register } from '../../db/connection.ts';
import { storeSearchRecord } from '../../src/registry/steps/store-search.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';

/**
 * Puts records into a register as far as searches read it, each as an edition of its work: the editions themselves
 * hold no text. Works keep their order; a work's editions come together.
 * @param recordsAtOnce in one transaction
 */
export async function fillWithRecords(
  register: Register,
  records: readonly SearchRecord[],
  recordsAtOnce = 200,
): Promise<void> {
  const works = new Map<string, { readonly id: number; editions: number }>();
  for (let first = 0; first < records.length; first += recordsAtOnce) {
    await register.write(async (transaction) => {
      for (const record of records.slice(first, first + recordsAtOnce)) {
        const work = works.get(record.workPath) ?? { id: insertWork(transaction), editions: 0 };
        works.set(record.workPath, work);
        work.editions += 1;
        const editionId = insertEdition(transaction, work.id, work.editions, record.isCurrent);
        await storeSearchRecord(transaction, editionId, record);
      }
    });
  }
}

function insertWork(transaction: Connection): number {
  return transaction.get<{ id: number }>(
    sql`INSERT INTO works (type, slug, created_at)
        VALUES ('charters', 'work-' || (SELECT coalesce(max(id), 0) + 1 FROM works), '2026-01-01') RETURNING id`,
  ).id;
}

function insertEdition(transaction: Connection, workId: number, number: number, isCurrent: boolean): number {
  const { id } = transaction.get<{ id: number }>(
    sql`INSERT INTO editions (work_id, number, sha256, manifest, published_at)
        VALUES (${workId}, ${number}, ${'0'.repeat(64)}, '{}', '2026-01-01') RETURNING id`,
  );
  transaction.run(
    sql`INSERT INTO edition_cards (edition_id, work_id, type, number, is_current, title, sort_key, provenance_rank, card)
        VALUES (${id}, ${workId}, 'charters', ${number}, ${isCurrent ? 1 : 0}, '', '', 2, '{}')`,
  );
  return id;
}
