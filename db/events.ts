import { asc, eq } from 'drizzle-orm';
import type { WorkEvent } from '../src/domain/timeline.ts';
import type { Connection } from './connection.ts';
import { events } from './schema.ts';

/** What happened to a work, in the order in which it was recorded. */
export async function listEvents(connection: Connection, workId: number): Promise<readonly WorkEvent[]> {
  const rows = connection
    .select({ event: events.event })
    .from(events)
    .where(eq(events.workId, workId))
    .orderBy(asc(events.id))
    .all();
  return rows.map((row) => JSON.parse(row.event) as WorkEvent);
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
