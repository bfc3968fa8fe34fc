import { type SQL, sql } from 'drizzle-orm';

/**
 * Up to which entries the register is read, by their ids: later ones count as not there yet. This is what a moment keeps,
 * see `moments.ts`.
 */
export type Known = {
  readonly lastEdition: number;
  readonly lastEvent: number;
  /** Of what was done with submissions. */
  readonly lastAct: number;
  /** Of `former_records`: what came or was changed that keeps no history of its own. */
  readonly lastFormer: number;
};

/** `current_until` of an edition that is still the current one. */
export const forEver = Number.MAX_SAFE_INTEGER;

/** All that the register holds now, also what the running transaction brought. */
export const everything: Known = {
  lastEdition: forEver - 1,
  lastEvent: forEver,
  lastAct: forEver,
  lastFormer: forEver,
};

/** What `former_records` are about. */
type Subject = 'organisation' | 'steward' | 'succession' | 'network' | 'assessment';

/** True of a card, by its alias, whose edition was the current one of its work. */
export const wasCurrent = (card: SQL, { lastEdition }: Pick<Known, 'lastEdition'>): SQL =>
  sql`${card}.edition_id <= ${lastEdition} AND ${card}.current_until > ${lastEdition}`;

/** True of something that was in the register, by its id. */
export const wasThere = (subject: Subject, id: SQL, { lastFormer }: Pick<Known, 'lastFormer'>): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM former_records AS f
    WHERE f.subject = ${subject} AND f.subject_id = ${id} AND f.id > ${lastFormer} AND f.former IS NULL)`;

/** What stood there, as text: what the first later change wrote over, or else what stands there now. */
export const asItWas = (
  subject: Subject,
  id: SQL,
  present: SQL,
  { lastFormer }: Pick<Known, 'lastFormer'>,
): SQL =>
  sql`coalesce((SELECT f.former FROM former_records AS f
    WHERE f.subject = ${subject} AND f.subject_id = ${id} AND f.id > ${lastFormer} ORDER BY f.id LIMIT 1), ${present})`;
