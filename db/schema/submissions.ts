import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttachmentType } from '../../src/domain/attachment.ts';
import { submissionActKinds, submissionKinds } from '../../src/domain/submission.ts';

/* What organisations hand in about agreements, and how commitments stand by it. */

/** What organisations hand in about an agreement, under the agreement's own running number; it never changes. */
export const submissions = sqliteTable('submissions', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  number: integer('number').notNull(),
  kind: text('kind', { enum: submissionKinds }).notNull(),
  commitment: text('commitment'),
  organisationId: integer('organisation_id').notNull(),
});

/** What was done with a submission, append-only; `facts` is an `EvidenceFiling` or an `AccessionFiling` as JSON. */
export const submissionActs = sqliteTable('submission_acts', {
  id: integer('id').primaryKey(),
  submissionId: integer('submission_id').notNull(),
  kind: text('kind', { enum: submissionActKinds }).notNull(),
  facts: text('facts'),
  note: text('note'),
  userId: integer('user_id'),
  at: text('at').notNull(),
  decidedFor: integer('decided_for'),
});

/** Projection: how each submission stands now, and who brought its present facts; written by a trigger. */
export const submissionStates = sqliteTable('submission_states', {
  submissionId: integer('submission_id').primaryKey(),
  workId: integer('work_id').notNull(),
  organisationId: integer('organisation_id').notNull(),
  kind: text('kind', { enum: submissionKinds }).notNull(),
  state: text('state', { enum: ['submitted', 'accepted', 'returned'] }).notNull(),
  since: text('since').notNull(),
  doneOn: text('done_on'),
  broughtBy: integer('brought_by'),
});

/** Projection: the file that the facts of an act name; written by a trigger. */
export const submissionFiles = sqliteTable('submission_files', {
  actId: integer('act_id').primaryKey(),
  submissionId: integer('submission_id').notNull(),
  sha256: text('sha256').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').$type<AttachmentType>().notNull(),
  bytes: integer('bytes').notNull(),
});

/** What somebody from outside judged of a commitment, append-only; `record` is the `Assessment` without its id. */
export const assessments = sqliteTable('assessments', {
  id: integer('id').primaryKey(),
  workId: integer('work_id').notNull(),
  commitment: text('commitment').notNull(),
  record: text('record').notNull(),
  userId: integer('user_id'),
  at: text('at').notNull(),
});

/** Assessments that were taken back, and why; append-only. */
export const assessmentRetractions = sqliteTable('assessment_retractions', {
  assessmentId: integer('assessment_id').primaryKey(),
  note: text('note').notNull(),
  userId: integer('user_id').notNull(),
  at: text('at').notNull(),
});

/**
 * Projection: how every commitment of the public agreements stands from `begins` up to `ends`, each a `SpanTime`;
 * `summary` is a `CommitmentSummary` as JSON, `evidence` its years of evidence, `2568:3 2569:1`, and `provinces` are codes
 * divided by spaces.
 */
export const commitmentSpans = sqliteTable(
  'commitment_spans',
  {
    workId: integer('work_id').notNull(),
    commitment: text('commitment').notNull(),
    begins: text('begins').notNull(),
    ends: text('ends').notNull(),
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
    state: text('state').notNull(),
    domain: text('domain'),
    beYear: integer('be_year'),
    dueOn: text('due_on'),
    summary: text('summary').notNull(),
    evidence: text('evidence').notNull().default(''),
    provinces: text('provinces').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.workId, table.commitment, table.begins] })],
);

/** Of which agreement it was said anew how its commitments stand, under `commitmentsMade` of that time; append-only. */
export const commitmentChanges = sqliteTable(
  'commitment_changes',
  { made: integer('made').notNull(), workId: integer('work_id').notNull() },
  (table) => [primaryKey({ columns: [table.made, table.workId] })],
);
