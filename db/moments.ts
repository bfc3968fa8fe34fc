import { sql } from 'drizzle-orm';
import { type Instant, laterInstant } from '../src/domain/iso-date.ts';
import type { Connection } from './connection.ts';

/**
 * What the register held from a moment on: editions and events up to these ids, and how often it had said anew how
 * commitments stand. All three only ever grow.
 */
export type Moment = {
  readonly at: Instant;
  readonly lastEdition: number;
  readonly lastEvent: number;
  readonly commitmentsMade: number;
};

const select = sql`SELECT at, last_edition AS lastEdition, last_event AS lastEvent,
  commitments_made AS commitmentsMade FROM moments`;

/** The last moment at or before an instant; null when the register held nothing by then. */
export async function findMoment(connection: Connection, until: Instant): Promise<Moment | null> {
  return connection.all<Moment>(sql`${select} WHERE at <= ${until} ORDER BY at DESC LIMIT 1`)[0] ?? null;
}

/** The first and the last moment; null for a register that never held anything. */
export async function findOuterMoments(
  connection: Connection,
): Promise<{ readonly first: Moment; readonly last: Moment } | null> {
  const [first] = connection.all<Moment>(sql`${select} ORDER BY at LIMIT 1`);
  const [last] = connection.all<Moment>(sql`${select} ORDER BY at DESC LIMIT 1`);
  return first && last ? { first, last } : null;
}

/**
 * Notes what a transaction brought that readers may see, as the last thing it does. Every moment is later than the
 * one before it, also when the clock is not, so that what was answered as of a moment never changes.
 * @param clock asked only when there is something to note
 */
export function noteMoment(connection: Connection, clock: () => Instant): void {
  const [held] = connection.all<Omit<Moment, 'at'>>(
    sql`SELECT (SELECT coalesce(max(id), 0) FROM editions) AS lastEdition,
        (SELECT coalesce(max(id), 0) FROM events) AS lastEvent,
        (SELECT commitments_made FROM register_state) AS commitmentsMade`,
  );
  const [last] = connection.all<Moment>(sql`${select} ORDER BY at DESC LIMIT 1`);
  const { lastEdition = 0, lastEvent = 0, commitmentsMade = 0 } = held ?? {};
  const isSame =
    lastEdition === (last?.lastEdition ?? 0) &&
    lastEvent === (last?.lastEvent ?? 0) &&
    commitmentsMade === (last?.commitmentsMade ?? 0);
  if (isSame) return;
  const at = last === undefined ? clock() : laterInstant(clock(), momentAfter(last.at));
  connection.run(
    sql`INSERT INTO moments (at, last_edition, last_event, commitments_made)
        VALUES (${at}, ${lastEdition}, ${lastEvent}, ${commitmentsMade})`,
  );
}

/** When what a transaction does may begin to hold: now, and later than every moment that lists were read as of. */
export async function beginsAfterMoments(connection: Connection, now: Instant): Promise<Instant> {
  const last = (await findOuterMoments(connection))?.last;
  return last === undefined ? now : laterInstant(now, momentAfter(last.at));
}

const momentAfter = (at: Instant): Instant => new Date(Date.parse(at) + 1).toISOString();
