import { eq, sql } from 'drizzle-orm';
import type { Membership } from '../src/domain/permission.ts';
import type { Connection } from './connection.ts';
import { memberships, organisations, users } from './schema.ts';

export type StoredUser = {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly isDisabled: boolean;
  readonly memberships: readonly Membership[];
};

async function withMemberships(
  connection: Connection,
  user: { id: number; username: string; displayName: string; disabledAt: string | null },
): Promise<StoredUser> {
  const rows = connection
    .select({ role: memberships.role, organisation: organisations.slug })
    .from(memberships)
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, user.id))
    .all();
  const { id, username, displayName, disabledAt } = user;
  return { id, username, displayName, isDisabled: disabledAt !== null, memberships: rows };
}

export async function findUser(connection: Connection, id: number): Promise<StoredUser | null> {
  const row = connection.select().from(users).where(eq(users.id, id)).get();
  return row ? withMemberships(connection, row) : null;
}

/** The user of that name (any case) with the hash to verify the password against. */
export async function findUserForSignIn(
  connection: Connection,
  username: string,
): Promise<(StoredUser & { readonly passwordHash: string }) | null> {
  const row = connection.select().from(users).where(eq(users.username, username)).get();
  return row ? { ...(await withMemberships(connection, row)), passwordHash: row.passwordHash } : null;
}

export async function countUsers(connection: Connection): Promise<number> {
  return connection.select({ total: sql<number>`count(*)` }).from(users).get()?.total ?? 0;
}

/** Adds a user with one role. @returns the new id */
export async function insertUser(
  connection: Connection,
  user: {
    readonly username: string;
    readonly displayName: string;
    readonly passwordHash: string;
    readonly membership: {
      readonly role: Membership['role'];
      readonly organisationId: number | null;
    };
  },
  at: string,
): Promise<number> {
  const { username, displayName, passwordHash, membership } = user;
  const { id } = connection
    .insert(users)
    .values({ username, displayName, passwordHash, createdAt: at })
    .returning({ id: users.id })
    .get();
  connection
    .insert(memberships)
    .values({ userId: id, ...membership })
    .run();
  return id;
}
