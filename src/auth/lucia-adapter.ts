import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import { findUser, type StoredUser } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOfUser,
  extendSession,
  findSession,
  insertSession,
  listSessions,
  type StoredSession,
} from '../../db/sessions.ts';

declare module 'lucia' {
  interface Register {
    UserId: number;
    DatabaseUserAttributes: { readonly user: StoredUser };
    DatabaseSessionAttributes: SessionAttributes;
    Lucia: Lucia<SessionAttributes, { readonly user: StoredUser }>;
  }
}

/** What is known of a session beside its length; times in Unix seconds. */
export type SessionAttributes = Pick<StoredSession, 'browser' | 'lastSeenAt' | 'confirmedAt'>;

/** However busy it is, a session ends so long after sign-in. Seconds. */
export const absoluteLifetimeSeconds = 7 * 24 * 3600;

/** What is stored instead of a session id: its SHA-256, lower-case hex. A copy of the table opens no door. */
export const hashOfSessionId = (id: string): string => createHash('sha256').update(id).digest('hex');

/**
 * Lucia's storage over `db/sessions.ts`. The raw id goes out again with a session that was asked for by
 * its raw id, because lucia writes that very id into a renewed cookie; lists of sessions show hashes.
 * A disabled or unknown user is answered as "no user", on which lucia deletes the session.
 * @param nowSeconds the register's clock, Unix seconds. Lucia compares with the machine's own clock, so
 *   that every moment is handed over as its distance from now.
 */
export function createLuciaAdapter(register: Register, nowSeconds: () => number): Adapter {
  const toLuciaClock = (seconds: number): Date => new Date(Date.now() + (seconds - nowSeconds()) * 1000);
  const toOurClock = (date: Date): number => nowSeconds() + Math.round((date.getTime() - Date.now()) / 1000);

  return {
    async getSessionAndUser(sessionId) {
      const stored = await findSession(register.read, hashOfSessionId(sessionId));
      if (!stored) return [null, null];
      const { userId, expiresAt, browser, lastSeenAt, confirmedAt } = stored;
      const attributes = { browser, lastSeenAt, confirmedAt };
      const session = { id: sessionId, userId, expiresAt: toLuciaClock(expiresAt), attributes };
      const user = await findUser(register.read, userId);
      return [session, user && !user.isDisabled ? { id: user.id, attributes: { user } } : null];
    },

    async getUserSessions(userId) {
      const sessions = await listSessions(register.read, userId);
      return sessions.map(
        ({ idHash, expiresAt, browser, lastSeenAt, confirmedAt }): DatabaseSession => ({
          id: idHash,
          userId,
          expiresAt: toLuciaClock(expiresAt),
          attributes: { browser, lastSeenAt, confirmedAt },
        }),
      );
    },

    async setSession({ id, userId, expiresAt, attributes }) {
      const createdAt = nowSeconds();
      const idHash = hashOfSessionId(id);
      const at = new Date(createdAt * 1000).toISOString();
      await register.write(async (transaction) => {
        const times = { createdAt, expiresAt: toOurClock(expiresAt) };
        await insertSession(transaction, { idHash, userId, ...times, ...attributes });
        const subject = (await findUser(transaction, userId))?.username ?? '';
        const action = 'session.opened';
        await writeAudit(transaction, { userId, action, subject, details: {} }, at);
      });
    },

    async updateSessionExpiration(sessionId, expiresAt) {
      const idHash = hashOfSessionId(sessionId);
      await register.write(async (transaction) => {
        const stored = await findSession(transaction, idHash);
        if (!stored) return;
        const latest = stored.createdAt + absoluteLifetimeSeconds;
        await extendSession(transaction, idHash, Math.min(toOurClock(expiresAt), latest));
      });
    },

    deleteSession: (sessionId) =>
      register.write((transaction) => deleteSession(transaction, hashOfSessionId(sessionId))),

    deleteUserSessions: (userId) =>
      register.write((transaction) => deleteSessionsOfUser(transaction, userId)),

    deleteExpiredSessions: () =>
      register.write((transaction) => deleteExpiredSessions(transaction, nowSeconds())),
  };
}
