import { eq, lt } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { sessions } from './schema.ts';

/** A session under the SHA-256 of its id; times in Unix seconds. */
export type StoredSession = {
  readonly idHash: string;
  readonly userId: number;
  readonly expiresAt: number;
  readonly createdAt: number;
};

export async function findSession(connection: Connection, idHash: string): Promise<StoredSession | null> {
  return connection.select().from(sessions).where(eq(sessions.idHash, idHash)).get() ?? null;
}

export async function listSessions(
  connection: Connection,
  userId: number,
): Promise<readonly StoredSession[]> {
  return connection.select().from(sessions).where(eq(sessions.userId, userId)).all();
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

/** @param now Unix seconds */
export async function deleteExpiredSessions(connection: Connection, now: number): Promise<void> {
  connection.delete(sessions).where(lt(sessions.expiresAt, now)).run();
}
