import { sql } from 'drizzle-orm';
import type { SubmissionKind } from '../src/domain/submission.ts';
import { keyOfWork, type WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasCurrent } from './known.ts';
import { findSubmissions, type StoredSubmission } from './submissions.ts';

/** Whom nobody has to ask about it: a decision about one's own is somebody else's. */
export type NotOf = { readonly userId: number; readonly organisations: readonly string[] };

/**
 * What waits to be decided for some agreements (null: for all), the longest waiting first.
 * @param notOf whose own is left out
 * @returns also how much waits in all
 */
export async function listWaitingSubmissions<Facts>(
  connection: Connection,
  workIds: readonly number[] | null,
  notOf: NotOf,
  limit: number,
): Promise<{ readonly waiting: readonly StoredSubmission<Facts>[]; readonly total: number }> {
  const among = workIds === null ? sql`` : sql` AND s.work_id IN ${valuesIn(workIds)}`;
  const open = sql`submission_states AS s WHERE s.state = 'submitted'${among}
    AND s.organisation_id NOT IN (SELECT id FROM organisations WHERE slug IN ${valuesIn(notOf.organisations)})
    AND s.brought_by IS NOT ${notOf.userId}`;
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM ${open} ORDER BY s.since, s.submission_id LIMIT ${limit}`,
  );
  const [count] =
    ids.length < limit ? [] : connection.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${open}`);
  return { waiting: await findSubmissions<Facts>(connection, idsIn(ids)), total: count?.total ?? ids.length };
}

/**
 * What some organisations, or one person, handed in, in any state, the latest change first.
 * @returns also how much it is in all
 */
export async function listSubmissionsOf<Facts>(
  connection: Connection,
  of: { readonly organisations: readonly string[] } | { readonly userId: number },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly submissions: readonly StoredSubmission<Facts>[]; readonly total: number }> {
  const own =
    'userId' in of
      ? sql`submission_states AS s WHERE s.submission_id IN
          (SELECT submission_id FROM submission_acts WHERE user_id = ${of.userId} AND facts IS NOT NULL)`
      : sql`submission_states AS s INDEXED BY submission_states_by_organisation WHERE s.organisation_id IN
          (SELECT id FROM organisations WHERE slug IN ${valuesIn(of.organisations)})`;
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM ${own}
        ORDER BY s.since DESC, s.submission_id DESC LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const [count] = connection.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${own}`);
  return { submissions: await findSubmissions<Facts>(connection, idsIn(ids)), total: count?.total ?? 0 };
}

/** What some organisations handed in that is accepted now, the latest acceptance first. */
export async function listAcceptedOf<Facts>(
  connection: Connection,
  organisationSlugs: readonly string[],
  kind: SubmissionKind,
  limit: number,
): Promise<readonly StoredSubmission<Facts>[]> {
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM submission_states AS s INDEXED BY submission_states_by_organisation
        WHERE s.organisation_id IN (SELECT id FROM organisations WHERE slug IN ${valuesIn(organisationSlugs)})
          AND s.state = 'accepted' AND s.kind = ${kind}
          AND EXISTS (SELECT 1 FROM edition_cards AS c WHERE c.work_id = s.work_id)
        ORDER BY s.since DESC, s.submission_id DESC LIMIT ${limit}`,
  );
  return findSubmissions<Facts>(connection, idsIn(ids));
}

/**
 * What an organisation handed in, in the order of agreements and numbers, with what was done with it by then; not what
 * came later.
 */
export async function listHandedInBy<Facts>(
  connection: Connection,
  organisationSlug: string,
  kind: SubmissionKind,
  known: Known = everything,
): Promise<readonly StoredSubmission<Facts>[]> {
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM submission_states AS s INDEXED BY submission_states_by_organisation
        WHERE s.organisation_id = (SELECT id FROM organisations WHERE slug = ${organisationSlug}) AND s.kind = ${kind}
        ORDER BY s.work_id, s.submission_id`,
  );
  return findSubmissions<Facts>(connection, idsIn(ids), known);
}

/** How much there is of what `listAcceptedOf` lists. */
export async function countAcceptedOf(
  connection: Connection,
  organisationSlugs: readonly string[],
  kind: SubmissionKind,
): Promise<number> {
  const [count] = connection.all<{ total: number }>(
    sql`SELECT count(*) AS total FROM submission_states AS s
        WHERE s.organisation_id IN (SELECT id FROM organisations WHERE slug IN ${valuesIn(organisationSlugs)})
          AND s.state = 'accepted' AND s.kind = ${kind}
          AND EXISTS (SELECT 1 FROM edition_cards AS c WHERE c.work_id = s.work_id)`,
  );
  return count?.total ?? 0;
}

const idsIn = (rows: readonly { readonly id: number }[]): readonly number[] => rows.map(({ id }) => id);

const valuesIn = (values: readonly (string | number)[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** A deed that a work of the register shows, with the commitment that it counts toward. */
export type ProvedDeed = {
  readonly agreement: string;
  readonly title: string;
  readonly commitment: string;
  /** What is counted; the commitment's id when the current edition has it no more. */
  readonly metric: string;
  readonly number: number;
};

/** The accepted deeds of which a work is the proof, by agreement, and at most so many. */
export async function listDeedsProvedBy(
  connection: Connection,
  work: WorkName,
  limit: number,
): Promise<readonly ProvedDeed[]> {
  return (await mapDeedsProvedBy(connection, [work], limit)).get(keyOfWork(work)) ?? [];
}

/** The accepted deeds of which works are the proof, by `type/slug`; at most so many in all. */
export async function mapDeedsProvedBy(
  connection: Connection,
  works: readonly WorkName[],
  limit: number,
  known: Known = everything,
): Promise<ReadonlyMap<string, readonly ProvedDeed[]>> {
  const asked = JSON.stringify(works.map(keyOfWork));
  const rows = connection.all<ProvedDeed & { readonly proof: string }>(
    sql`SELECT asked.value AS proof, w.slug AS agreement, c.title, s.commitment, s.number, coalesce(
          (SELECT p.value ->> 'metric' FROM json_each(e.manifest, '$.commitments') AS p
           WHERE p.value ->> 'id' = s.commitment), s.commitment) AS metric
        FROM json_each(${asked}) AS asked
        CROSS JOIN submission_acts AS a INDEXED BY submission_acts_by_work ON a.facts ->> '$.work' = asked.value
        JOIN submissions AS s ON s.id = a.submission_id JOIN works AS w ON w.id = s.work_id
        JOIN edition_cards AS c ON c.work_id = s.work_id AND ${wasCurrent(sql`c`, known)}
        JOIN editions AS e ON e.id = c.edition_id
        WHERE a.id = (SELECT max(b.id) FROM submission_acts AS b
            WHERE b.submission_id = a.submission_id AND b.id <= ${known.lastAct} AND b.facts IS NOT NULL)
          AND 'accepted' = (SELECT b.kind FROM submission_acts AS b
            WHERE b.submission_id = a.submission_id AND b.id <= ${known.lastAct} ORDER BY b.id DESC LIMIT 1)
        ORDER BY c.sort_key, s.number LIMIT ${limit}`,
  );
  return Map.groupBy(rows, ({ proof }) => proof);
}
