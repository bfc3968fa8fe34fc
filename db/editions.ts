import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';

import type { Manifest } from '../src/domain/edition.ts';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { Connection } from './connection.ts';
import { editionCards, editions } from './schema.ts';

export type StoredEdition = {
  readonly id: number;
  readonly number: number;
  /** SHA-256 of the canonical manifest, lower-case hex. */
  readonly sha256: string;
  readonly publishedAt: string;
  readonly manifest: Manifest;
};

/** An edition without its text, for timelines and lists. */
export type EditionEntry = {
  readonly number: number;
  readonly sha256: string;
  readonly publishedAt: string;
  readonly card: EditionCard;
};

/**
 * An edition that readers may read; null when the work has no such number, and when its text was published in error.
 * Every page, file and list asks this or reads the cards, and nothing else decides: an edition without a card is not
 * public.
 */
export async function findEdition(
  connection: Connection,
  workId: number,
  number: number,
): Promise<StoredEdition | null> {
  const row = connection
    .select(getTableColumns(editions))
    .from(editions)
    .innerJoin(editionCards, eq(editionCards.editionId, editions.id))
    .where(and(eq(editions.workId, workId), eq(editions.number, number)))
    .get();
  return row ? { ...row, manifest: JSON.parse(row.manifest) as Manifest } : null;
}

/** An edition as it was stored, also one that readers may not read any more. For the desk and for imports. */
export async function findStoredEdition(
  connection: Connection,
  workId: number,
  number: number,
): Promise<StoredEdition | null> {
  const row = connection
    .select()
    .from(editions)
    .where(and(eq(editions.workId, workId), eq(editions.number, number)))
    .get();
  return row ? { ...row, manifest: JSON.parse(row.manifest) as Manifest } : null;
}

/**
 * The editions of a work, first to last.
 * @param upTo the last edition that counts, by its id
 */
export async function listEditions(
  connection: Connection,
  workId: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly EditionEntry[]> {
  return (await listEditionsOf(connection, [workId], upTo)).get(workId) ?? [];
}

/**
 * The editions of several works, first to last, by the id of the work.
 * @param upTo the last edition that counts, by its id
 */
export async function listEditionsOf(
  connection: Connection,
  workIds: readonly number[],
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<number, readonly EditionEntry[]>> {
  if (workIds.length === 0) return new Map();
  const rows = connection.all<Omit<EditionEntry, 'card'> & { workId: number; card: string }>(
    sql`SELECT e.work_id AS workId, e.number, e.sha256, e.published_at AS publishedAt, c.card
        FROM json_each(${JSON.stringify(workIds)}) AS asked
        CROSS JOIN editions AS e INDEXED BY editions_entries ON e.work_id = asked.value AND e.id <= ${upTo}
        CROSS JOIN edition_cards AS c ON c.edition_id = e.id
        ORDER BY e.work_id, e.number`,
  );
  const entries = new Map<number, EditionEntry[]>();
  for (const { workId, number, sha256, publishedAt, card } of rows) {
    const entry = { number, sha256, publishedAt, card: JSON.parse(card) as EditionCard };
    const known = entries.get(workId);
    if (known) known.push(entry);
    else entries.set(workId, [entry]);
  }
  return entries;
}

/**
 * The highest number that an edition of a work ever had, 0 when there was none. One whose text was taken out of the
 * public keeps its number, also in a register that never held the text.
 */
export async function lastEditionNumber(connection: Connection, workId: number): Promise<number> {
  const row = connection.get<{ number: number | null }>(
    sql`SELECT max(number) AS number FROM (
          SELECT number FROM editions WHERE work_id = ${workId}
          UNION ALL
          SELECT json_extract(event, '$.edition') FROM events
          WHERE work_id = ${workId} AND kind = 'published_in_error')`,
  );
  return row?.number ?? 0;
}

/** @returns the id of the new edition; its projections are the caller's next step */
export async function insertEdition(
  connection: Connection,
  edition: {
    readonly workId: number;
    readonly number: number;
    readonly sha256: string;
    readonly manifest: string;
    readonly publishedAt: string;
  },
): Promise<number> {
  return connection.insert(editions).values(edition).returning({ id: editions.id }).get().id;
}

/** The canonical manifest as stored, for verifying its hash. */
export async function readManifestBytes(
  connection: Connection,
  afterId: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly sha256: string; readonly manifest: string }[]> {
  return connection
    .select({ id: editions.id, sha256: editions.sha256, manifest: editions.manifest })
    .from(editions)
    .where(sql`${editions.id} > ${afterId}`)
    .orderBy(asc(editions.id))
    .limit(limit)
    .all();
}

export async function countEditions(connection: Connection): Promise<number> {
  return connection.select({ total: sql<number>`count(*)` }).from(editions).get()?.total ?? 0;
}
