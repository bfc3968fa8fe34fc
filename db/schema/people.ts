import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/* Who signs in, by what, and what they did. */

/** People who sign in. Passwords are argon2id hashes; there is no default account. */
export const users = sqliteTable('users', {
  id: integer('id').primaryKey(),
  username: text('username').notNull(),
  displayName: text('display_name').notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt: text('created_at').notNull(),
  disabledAt: text('disabled_at'),
});

/** A role held within an organisation; a registrar's is held in the registry itself (no organisation). */
export const memberships = sqliteTable('memberships', {
  userId: integer('user_id').notNull(),
  organisationId: integer('organisation_id'),
  role: text('role', { enum: ['editor', 'publisher', 'registrar'] }).notNull(),
});

/** Signed-in sessions under the SHA-256 of their id; a copy of this table opens no door. Unix seconds. */
export const sessions = sqliteTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  userId: integer('user_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Such as `Firefox · Windows`; null when the browser did not say. */
  browser: text('browser'),
  lastSeenAt: integer('last_seen_at').notNull().default(0),
  /** When the password was typed last. */
  confirmedAt: integer('confirmed_at').notNull().default(0),
});

/** The second factor of a person (RFC 6238); `lastStep` is the newest time step a code was taken for. */
export const secondFactors = sqliteTable('second_factors', {
  userId: integer('user_id').primaryKey(),
  secret: text('secret').notNull(),
  lastStep: integer('last_step').notNull(),
  since: text('since').notNull(),
});

/** The codes that stand in for a lost telephone, each once, under their SHA-256. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  { userId: integer('user_id').notNull(), codeHash: text('code_hash').notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
);

/** Links that open one door once, under the SHA-256 of their token: an invitation with its role, or a new password. */
export const oneTimeLinks = sqliteTable('one_time_links', {
  id: integer('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  kind: text('kind', { enum: ['invitation', 'reset'] }).notNull(),
  userId: integer('user_id'),
  role: text('role', { enum: ['editor', 'publisher', 'registrar'] }),
  organisationId: integer('organisation_id'),
  note: text('note').notNull().default(''),
  createdBy: integer('created_by'),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
  revokedAt: text('revoked_at'),
});

/** Who did what, written in the transaction of the deed; append-only. */
export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  userId: integer('user_id'),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  details: text('details').notNull(),
});
