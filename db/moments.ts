import { sql } from 'drizzle-orm';
import { type Instant, laterInstant } from '../src/domain/iso-date.ts';
import type { Connection } from './connection.ts';
import type { Known } from './known.ts';

/**
 * What the register held from a moment on, and how often it had said anew how commitments stand. All of it only ever
 * grows.
 */
export type Moment = Known & { readonly at: Instant; readonly commitmentsMade: number };

const select = sql`SELECT at, last_edition AS lastEdition, last_event AS lastEvent,
  commitments_made AS commitmentsMade, last_act AS lastAct, last_former AS lastFormer FROM moments`;

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
 * one before it, also when the clock is not, so that what was answered as of a moment never changes. The first one is
 * that of the first work: before it there is nothing to tell.
 * @param clock asked only when there is something to note
 */
export function noteMoment(connection: Connection, clock: () => Instant): void {
  const held = connection.get<Omit<Moment, 'at'>>(
    sql`SELECT (SELECT coalesce(max(id), 0) FROM editions) AS lastEdition,
        (SELECT coalesce(max(id), 0) FROM events) AS lastEvent,
        (SELECT coalesce(max(id), 0) FROM submission_acts) AS lastAct,
        (SELECT coalesce(max(id), 0) FROM former_records) AS lastFormer,
        (SELECT commitments_made FROM register_state) AS commitmentsMade`,
  );
  const [last] = connection.all<Moment>(sql`${select} ORDER BY at DESC LIMIT 1`);
  const { lastEdition, lastEvent, lastAct, lastFormer, commitmentsMade } = held;
  const isSame =
    last === undefined
      ? lastEdition === 0 && lastEvent === 0
      : lastEdition === last.lastEdition &&
        lastEvent === last.lastEvent &&
        lastAct === last.lastAct &&
        lastFormer === last.lastFormer &&
        commitmentsMade === last.commitmentsMade;
  if (isSame) return;
  const at = last === undefined ? clock() : laterInstant(clock(), momentAfter(last.at));
  connection.run(
    sql`INSERT INTO moments (at, last_edition, last_event, commitments_made, last_act, last_former)
        VALUES (${at}, ${lastEdition}, ${lastEvent}, ${commitmentsMade}, ${lastAct}, ${lastFormer})`,
  );
}

/** When what a transaction does may begin to hold: now, and later than every moment that lists were read as of. */
export async function beginsAfterMoments(connection: Connection, now: Instant): Promise<Instant> {
  const last = (await findOuterMoments(connection))?.last;
  return last === undefined ? now : laterInstant(now, momentAfter(last.at));
}

const momentAfter = (at: Instant): Instant => new Date(Date.parse(at) + 1).toISOString();
