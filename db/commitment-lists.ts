import { type SQL, sql } from 'drizzle-orm';
import type { CommitmentRow } from '../src/domain/commitment-list.ts';
import type { CommitmentSummary, SpanState, SpanTime } from '../src/domain/commitment-span.ts';
import type { Commitment } from '../src/domain/edition.ts';
import type { Connection } from './connection.ts';
import { type Known, wasThere } from './known.ts';

/** The agreement of a commitment, and where it stands in its edition. */
export type SpanKey = { readonly workId: number; readonly position: number };

/** What lists narrow and count a commitment by, as it stood at a time: its key, then strings as they are stored. */
export type ListedSpan = readonly [
  workId: number,
  position: number,
  state: SpanState,
  domain: string | null,
  beYear: number | null,
  provinces: string,
  evidence: string,
  dueOn: string | null,
  editionId: number,
];

/** When lists are read, and the last edition that was known by then. */
export type ListTime = { readonly time: SpanTime; readonly lastEdition: number };

/** Spans of a time. Of editions that were published in error nothing is shown, also in lists of the past. */
const spansAt = ({ time, lastEdition }: ListTime): SQL =>
  sql`s.ends > ${time} AND s.begins <= ${time} AND s.edition_id <= ${lastEdition} AND s.edition_id NOT IN (
    SELECT e.id FROM events AS v JOIN editions AS e ON e.work_id = v.work_id AND e.number = v.event ->> '$.edition'
    WHERE v.kind = 'published_in_error')`;

const listedColumns = sql`s.work_id, s.position, s.state, s.domain, s.be_year, s.provinces, s.evidence, s.due_on, s.edition_id`;
const listedOrder = sql`ORDER BY s.due_on IS NULL, s.due_on, s.work_id, s.position`;

/** All commitments at a time, those due first, then those without a due date. Reads one covering index. */
export const listSpans = (connection: Connection, at: ListTime): readonly ListedSpan[] =>
  connection.values<[...ListedSpan]>(
    sql`SELECT ${listedColumns} FROM commitment_spans AS s INDEXED BY commitment_spans_by_time
        WHERE ${spansAt(at)} ${listedOrder}`,
  );

/** The same of some agreements. */
export const listSpansAmong = (
  connection: Connection,
  workIds: readonly number[],
  at: ListTime,
): readonly ListedSpan[] =>
  connection.values<[...ListedSpan]>(
    sql`SELECT ${listedColumns} FROM ${spansOf(workIds)} WHERE ${spansAt(at)} ${listedOrder}`,
  );

/** The spans of some agreements, without going through those that have ended. */
const spansOf = (workIds: readonly number[]): SQL =>
  sql`json_each(${JSON.stringify(workIds)}) AS asked
    CROSS JOIN commitment_spans AS s INDEXED BY commitment_spans_of_work ON s.work_id = asked.value`;

/** How often it was said anew how commitments stand, and the last network: both grow with what lists are made of. */
export type ListsMade = { readonly commitments: number; readonly lastNetwork: number };

export const readListsMade = (connection: Connection): ListsMade =>
  connection.get<ListsMade>(
    sql`SELECT commitments_made AS commitments, (SELECT coalesce(max(id), 0) FROM networks) AS lastNetwork
        FROM register_state`,
  );

/**
 * The agreements whose commitments may stand differently at a time than they did before: it was said anew since, or a
 * span of theirs has ended.
 */
export const listRestated = (
  connection: Connection,
  before: { readonly made: number; readonly time: SpanTime },
  time: SpanTime,
): readonly number[] =>
  connection
    .all<{ id: number }>(
      sql`SELECT work_id AS id FROM commitment_changes WHERE made > ${before.made}
          UNION SELECT s.work_id FROM commitment_spans AS s INDEXED BY commitment_spans_by_time
            WHERE s.ends > ${before.time} AND s.ends <= ${time}`,
    )
    .map(({ id }) => id);

/** How many commitments stand in each state at a time. */
export const countSpans = (connection: Connection, at: ListTime): ReadonlyMap<SpanState, number> =>
  new Map(
    connection.values<[SpanState, number]>(
      sql`SELECT s.state, count(*) FROM commitment_spans AS s INDEXED BY commitment_spans_by_time
          WHERE ${spansAt(at)} GROUP BY s.state`,
    ),
  );

/** The commitments of some agreements at a time, in the same order. */
export const listSpansOf = (
  connection: Connection,
  workIds: readonly number[],
  at: ListTime,
): readonly SpanKey[] =>
  connection.all<SpanKey>(
    sql`SELECT s.work_id AS workId, s.position FROM ${spansOf(workIds)} WHERE ${spansAt(at)} ${listedOrder}`,
  );

