import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
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
  readonly decidedFor: string | null;
  readonly at: string;
};

const deciders = alias(organisations, 'deciders');

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
      decidedFor: deciders.slug,
      at: submissionActs.at,
    })
    .from(submissions)
    .innerJoin(submissionActs, eq(submissionActs.submissionId, submissions.id))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .innerJoin(works, eq(works.id, submissions.workId))
    .leftJoin(users, eq(users.id, submissionActs.userId))
    .leftJoin(deciders, eq(deciders.id, submissionActs.decidedFor));

function grouped<Facts>(rows: readonly Row[]): readonly StoredSubmission<Facts>[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((acts) => {
    const [first] = acts;
    if (first === undefined) return [];
    const { id, number, kind, commitment, organisation, workId, type, slug } = first;
    return [
      {
        ...{ id, number, kind, commitment, organisation, workId, work: { type, slug } },
        acts: acts.map(({ actKind, facts, note, userId, userName, decidedFor, at }) => ({
          kind: actKind,
          facts: facts === null ? null : (JSON.parse(facts) as Facts),
          note,
          userId,
          userName,
          decidedFor,
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
        // By the index of commitments an accession is found without going through all evidence.
        of.kind === 'accession' ? isNull(submissions.commitment) : undefined,
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

/** Whom nobody has to ask about it: a decision about one's own is somebody else's. */
export type NotOf = { readonly userId: number; readonly organisations: readonly string[] };

const lastBrought = sql`(SELECT a.user_id FROM submission_acts AS a WHERE a.submission_id = s.submission_id
  AND a.kind IN ('submitted', 'corrected') ORDER BY a.id DESC LIMIT 1)`;

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
    AND ${lastBrought} IS NOT ${notOf.userId}`;
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM ${open} ORDER BY s.since, s.submission_id LIMIT ${limit}`,
  );
  const [count] =
    ids.length < limit ? [] : connection.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${open}`);
  return { waiting: await findAll<Facts>(connection, ids), total: count?.total ?? ids.length };
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
      : sql`submission_states AS s WHERE s.organisation_id IN
          (SELECT id FROM organisations WHERE slug IN ${valuesIn(of.organisations)})`;
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM ${own}
        ORDER BY s.since DESC, s.submission_id DESC LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  const [count] = connection.all<{ total: number }>(sql`SELECT count(*) AS total FROM ${own}`);
  return { submissions: await findAll<Facts>(connection, ids), total: count?.total ?? 0 };
}

/** What some organisations handed in that is accepted now, the latest acceptance first. */
export async function listAcceptedOf<Facts>(
  connection: Connection,
  organisationSlugs: readonly string[],
  kind: SubmissionKind,
  limit: number,
): Promise<readonly StoredSubmission<Facts>[]> {
  const ids = connection.all<{ id: number }>(
    sql`SELECT s.submission_id AS id FROM submission_states AS s
        WHERE s.organisation_id IN (SELECT id FROM organisations WHERE slug IN ${valuesIn(organisationSlugs)})
          AND s.state = 'accepted' AND s.kind = ${kind}
          AND EXISTS (SELECT 1 FROM edition_cards AS c WHERE c.work_id = s.work_id)
        ORDER BY s.since DESC, s.submission_id DESC LIMIT ${limit}`,
  );
  return findAll<Facts>(connection, ids);
}

const valuesIn = (values: readonly (string | number)[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** The submissions of some ids, in that order. */
async function findAll<Facts>(
  connection: Connection,
  ids: readonly { readonly id: number }[],
): Promise<readonly StoredSubmission<Facts>[]> {
  const found = await Promise.all(ids.map(({ id }) => findSubmission<Facts>(connection, id)));
  return found.filter((one) => one !== null);
}

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
  { type, slug }: WorkName,
  limit: number,
): Promise<readonly ProvedDeed[]> {
  return connection.all<ProvedDeed>(
    sql`SELECT w.slug AS agreement, c.title, s.commitment, s.number, coalesce(
          (SELECT p.value ->> 'metric' FROM json_each(e.manifest, '$.commitments') AS p
           WHERE p.value ->> 'id' = s.commitment), s.commitment) AS metric
        FROM submission_acts AS a JOIN submission_states AS t ON t.submission_id = a.submission_id
        JOIN submissions AS s ON s.id = a.submission_id JOIN works AS w ON w.id = s.work_id
        JOIN edition_cards AS c ON c.work_id = s.work_id AND c.is_current = 1
        JOIN editions AS e ON e.id = c.edition_id
        WHERE a.facts ->> '$.work' = ${`${type}/${slug}`} AND t.state = 'accepted' AND a.id = (
          SELECT max(b.id) FROM submission_acts AS b
          WHERE b.submission_id = a.submission_id AND b.kind IN ('submitted', 'corrected'))
        ORDER BY c.sort_key, s.number LIMIT ${limit}`,
  );
}
