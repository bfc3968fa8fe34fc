import { sql } from 'drizzle-orm';
import type { EditionCard } from '../src/domain/edition-card.ts';
import type { WorkName, WorkType } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { typesOf } from './facets.ts';

/** An edition with what lists are ordered by. */
export type OrderedEdition = {
  readonly number: number;
  readonly publishedAt: string;
  readonly card: EditionCard;
  readonly provenanceRank: number;
  readonly sortKey: string;
  readonly adoptedOn: string | null;
};

export type KnownWork = WorkName & {
  readonly workId: number;
  /** First to last. */
  readonly editions: readonly OrderedEdition[];
};

type Row = Omit<OrderedEdition, 'card'> & WorkName & { readonly workId: number; readonly card: string };

/**
 * The works that had editions when the register held those up to `lastEdition`, by their ids, with these editions.
 * @param part so many works at most, after this one
 */
export async function listKnownWorks(
  connection: Connection,
  type: WorkType | undefined,
  lastEdition: number,
  part: { readonly after: number; readonly limit: number },
): Promise<readonly KnownWork[]> {
  const rows = connection.all<Row>(
    sql`SELECT w.id AS workId, w.type, w.slug, e.number, e.published_at AS publishedAt, c.card,
          c.provenance_rank AS provenanceRank, c.sort_key AS sortKey, c.adopted_on AS adoptedOn
        FROM (SELECT w.id, w.type, w.slug FROM works AS w
              WHERE w.id > ${part.after} AND w.type IN ${typesOf(type === undefined ? {} : { type })}
                AND EXISTS (SELECT 1 FROM edition_cards AS c WHERE c.work_id = w.id AND c.edition_id <= ${lastEdition})
              ORDER BY w.id LIMIT ${part.limit}) AS w
        CROSS JOIN editions AS e ON e.work_id = w.id AND e.id <= ${lastEdition}
        CROSS JOIN edition_cards AS c ON c.edition_id = e.id
        ORDER BY w.id, e.number`,
  );
  return [...Map.groupBy(rows, ({ workId }) => workId)].flatMap(([workId, group]) => {
    const [first] = group;
    if (!first) return [];
    const editions = group.map(({ workId: _work, type: _type, slug: _slug, card, ...edition }) => ({
      ...edition,
      card: JSON.parse(card) as EditionCard,
    }));
    return [{ workId, type: first.type, slug: first.slug, editions }];
  });
}
