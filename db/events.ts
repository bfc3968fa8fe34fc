import { sql } from 'drizzle-orm';
import type { WorkEvent } from '../src/domain/timeline.ts';
import type { Connection } from './connection.ts';
import { events } from './schema.ts';

/**
 * What happened to a work, in the order in which it was recorded.
 * @param upTo the last event that counts, by its id
 */
export async function listEvents(
  connection: Connection,
  workId: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly WorkEvent[]> {
  return (await listEventsOf(connection, [workId], upTo)).get(workId) ?? [];
}

/**
 * What happened to several works, by the id of the work.
 * @param upTo the last event that counts, by its id
 */
export async function listEventsOf(
  connection: Connection,
  workIds: readonly number[],
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<number, readonly WorkEvent[]>> {
  if (workIds.length === 0) return new Map();
  const rows = connection.all<{ workId: number; event: string }>(
    sql`SELECT v.work_id AS workId, v.event FROM json_each(${JSON.stringify(workIds)}) AS asked
        CROSS JOIN events AS v ON v.work_id = asked.value AND v.id <= ${upTo} ORDER BY v.id`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ workId }) => workId)].map(([workId, group]) => [
      workId,
      group.map((row) => JSON.parse(row.event) as WorkEvent),
    ]),
  );
}

export async function insertEvent(
  connection: Connection,
  workId: number,
  event: WorkEvent,
  at: string,
): Promise<void> {
  connection
    .insert(events)
    .values({ workId, kind: event.kind, event: JSON.stringify(event), recordedAt: at })
    .run();
}

/** How many editions were published in error, of all works. */
export const countErrors = (connection: Connection): number =>
  connection.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM events WHERE kind = 'published_in_error'`,
  ).total;
