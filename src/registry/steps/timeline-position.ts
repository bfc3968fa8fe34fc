import type { Connection } from '../../../db/connection.ts';
import { lastEditionNumber } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';

/**
 * How far the timeline of a work has come: it changes with every edition and every event. A form brings back what it was
 * opened with, so that nobody withdraws a work that is no longer as they saw it.
 */
export async function timelinePosition(connection: Connection, workId: number): Promise<string> {
  const events = (await listEvents(connection, workId)).length;
  return `${await lastEditionNumber(connection, workId)}.${events}`;
}
