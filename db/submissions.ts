import { and, asc, eq, sql } from 'drizzle-orm';
import type { RecordedAct, Submission, SubmissionKind } from '../src/domain/submission.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { organisations, submissionActs, submissions, users, works } from './schema.ts';

/** A submission with the agreement that it is about. */
export type StoredSubmission<Facts> = Submission<Facts> & {
  readonly workId: number;
  readonly work: WorkName;
};

type Row = {
  readonly id: number;
  readonly number: number;
  readonly kind: SubmissionKind;
  readonly commitment: string | null;
  readonly organisation: string;
  readonly workId: number;
  readonly type: WorkName['type'];
  readonly slug: string;
  readonly actKind: RecordedAct<unknown>['kind'];
  readonly facts: string | null;
  readonly note: string | null;
  readonly userId: number | null;
  readonly userName: string | null;
  readonly at: string;
};

const selectActs = (connection: Connection) =>
  connection
    .select({
      id: submissions.id,
      number: submissions.number,
      kind: submissions.kind,
      commitment: submissions.commitment,
      organisation: organisations.slug,
      workId: submissions.workId,
      type: works.type,
      slug: works.slug,
      actKind: submissionActs.kind,
      facts: submissionActs.facts,
      note: submissionActs.note,
      userId: submissionActs.userId,
      userName: users.displayName,
      at: submissionActs.at,
    })
    .from(submissions)
    .innerJoin(submissionActs, eq(submissionActs.submissionId, submissions.id))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .innerJoin(works, eq(works.id, submissions.workId))
    .leftJoin(users, eq(users.id, submissionActs.userId));

function grouped<Facts>(rows: readonly Row[]): readonly StoredSubmission<Facts>[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((acts) => {
    const [first] = acts;
    if (first === undefined) return [];
    const { id, number, kind, commitment, organisation, workId, type, slug } = first;
    return [
      {
        ...{ id, number, kind, commitment, organisation, workId, work: { type, slug } },
        acts: acts.map(({ actKind, facts, note, userId, userName, at }) => ({
          kind: actKind,
          facts: facts === null ? null : (JSON.parse(facts) as Facts),
          note,
          userId,
          userName,
          at,
        })),
      },
    ];
  });
}

/**
 * What was handed in for an agreement, in the order of numbers.
 * @param of.commitment narrows evidence to one commitment
 */
export async function listSubmissions<Facts>(
  connection: Connection,
  workId: number,
  of: { readonly kind: SubmissionKind; readonly commitment?: string },
): Promise<readonly StoredSubmission<Facts>[]> {
  const rows = selectActs(connection)
    .where(
      and(
        eq(submissions.workId, workId),
        eq(submissions.kind, of.kind),
        of.commitment === undefined ? undefined : eq(submissions.commitment, of.commitment),
      ),
    )
    .orderBy(asc(submissions.number), asc(submissionActs.id))
    .all();
  return grouped<Facts>(rows);
}

/** One submission of any kind; null when there is none of that id. */
export async function findSubmission<Facts>(
  connection: Connection,
  id: number,
): Promise<StoredSubmission<Facts> | null> {
  const rows = selectActs(connection).where(eq(submissions.id, id)).orderBy(asc(submissionActs.id)).all();
  return grouped<Facts>(rows)[0] ?? null;
}

/** Adds a submission with no act yet. @returns its id and its number: the given one, or the agreement's next */
export async function insertSubmission(
  connection: Connection,
  submission: {
    readonly workId: number;
    readonly kind: SubmissionKind;
    readonly commitment: string | null;
    readonly organisationId: number;
    readonly number?: number;
  },
): Promise<{ readonly id: number; readonly number: number }> {
  const { workId } = submission;
  const [last] = connection.all<{ number: number }>(
    sql`SELECT coalesce(max(number), 0) AS number FROM submissions WHERE work_id = ${workId}`,
  );
  const number = submission.number ?? (last?.number ?? 0) + 1;
  return connection
    .insert(submissions)
    .values({ ...submission, number })
    .returning({ id: submissions.id, number: submissions.number })
    .get();
}

/** Adds an act; how the submission stands and which file it names follow by triggers. */
export async function insertSubmissionAct(
  connection: Connection,
  submissionId: number,
  act: Omit<RecordedAct<unknown>, 'userName'>,
): Promise<void> {
  const { kind, facts, note, userId, at } = act;
  connection
    .insert(submissionActs)
    .values({ submissionId, kind, facts: facts === null ? null : JSON.stringify(facts), note, userId, at })
    .run();
}

/** What waits to be decided for some agreements, the longest waiting first. */
export async function listWaitingSubmissions<Facts>(
  connection: Connection,
  workIds: readonly number[] | null,
  limit: number,
): Promise<readonly StoredSubmission<Facts>[]> {
  const among =
    workIds === null ? sql`` : sql` AND work_id IN (SELECT value FROM json_each(${JSON.stringify(workIds)}))`;
  return findAll<Facts>(
    connection,
    connection.all<{ id: number }>(
      sql`SELECT submission_id AS id FROM submission_states WHERE state = 'submitted'${among}
          ORDER BY since, submission_id LIMIT ${limit}`,
    ),
  );
}

/** What some organisations handed in, in any state, the latest change first. */
export async function listSubmissionsOf<Facts>(
  connection: Connection,
  organisationSlugs: readonly string[],
  limit: number,
): Promise<readonly StoredSubmission<Facts>[]> {
  return findAll<Facts>(
    connection,
    connection.all<{ id: number }>(
      sql`SELECT s.submission_id AS id FROM submission_states AS s
          JOIN organisations AS o ON o.id = s.organisation_id
          WHERE o.slug IN (SELECT value FROM json_each(${JSON.stringify(organisationSlugs)}))
          ORDER BY s.since DESC, s.submission_id DESC LIMIT ${limit}`,
    ),
  );
}

/** The submissions of some ids, in that order. */
async function findAll<Facts>(
  connection: Connection,
  ids: readonly { readonly id: number }[],
): Promise<readonly StoredSubmission<Facts>[]> {
  const found = await Promise.all(ids.map(({ id }) => findSubmission<Facts>(connection, id)));
  return found.filter((one) => one !== null);
}