type RowOfEdition = Omit<CommitmentRow, 'work' | 'commitment' | 'summary'> & {
  readonly id: number;
  readonly slug: string;
  readonly commitments: string;
};

/** The rows of some commitments at a time, in their order. */
export function readSpans(
  connection: Connection,
  keys: readonly SpanKey[],
  { time }: Pick<ListTime, 'time'>,
): readonly CommitmentRow[] {
  const asked = keys.map(({ workId, position }) => [workId, position]);
  const spans = connection.all<{ editionId: number; commitment: string; summary: string }>(
    sql`SELECT s.edition_id AS editionId, s.commitment, s.summary FROM json_each(${JSON.stringify(asked)}) AS asked
        CROSS JOIN commitment_spans AS s INDEXED BY commitment_spans_of_work
          ON s.work_id = asked.value ->> 0 AND s.position = asked.value ->> 1
          AND s.begins <= ${time} AND s.ends > ${time} ORDER BY asked.key`,
  );
  const editions = editionsOf(connection, [...new Set(spans.map(({ editionId }) => editionId))]);
  return spans.flatMap(({ editionId, commitment: id, summary }) => {
    const edition = editions.get(editionId);
    const commitment = edition?.commitments.find((one) => one.id === id);
    if (edition === undefined || commitment === undefined) return [];
    return [{ ...edition.row, commitment, summary: JSON.parse(summary) as CommitmentSummary }];
  });
}

/** What the commitments of some editions say, each list in its order in the edition. */
export const readCommitmentTexts = (
  connection: Connection,
  editionIds: readonly number[],
): readonly {
  readonly id: number;
  readonly title: string;
  readonly commitments: readonly Commitment[];
}[] =>
  [...editionsOf(connection, editionIds)].map(([id, { row, commitments }]) => ({
    id,
    title: row.title,
    commitments,
  }));

type KnownEdition = {
  readonly row: Omit<CommitmentRow, 'commitment' | 'summary'>;
  readonly commitments: readonly Commitment[];
};

function editionsOf(connection: Connection, ids: readonly number[]): ReadonlyMap<number, KnownEdition> {
  const rows = connection.all<RowOfEdition>(
    sql`SELECT e.id, w.slug, e.manifest ->> '$.title' AS title, e.manifest ->> '$.provenance' AS provenance,
          e.number AS edition, e.sha256, e.published_at AS publishedAt, e.manifest -> '$.commitments' AS commitments
        FROM json_each(${JSON.stringify(ids)}) AS asked CROSS JOIN editions AS e ON e.id = asked.value
        JOIN works AS w ON w.id = e.work_id`,
  );
  return new Map(
    rows.map(({ id, slug, commitments, ...row }) => [
      id,
      {
        row: { ...row, work: { type: 'agreements', slug } },
        commitments: JSON.parse(commitments) as readonly Commitment[],
      },
    ]),
  );
}

/** The networks that works came out of, as ids of both, those of one work behind another. */
export const listNetworksOfWorks = (connection: Connection): readonly (readonly [number, number])[] =>
  connection.values<[number, number]>(
    sql`SELECT work_id, network_id FROM network_works INDEXED BY network_works_by_work ORDER BY work_id, network_id`,
  );

/** Every network by its id, in the order of lists. */
export const listNetworkNames = (
  connection: Connection,
  known: Known,
): readonly { readonly id: number; readonly slug: string; readonly name: string }[] =>
  connection.all<{ id: number; slug: string; name: string }>(
    sql`SELECT id, slug, record ->> '$.name' AS name FROM networks
        WHERE ${wasThere('network', sql`networks.id`, known)} ORDER BY kind, sort_key`,
  );

/**
 * The evidence that was accepted last, of commitments that readers are shown at a time; not of test data.
 * @returns ids of submissions, the newest first
 */
export const listAcceptedEvidence = (
  connection: Connection,
  at: ListTime,
  limit: number,
): readonly number[] =>
  connection
    .all<{ id: number }>(
      sql`SELECT x.submission_id AS id FROM submission_states AS x JOIN submissions AS m ON m.id = x.submission_id
          JOIN commitment_spans AS s ON s.work_id = m.work_id AND s.commitment = m.commitment AND ${spansAt(at)}
          JOIN edition_cards AS c ON c.edition_id = s.edition_id
          WHERE x.state = 'accepted' AND x.kind = 'evidence' AND c.provenance_rank < 2
          ORDER BY x.since DESC, x.submission_id DESC LIMIT ${limit}`,
    )
    .map(({ id }) => id);
