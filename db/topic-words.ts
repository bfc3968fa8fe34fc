import { type SQL, sql } from 'drizzle-orm';
import type { WordPositions } from '../src/domain/word-positions.ts';
import type { Connection } from './connection.ts';

/** Keeps where the words of topics stand in an edition, in the place of what was kept before. */
export function keepTopicWords(
  connection: Connection,
  editionId: number,
  form: string,
  positions: WordPositions,
): void {
  connection.run(
    sql`INSERT INTO edition_topic_words (edition_id, form, positions)
        VALUES (${editionId}, ${form}, ${JSON.stringify(positions)})
        ON CONFLICT (edition_id) DO UPDATE SET form = excluded.form, positions = excluded.positions`,
  );
}

/** Where the words of topics stand in editions, by the id of the work; editions of which that is not kept in a form are left out. */
export function mapTopicWords(
  connection: Connection,
  editions: readonly { readonly workId: number; readonly number: number }[],
  form: string,
): ReadonlyMap<number, WordPositions> {
  const asked = JSON.stringify(editions.map(({ workId, number }) => [workId, number]));
  const rows = connection.all<{ workId: number; positions: string }>(
    sql`SELECT e.work_id AS workId, t.positions FROM json_each(${asked}) AS asked
        CROSS JOIN editions AS e ON e.work_id = asked.value ->> 0 AND e.number = asked.value ->> 1
        CROSS JOIN edition_topic_words AS t ON t.edition_id = e.id AND t.form = ${form}`,
  );
  return new Map(rows.map(({ workId, positions }) => [workId, JSON.parse(positions) as WordPositions]));
}

/** Public editions after an id of which nothing is kept in a form, in the order of their ids. */
export const listWithoutTopicWords = (
  connection: Connection,
  form: string,
  after: number,
  limit: number,
): readonly number[] =>
  connection
    .all<{ id: number }>(
      sql`SELECT c.edition_id AS id ${without(form)} AND c.edition_id > ${after} ORDER BY c.edition_id LIMIT ${limit}`,
    )
    .map(({ id }) => id);

/** How many public editions have nothing kept in a form. */
export const countWithoutTopicWords = (connection: Connection, form: string): number =>
  connection.get<{ total: number }>(sql`SELECT count(*) AS total ${without(form)}`).total;

const without = (form: string): SQL => sql`FROM edition_cards AS c
  WHERE NOT EXISTS (SELECT 1 FROM edition_topic_words AS t WHERE t.edition_id = c.edition_id AND t.form = ${form})`;
