import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { revisionKinds } from '../../src/domain/revision-kind.ts';

/* Texts on their way to be published. */

/** The one mutable text of a work; `version` is the optimistic lock. */
export const drafts = sqliteTable('drafts', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  basedOn: integer('based_on'),
  content: text('content').notNull(),
  version: integer('version').notNull(),
  editedBy: integer('edited_by').notNull(),
  editedAt: text('edited_at').notNull(),
});

/** Every content that an open draft had, by its version; what somebody saved never goes. */
export const draftRevisions = sqliteTable('draft_revisions', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  version: integer('version').notNull(),
  kind: text('kind', { enum: revisionKinds }).notNull(),
  content: text('content').notNull(),
  userId: integer('user_id').notNull(),
  at: text('at').notNull(),
});

/** What was done with a draft at one version of it, append-only; the state of its review is computed from these. */
export const draftActs = sqliteTable('draft_acts', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  version: integer('version').notNull(),
  kind: text('kind', { enum: ['submitted', 'returned', 'approved', 'scheduled', 'unscheduled'] }).notNull(),
  note: text('note'),
  publishAt: text('publish_at'),
  userId: integer('user_id').notNull(),
  at: text('at').notNull(),
});

/** What is said of a provision of a draft, or of the whole when no eid is named; append-only. */
export const remarks = sqliteTable('remarks', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  version: integer('version').notNull(),
  eid: text('eid'),
  quote: text('quote'),
  text: text('text').notNull(),
  userId: integer('user_id').notNull(),
  at: text('at').notNull(),
});

/** Answers to a remark, its resolving and its opening again; append-only. */
export const remarkActs = sqliteTable('remark_acts', {
  id: integer('id').primaryKey(),
  remarkId: integer('remark_id').notNull(),
  kind: text('kind', { enum: ['answered', 'resolved', 'reopened'] }).notNull(),
  text: text('text'),
  userId: integer('user_id').notNull(),
  at: text('at').notNull(),
});

/** From which version of which draft an edition came, and through whom; append-only. */
export const publications = sqliteTable('publications', {
  editionId: integer('edition_id').primaryKey(),
  workId: integer('work_id').notNull(),
  draftVersion: integer('draft_version').notNull(),
  publishedBy: integer('published_by').notNull(),
  approvedBy: integer('approved_by'),
});
