import { sql } from 'drizzle-orm';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';

/** An edition by its id, with what lists show of it. */
export type KnownEdition = WorkName & {
  readonly editionId: number;
  readonly workId: number;
  readonly number: number;
  readonly card: EditionCard;
};

type Row = Omit<KnownEdition, 'card'> & { readonly card: string };

const select = sql`SELECT c.edition_id AS editionId, c.work_id AS workId, w.type, w.slug, c.number, c.card`;

const fromRow = ({ card, ...row }: Row): KnownEdition => ({ ...row, card: JSON.parse(card) as EditionCard });

/** The works that got editions after the register held those up to `lastEdition`. */
export const listWorksAmendedAfter = (connection: Connection, lastEdition: number): readonly number[] =>
  connection
    .all<{ id: number }>(
      sql`SELECT DISTINCT work_id AS id FROM edition_cards WHERE edition_id > ${lastEdition} ORDER BY 1`,
    )
    .map(({ id }) => id);

/** The editions of some works that the register held up to `lastEdition`, those of a work in their order. */
export const listEditionsKnown = (
  connection: Connection,
  workIds: readonly number[],
  lastEdition: number,
): readonly KnownEdition[] =>
  connection
    .all<Row>(
      sql`${select} FROM json_each(${JSON.stringify(workIds)}) AS asked
          CROSS JOIN edition_cards AS c ON c.work_id = asked.value AND c.edition_id <= ${lastEdition}
          CROSS JOIN works AS w ON w.id = c.work_id ORDER BY c.work_id, c.number`,
    )
    .map(fromRow);

/** Editions by their ids; those that readers may not read any more are left out. */
export const mapEditions = (
  connection: Connection,
  editionIds: readonly number[],
): ReadonlyMap<number, KnownEdition> => {
  const rows = connection.all<Row>(
    sql`${select} FROM json_each(${JSON.stringify(editionIds)}) AS asked
        CROSS JOIN edition_cards AS c ON c.edition_id = asked.value
        CROSS JOIN works AS w ON w.id = c.work_id`,
  );
  return new Map(rows.map((row) => [row.editionId, fromRow(row)]));
};
