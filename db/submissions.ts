import { type SQL, sql } from 'drizzle-orm';
import type { EvidenceFiling, EvidenceToCount } from '../src/domain/evidence.ts';
import type { Instant } from '../src/domain/iso-date.ts';
import type { KnownSubmission, RecordedAct, SubmissionKind } from '../src/domain/submission.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { everything, type Known } from './known.ts';
import { submissionActs, submissions } from './schema.ts';

/** A submission with the agreement that it is about. */
export type StoredSubmission<Facts> = KnownSubmission<Facts> & {
  readonly workId: number;
  readonly work: WorkName;
};

type Row = readonly [
  id: number,
  number: number,
  kind: SubmissionKind,
  commitment: string | null,
  organisation: string,
  workId: number,
  type: WorkName['type'],
  slug: string,
  actKind: RecordedAct<unknown>['kind'],
  facts: string | null,
  note: string | null,
  userId: number | null,
  userName: string | null,
  decidedFor: string | null,
  at: string,
  actId: number,
];

/** The acts of submissions `s` with all that is told of them; rows of one submission must follow each other. */
const actsOf = (submissions: SQL): SQL =>
  sql`SELECT s.id, s.number, s.kind, s.commitment, o.slug, s.work_id, w.type, w.slug,
      a.kind, a.facts, a.note, a.user_id, u.display_name, d.slug, a.at, a.id
    FROM ${submissions} CROSS JOIN submission_acts AS a ON a.submission_id = s.id
    CROSS JOIN organisations AS o ON o.id = s.organisation_id CROSS JOIN works AS w ON w.id = s.work_id
    LEFT JOIN users AS u ON u.id = a.user_id LEFT JOIN organisations AS d ON d.id = a.decided_for`;

type Acts<Facts> = { readonly acts: RecordedAct<Facts>[]; readonly later: RecordedAct<Facts>[] };

/** Those of which anything was known by then. */
function grouped<Facts>(rows: readonly Row[], { lastAct }: Known): readonly StoredSubmission<Facts>[] {
  const found: (StoredSubmission<Facts> & Acts<Facts>)[] = [];
  for (const row of rows) {
    const [id, number, kind, commitment, organisation, workId, type, slug, ...act] = row;
    const [actKind, facts, note, userId, userName, decidedFor, at, actId] = act;
    if (found.at(-1)?.id !== id) {
      if (actId > lastAct) continue;
      const named = { id, number, kind, commitment, organisation, workId, work: { type, slug } };
      found.push({ ...named, acts: [], later: [] });
    }
    found.at(-1)?.[actId > lastAct ? 'later' : 'acts'].push({
      ...{ kind: actKind, facts: facts === null ? null : (JSON.parse(facts) as Facts) },
      ...{ note, userId, userName, decidedFor, at },
    });
  }
  return found;
}

/**
 * What was handed in for an agreement, in the order of numbers.
 * @param of.commitment narrows evidence to one commitment
 */
export async function listSubmissions<Facts>(
  connection: Connection,
  workId: number,
  of: { readonly kind: SubmissionKind; readonly commitment?: string },
  known: Known = everything,
): Promise<readonly StoredSubmission<Facts>[]> {
  // By the index of commitments an accession is found without going through all evidence.
  const own =
    of.kind === 'accession'
      ? sql` AND s.commitment IS NULL`
      : of.commitment === undefined
        ? sql``
        : sql` AND s.commitment = ${of.commitment}`;
  const rows = connection.values<[...Row]>(
    sql`${actsOf(sql`submissions AS s`)} WHERE s.work_id = ${workId} AND s.kind = ${of.kind}${own} ORDER BY s.number, a.id`,
  );
  return grouped<Facts>(rows, known);
}

/**
 * The evidence that was handed in for an agreement, in the order of numbers, with no more than counting it takes.
 * @param commitment narrows it to one commitment; null for all
 */
export async function listEvidenceToCount(
  connection: Connection,
  workId: number,
  commitment: string | null,
): Promise<readonly EvidenceToCount[]> {
  const own = commitment === null ? sql`` : sql` AND s.commitment = ${commitment}`;
  const rows = connection.values<
    [number, string, string, RecordedAct<unknown>['kind'], string | null, Instant]
  >(
    sql`SELECT s.number, s.commitment, o.slug, a.kind, a.facts, a.at FROM submissions AS s
        CROSS JOIN submission_acts AS a ON a.submission_id = s.id
        CROSS JOIN organisations AS o ON o.id = s.organisation_id
        WHERE s.work_id = ${workId} AND s.kind = 'evidence'${own} ORDER BY s.number, a.id`,
  );
  const found: (EvidenceToCount & { readonly acts: EvidenceToCount['acts'][number][] })[] = [];
  for (const [number, of, organisation, kind, facts, at] of rows) {
    if (found.at(-1)?.number !== number) found.push({ number, commitment: of, organisation, acts: [] });
    found
      .at(-1)
      ?.acts.push({ kind, facts: facts === null ? null : (JSON.parse(facts) as EvidenceFiling), at });
  }
  return found;
}

