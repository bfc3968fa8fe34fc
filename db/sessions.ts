import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { sessions } from './schema.ts';

/** A session under the SHA-256 of its id; times in Unix seconds. */
export type StoredSession = {
  readonly idHash: string;
  readonly userId: number;
  readonly expiresAt: number;
  readonly createdAt: number;
  /** Such as `Firefox · Windows`; null when the browser did not say. */
  readonly browser: string | null;
  readonly lastSeenAt: number;
  /** When the password was typed last. */
  readonly confirmedAt: number;
};

export async function findSession(connection: Connection, idHash: string): Promise<StoredSession | null> {
  return connection.select().from(sessions).where(eq(sessions.idHash, idHash)).get() ?? null;
}

export async function listSessions(
  connection: Connection,
  userId: number,
): Promise<readonly StoredSession[]> {
  return connection
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt))
    .all();
}

export async function insertSession(connection: Connection, session: StoredSession): Promise<void> {
  connection.insert(sessions).values(session).run();
}

export async function extendSession(
  connection: Connection,
  idHash: string,
  expiresAt: number,
): Promise<void> {
  connection.update(sessions).set({ expiresAt }).where(eq(sessions.idHash, idHash)).run();
}

export async function deleteSession(connection: Connection, idHash: string): Promise<void> {
  connection.delete(sessions).where(eq(sessions.idHash, idHash)).run();
}

export async function deleteSessionsOfUser(connection: Connection, userId: number): Promise<void> {
  connection.delete(sessions).where(eq(sessions.userId, userId)).run();
}

/** Ends every session of a person but one. */
export async function deleteOtherSessions(
  connection: Connection,
  userId: number,
  keptIdHash: string,
): Promise<void> {
  connection
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.idHash, keptIdHash)))
    .run();
}

/** @param at Unix seconds */
export async function noteSeen(connection: Connection, idHash: string, at: number): Promise<void> {
  connection.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.idHash, idHash)).run();
}

/** @param at Unix seconds */
export async function noteConfirmed(connection: Connection, idHash: string, at: number): Promise<void> {
  connection.update(sessions).set({ confirmedAt: at }).where(eq(sessions.idHash, idHash)).run();
}

/** @param now Unix seconds */
export async function deleteExpiredSessions(connection: Connection, now: number): Promise<void> {
  connection.delete(sessions).where(lt(sessions.expiresAt, now)).run();
}
