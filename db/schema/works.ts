import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/* Works, what was published of them, and what is known of the register as a whole. */

/** A work as an identity: its type, its slug and who looks after it. It has no text. */
export const works = sqliteTable('works', {
  id: integer('id').primaryKey(),
  type: text('type', { enum: ['charters', 'agreements', 'plans', 'projects', 'cases'] }).notNull(),
  slug: text('slug').notNull(),
  stewardId: integer('steward_id'),
  createdAt: text('created_at').notNull(),
});

/** Published editions: canonical manifest and its SHA-256. Triggers refuse every update and delete. */
export const editions = sqliteTable('editions', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  number: integer('number').notNull(),
  sha256: text('sha256').notNull(),
  manifest: text('manifest').notNull(),
  publishedAt: text('published_at').notNull(),
});

/** Dated deeds in the life of a work, append-only; `event` is the `WorkEvent` as JSON. */
export const events = sqliteTable('events', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  kind: text('kind').notNull(),
  event: text('event').notNull(),
  recordedAt: text('recorded_at').notNull(),
});

/**
 * When the register came to hold its editions, events, acts on submissions and former records up to these ids, and how
 * often by then it had said anew how commitments stand; append-only, each later than the one before.
 */
export const moments = sqliteTable('moments', {
  at: text('at').primaryKey(),
  lastEdition: integer('last_edition').notNull(),
  lastEvent: integer('last_event').notNull(),
  commitmentsMade: integer('commitments_made').notNull().default(0),
  lastAct: integer('last_act').notNull().default(0),
  lastFormer: integer('last_former').notNull().default(0),
});

/**
 * What stood in the register before something came or was changed that keeps no history of its own; null where nothing
 * stood. Append-only, written by triggers.
 */
export const formerRecords = sqliteTable('former_records', {
  id: integer('id').primaryKey(),
  subject: text('subject', {
    enum: ['organisation', 'steward', 'succession', 'network', 'assessment'],
  }).notNull(),
  subjectId: integer('subject_id').notNull(),
  former: text('former'),
});

/**
 * One row: the revision grows with every public change, so that caches know when they are stale; `facetsMade` when
 * the lines of lists were made anew by the rule `facetsForm`, `commitmentsMade` when it was said anew how commitments stand. `commitmentsCounted`
 * is 1 once the spans of a register from before there were any are filled in.
 */
export const registerState = sqliteTable('register_state', {
  id: integer('id').primaryKey(),
  revision: integer('revision').notNull(),
  facetsMade: integer('facets_made').notNull().default(0),
  commitmentsMade: integer('commitments_made').notNull().default(0),
  commitmentsCounted: integer('commitments_counted').notNull().default(0),
  facetsForm: integer('facets_form').notNull().default(0),
});
