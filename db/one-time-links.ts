import { and, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Role } from '../src/domain/permission.ts';
import type { Connection } from './connection.ts';
import { oneTimeLinks, organisations, users } from './schema.ts';

/** An invitation to a role, or a new password for somebody. Times are ISO instants. */
export type OneTimeLink = {
  readonly id: number;
  readonly kind: 'invitation' | 'reset';
  /** Whose password is set anew; null for an invitation. */
  readonly userId: number | null;
  readonly username: string | null;
  readonly role: Role | null;
  readonly organisationId: number | null;
  /** Slug and name; null for a registrar's invitation and for a reset. */
  readonly organisation: string | null;
  readonly organisationName: string | null;
  /** For whom it is, in the words of who made it. */
  readonly note: string;
  readonly createdAt: string;
  readonly expiresAt: string;
};

const whose = alias(users, 'whose');

const openLinks = (connection: Connection) =>
  connection
    .select({
      id: oneTimeLinks.id,
      kind: oneTimeLinks.kind,
      userId: oneTimeLinks.userId,
      username: whose.username,
      role: oneTimeLinks.role,
      organisationId: oneTimeLinks.organisationId,
      organisation: organisations.slug,
      organisationName: organisations.name,
      note: oneTimeLinks.note,
      createdAt: oneTimeLinks.createdAt,
      expiresAt: oneTimeLinks.expiresAt,
    })
    .from(oneTimeLinks)
    .leftJoin(organisations, eq(organisations.id, oneTimeLinks.organisationId))
    .leftJoin(whose, eq(whose.id, oneTimeLinks.userId));

const isOpen = and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt));

/** The link of a token, unless it was used or revoked. Whether it has expired is for the caller to see. */
export async function findOpenLink(connection: Connection, tokenHash: string): Promise<OneTimeLink | null> {
  return (
    openLinks(connection)
      .where(and(eq(oneTimeLinks.tokenHash, tokenHash), isOpen))
      .get() ?? null
  );
}

export async function findOpenLinkById(connection: Connection, id: number): Promise<OneTimeLink | null> {
  return (
    openLinks(connection)
      .where(and(eq(oneTimeLinks.id, id), isOpen))
      .get() ?? null
  );
}

/** Links that nobody has used and nobody revoked, newest first; expired ones among them. */
export async function listOpenLinks(connection: Connection): Promise<readonly OneTimeLink[]> {
  return openLinks(connection).where(isOpen).orderBy(desc(oneTimeLinks.id)).all();
}

export async function insertLink(
  connection: Connection,
  link: Pick<
    OneTimeLink,
    'kind' | 'userId' | 'role' | 'organisationId' | 'note' | 'createdAt' | 'expiresAt'
  > & {
    readonly tokenHash: string;
    /** Null for the command line. */
    readonly createdBy: number | null;
  },
): Promise<void> {
  connection.insert(oneTimeLinks).values(link).run();
}

export async function markLinkUsed(
  connection: Connection,
  id: number,
  userId: number,
  at: string,
): Promise<void> {
  connection.update(oneTimeLinks).set({ usedAt: at, userId }).where(eq(oneTimeLinks.id, id)).run();
}

export async function revokeLink(connection: Connection, id: number, at: string): Promise<void> {
  connection
    .update(oneTimeLinks)
    .set({ revokedAt: at })
    .where(and(eq(oneTimeLinks.id, id), isOpen))
    .run();
}

/** Ends the open links by which somebody's password could be set anew. */
export async function revokeResets(connection: Connection, userId: number, at: string): Promise<void> {
  connection
    .update(oneTimeLinks)
    .set({ revokedAt: at })
    .where(and(eq(oneTimeLinks.userId, userId), eq(oneTimeLinks.kind, 'reset'), isOpen))
    .run();
}