/** One submission of any kind; null when there is none of that id. */
export async function findSubmission<Facts>(
  connection: Connection,
  id: number,
): Promise<StoredSubmission<Facts> | null> {
  return (await findSubmissions<Facts>(connection, [id]))[0] ?? null;
}

/** The submissions of some ids, in that order; those of which nothing was known yet are left out. */
export async function findSubmissions<Facts>(
  connection: Connection,
  ids: readonly number[],
  known: Known = everything,
): Promise<readonly StoredSubmission<Facts>[]> {
  const asked = sql`json_each(${JSON.stringify(ids)}) AS asked CROSS JOIN submissions AS s ON s.id = asked.value`;
  return grouped<Facts>(connection.values<[...Row]>(sql`${actsOf(asked)} ORDER BY asked.key, a.id`), known);
}

/** Adds a submission with no act yet. @returns its id and its number, the agreement's next */
export async function insertSubmission(
  connection: Connection,
  submission: {
    readonly workId: number;
    readonly kind: SubmissionKind;
    readonly commitment: string | null;
    readonly organisationId: number;
  },
): Promise<{ readonly id: number; readonly number: number }> {
  const { workId } = submission;
  const [last] = connection.all<{ number: number }>(
    sql`SELECT coalesce(max(number), 0) AS number FROM submissions WHERE work_id = ${workId}`,
  );
  const number = (last?.number ?? 0) + 1;
  return connection
    .insert(submissions)
    .values({ ...submission, number })
    .returning({ id: submissions.id, number: submissions.number })
    .get();
}

/** A submission from outside the desk, under its number, with acts of nobody. */
export type SubmissionRows = {
  readonly number: number;
  readonly kind: SubmissionKind;
  readonly commitment: string | null;
  readonly organisationId: number;
  readonly acts: readonly (Pick<RecordedAct<unknown>, 'kind' | 'facts' | 'at'> &
    Partial<Pick<RecordedAct<unknown>, 'decidedFor'>>)[];
};

/**
 * Adds many submissions of an agreement at once, as an import does. Of one whose number is there already only the acts
 * are added, behind those that it has.
 */
export async function insertSubmissions(
  connection: Connection,
  workId: number,
  list: readonly SubmissionRows[],
): Promise<void> {
  const rows = JSON.stringify(list.map(({ acts: _acts, ...row }) => row));
  connection.run(
    sql`INSERT INTO submissions (work_id, number, kind, commitment, organisation_id)
        SELECT ${workId}, value ->> '$.number', value ->> '$.kind', value ->> '$.commitment', value ->> '$.organisationId'
        FROM json_each(${rows}) AS j WHERE NOT EXISTS (
          SELECT 1 FROM submissions AS s WHERE s.work_id = ${workId} AND s.number = j.value ->> '$.number')`,
  );
  const acts = list.flatMap(({ number, acts: own }) =>
    own.map(({ facts, ...act }) => ({
      number,
      ...act,
      facts: facts === null ? null : JSON.stringify(facts),
    })),
  );
  connection.run(
    sql`INSERT INTO submission_acts (submission_id, kind, facts, at, decided_for)
        SELECT s.id, j.value ->> '$.kind', j.value ->> '$.facts', j.value ->> '$.at',
          (SELECT o.id FROM organisations AS o WHERE o.slug = j.value ->> '$.decidedFor')
        FROM json_each(${JSON.stringify(acts)}) AS j CROSS JOIN submissions AS s
        WHERE s.work_id = ${workId} AND s.number = j.value ->> '$.number' ORDER BY j.key`,
  );
}

/** Adds an act; how the submission stands and which file it names follow by triggers. */
export async function insertSubmissionAct(
  connection: Connection,
  submissionId: number,
  act: Omit<RecordedAct<unknown>, 'userName' | 'decidedFor'> & { readonly decidedFor?: string | null },
): Promise<void> {
  const { facts, decidedFor = null, ...rest } = act;
  connection
    .insert(submissionActs)
    .values({
      ...rest,
      submissionId,
      facts: facts === null ? null : JSON.stringify(facts),
      decidedFor: sql`(SELECT id FROM organisations WHERE slug = ${decidedFor})`,
    })
    .run();
}

/** How often what was handed in was taken back, corrected or returned. */
export const countReopened = (connection: Connection): number =>
  connection.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM submission_acts WHERE kind IN ('reversed', 'corrected', 'returned')`,
  ).total;
