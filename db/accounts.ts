import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Membership, Role } from '../src/domain/permission.ts';
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

/** Everybody who has an account, by user name. */
export async function listUsers(connection: Connection): Promise<readonly StoredUser[]> {
  const rows = connection.select().from(users).orderBy(asc(users.username)).all();
  return Promise.all(rows.map((row) => withMemberships(connection, row)));
}

export async function updatePasswordHash(
  connection: Connection,
  userId: number,
  passwordHash: string,
): Promise<void> {
  connection.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
}

/** @param at null: the account may be used again */
export async function setDisabledAt(
  connection: Connection,
  userId: number,
  at: string | null,
): Promise<void> {
  connection.update(users).set({ disabledAt: at }).where(eq(users.id, userId)).run();
}

type HeldRole = { readonly userId: number; readonly role: Role; readonly organisationId: number | null };

const isRole = ({ userId, role, organisationId }: HeldRole) =>
  and(
    eq(memberships.userId, userId),
    eq(memberships.role, role),
    organisationId === null
      ? isNull(memberships.organisationId)
      : eq(memberships.organisationId, organisationId),
  );

/** @returns false when the role was held already */
export async function insertMembership(connection: Connection, held: HeldRole): Promise<boolean> {
  return connection.insert(memberships).values(held).onConflictDoNothing().run().changes === 1;
}

/** @returns false when no such role was held */
export async function deleteMembership(connection: Connection, held: HeldRole): Promise<boolean> {
  return connection.delete(memberships).where(isRole(held)).run().changes === 1;
}

/** Roles held in one organisation are held in another instead. @returns the ids of whom it concerns */
export async function moveMemberships(
  connection: Connection,
  from: number,
  to: number,
): Promise<readonly number[]> {
  const held = connection.select().from(memberships).where(eq(memberships.organisationId, from)).all();
  for (const { userId, role } of held)
    await insertMembership(connection, { userId, role, organisationId: to });
  connection.delete(memberships).where(eq(memberships.organisationId, from)).run();
  return [...new Set(held.map(({ userId }) => userId))];
}

/** Registrars whose accounts can be used. */
export async function countRegistrars(connection: Connection): Promise<number> {
  const row = connection
    .select({ total: sql<number>`count(*)` })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.role, 'registrar'), isNull(users.disabledAt)))
    .get();
  return row?.total ?? 0;
}
