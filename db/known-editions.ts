import { sql } from 'drizzle-orm';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { forEver, wasCurrent } from './known.ts';

/** An edition by its id, with what lists show of it. */
export type KnownEdition = WorkName & {
  readonly editionId: number;
  readonly workId: number;
  readonly number: number;
  readonly card: EditionCard;
};

type Row = Omit<KnownEdition, 'card'> & { readonly card: string };

/** The editions that were the current ones as of `lastEdition`, and are no more. */
export const listCurrentBefore = (connection: Connection, lastEdition: number): ReadonlySet<number> =>
  new Set(
    connection
      .all<{ id: number }>(
        sql`SELECT c.edition_id AS id FROM edition_cards AS c
            WHERE ${wasCurrent(sql`c`, { lastEdition })} AND c.current_until < ${forEver}`,
      )
      .map(({ id }) => id),
  );

/** Editions by their ids; those that readers may not read any more are left out. */
export const mapEditions = (
  connection: Connection,
  editionIds: readonly number[],
): ReadonlyMap<number, KnownEdition> => {
  const rows = connection.all<Row>(
    sql`SELECT c.edition_id AS editionId, c.work_id AS workId, w.type, w.slug, c.number, c.card
        FROM json_each(${JSON.stringify(editionIds)}) AS asked
        CROSS JOIN edition_cards AS c ON c.edition_id = asked.value
        CROSS JOIN works AS w ON w.id = c.work_id`,
  );
  return new Map(
    rows.map(({ card, ...row }) => [row.editionId, { ...row, card: JSON.parse(card) as EditionCard }]),
  );
};
