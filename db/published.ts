import { type SQL, sql } from 'drizzle-orm';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { ValueState } from '../src/domain/fact.ts';
import type { WorkName, WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import type { EditionEntry } from './editions.ts';
import { namesModel } from './lineage.ts';

/** A published edition as feeds name it. */
export type PublishedEdition = WorkName & EditionEntry & { readonly isCurrent: boolean };

type Row = {
  readonly type: WorkType;
  readonly slug: string;
  readonly number: number;
  readonly sha256: string;
  readonly published_at: string;
  readonly is_current: number;
  readonly card: string;
};

const fromRow = (row: Row): PublishedEdition => ({
  type: row.type,
  slug: row.slug,
  number: row.number,
  sha256: row.sha256,
  publishedAt: row.published_at,
  isCurrent: row.is_current === 1,
  card: JSON.parse(row.card) as EditionCard,
});

const select = sql`SELECT w.type, w.slug, e.number, e.sha256, e.published_at, c.is_current, c.card
  FROM editions AS e JOIN edition_cards AS c ON c.edition_id = e.id JOIN works AS w ON w.id = e.work_id
  WHERE c.provenance_rank < 2`;

/** The editions published last, latest first; test data is left out. A place is that place and all inside it. */
export async function listLatestEditions(
  connection: Connection,
  scope: { readonly type?: WorkType; readonly place?: string; readonly network?: string },
  limit: number,
): Promise<readonly PublishedEdition[]> {
  const narrowed: SQL[] = [];
  if (scope.type) narrowed.push(sql` AND c.type = ${scope.type}`);
  if (scope.place !== undefined) {
    narrowed.push(sql` AND EXISTS (SELECT 1 FROM edition_places AS p WHERE p.edition_id = e.id
      AND p.is_certain = 1 AND p.place_code >= ${scope.place} AND p.place_code < ${`${scope.place}:`})`);
  }
  if (scope.network !== undefined) {
    narrowed.push(sql` AND e.work_id IN (SELECT x.work_id FROM network_works AS x
      JOIN networks AS n ON n.id = x.network_id WHERE n.slug = ${scope.network})`);
  }
  return connection
    .all<Row>(sql`${select}${sql.join(narrowed)} ORDER BY e.published_at DESC, e.id DESC LIMIT ${limit}`)
    .map(fromRow);
}

/** A published edition as the sitemap names it. */
export type ListedEdition = WorkName & {
  readonly number: number;
  readonly publishedAt: string;
  readonly isCurrent: boolean;
  /** The current edition of a work that was written after a model, which a page compares it with. */
  readonly isModelled: boolean;
};

/** Every published edition in the order of publication, a part at a time; test data is left out. */
export async function listPublishedEditions(
  connection: Connection,
  part: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedEdition[]> {
  type ListedRow = Omit<ListedEdition, 'isCurrent' | 'isModelled'> & {
    isCurrent: number;
    isModelled: number;
  };
  const rows = connection.all<ListedRow>(
    // An edition keeps its long manifest before its date, which the index has beside its number.
    sql`SELECT w.type, w.slug, l.number, e.published_at AS publishedAt, l.is_current AS isCurrent,
          l.is_current AND ${namesModel(sql`l.edition_id`)} AS isModelled
        FROM (SELECT c.edition_id, c.work_id, c.number, c.is_current FROM edition_cards AS c
          WHERE c.provenance_rank < 2 ORDER BY c.edition_id LIMIT ${part.limit} OFFSET ${part.offset}) AS l
        CROSS JOIN works AS w ON w.id = l.work_id
        CROSS JOIN editions AS e INDEXED BY editions_entries ON e.work_id = l.work_id AND e.number = l.number
        ORDER BY l.edition_id`,
  );
  return rows.map((row) => ({ ...row, isCurrent: row.isCurrent === 1, isModelled: row.isModelled === 1 }));
}

/** How many editions `listPublishedEditions` has, and when the last was published (null without any). */
export async function countPublishedEditions(
  connection: Connection,
): Promise<{ readonly total: number; readonly latest: string | null }> {
  const rows = connection.all<{ total: number; latest: string | null }>(
    sql`SELECT count(*) AS total, max(e.published_at) AS latest FROM edition_cards AS c
        CROSS JOIN editions AS e INDEXED BY editions_entries ON e.work_id = c.work_id AND e.number = c.number
        WHERE c.provenance_rank < 2`,
  );
  return rows[0] ?? { total: 0, latest: null };
}

/** Codes of the places that current editions name. */
export async function listNamedPlaces(connection: Connection): Promise<readonly string[]> {
  const rows = connection.all<{ code: string }>(
    sql`SELECT DISTINCT p.place_code AS code FROM edition_places AS p JOIN edition_cards AS c ON c.edition_id = p.edition_id
        WHERE c.is_current = 1 AND c.provenance_rank < 2 ORDER BY 1`,
  );
  return rows.map((row) => row.code);
}

/** Topics (`scheme/term`) under which current editions stand. */
export async function listNamedTopics(connection: Connection): Promise<readonly string[]> {
  const rows = connection.all<{ topic: string }>(
    sql`SELECT DISTINCT t.topic FROM edition_topics AS t JOIN edition_cards AS c ON c.edition_id = t.edition_id
        WHERE c.is_current = 1 AND c.provenance_rank < 2 ORDER BY 1`,
  );
  return rows.map((row) => row.topic);
}

/** An edition among others: the id of its work and its number. */
type NumberedEdition = { readonly workId: number; readonly number: number };

export const keyOfEdition = ({ workId, number }: NumberedEdition): string => `${workId}/${number}`;

/** The sources of editions, by `keyOfEdition`. */
export async function listSourcesOf(
  connection: Connection,
  editions: readonly NumberedEdition[],
): Promise<ReadonlyMap<string, readonly { readonly title: string; readonly url: string | null }[]>> {
  const asked = JSON.stringify(editions.map(({ workId, number }) => [workId, number]));
  const rows = connection.all<NumberedEdition & { title: string; url: string | null }>(
    sql`SELECT e.work_id AS workId, e.number, s.title, s.url FROM json_each(${asked}) AS asked
        CROSS JOIN editions AS e ON e.work_id = asked.value ->> 0 AND e.number = asked.value ->> 1
        CROSS JOIN edition_sources AS s ON s.edition_id = e.id ORDER BY e.work_id, e.number, s.source_id`,
  );
  return new Map(
    [...Map.groupBy(rows, keyOfEdition)].map(([key, group]) => [
      key,
      group.map(({ title, url }) => ({ title, url })),
    ]),
  );
}

/** The states of the facts of some editions, by the id of the work and the key of the fact. */
export async function listFactStatesOf(
  connection: Connection,
  editions: readonly { readonly workId: number; readonly number: number }[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, ValueState>>> {
  const asked = JSON.stringify(editions.map(({ workId, number }) => [workId, number]));
  const rows = connection.values<[workId: number, key: string, state: ValueState]>(
    sql`SELECT e.work_id, f.key, f.value ->> '$.kind' FROM json_each(${asked}) AS asked
        CROSS JOIN editions AS e ON e.work_id = asked.value ->> 0 AND e.number = asked.value ->> 1
        CROSS JOIN json_each(e.manifest, '$.facts') AS f`,
  );
  return new Map(
    [...Map.groupBy(rows, ([workId]) => workId)].map(([workId, group]) => [
      workId,
      new Map(group.map(([, key, state]) => [key, state])),
    ]),
  );
}
