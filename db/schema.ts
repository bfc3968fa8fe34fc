import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttachmentType } from '../src/domain/attachment.ts';
import { revisionKinds } from '../src/domain/revision-kind.ts';
import { submissionActKinds, submissionKinds } from '../src/domain/submission.ts';

/*
 * The tables as the queries see them. `migrations/` creates them (STRICT, named constraints,
 * triggers, which drizzle-kit cannot write) and a test compares the two column by column. One file, though long: drizzle
 * and that test read one list of tables, which point at one another across every subject, and each has its docblock.
 */

/** Provinces, districts, tambons and villages under their official codes; names are not keys. */
export const places = sqliteTable('places', {
  code: text('code').primaryKey(),
  level: text('level', { enum: ['province', 'district', 'tambon', 'village'] }).notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en'),
  sortKey: text('sort_key').notNull(),
  parentCode: text('parent_code'),
  postcode: text('postcode'),
  isBangkok: integer('is_bangkok', { mode: 'boolean' }).notNull(),
});

/** Bodies that can be parties or stewards; `record` is the whole `Organisation` as JSON. */
export const organisations = sqliteTable('organisations', {
  id: integer('id').primaryKey(),
  slug: text('slug').notNull(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  record: text('record').notNull(),
  fourEyes: integer('four_eyes', { mode: 'boolean' }).notNull().default(true),
});

/** Which places an organisation covers: many to many, because an LAO is not a tambon. */
export const organisationPlaces = sqliteTable(
  'organisation_places',
  {
    organisationId: integer('organisation_id').notNull(),
    placeCode: text('place_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.placeCode] })],
);

/** Which organisation carries on for which, from which day: a projection of the records. */
export const organisationSuccessions = sqliteTable('organisation_successions', {
  predecessorId: integer('predecessor_id').primaryKey(),
  successorId: integer('successor_id').notNull(),
  fromDay: text('from_day').notNull(),
});

/** The terms of the vocabularies, as `scheme/term`; a mirror of `content/vocabularies`. */
export const topics = sqliteTable('topics', {
  topic: text('topic').primaryKey(),
  scheme: text('scheme').notNull(),
  schemeTitle: text('scheme_title').notNull(),
  label: text('label').notNull(),
  position: integer('position').notNull(),
});

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
 * When the register came to hold its editions and events up to these ids, and how often by then it had said anew how
 * commitments stand; append-only, each later than the one before.
 */
export const moments = sqliteTable('moments', {
  at: text('at').primaryKey(),
  lastEdition: integer('last_edition').notNull(),
  lastEvent: integer('last_event').notNull(),
  commitmentsMade: integer('commitments_made').notNull().default(0),
});

/** Projection: one row per edition for lists; `card` is the `EditionCard` as JSON. */
export const editionCards = sqliteTable('edition_cards', {
  editionId: integer('edition_id').primaryKey(),
  workId: integer('work_id').notNull(),
  type: text('type').notNull(),
  number: integer('number').notNull(),
  isCurrent: integer('is_current', { mode: 'boolean' }).notNull(),
  title: text('title').notNull(),
  sortKey: text('sort_key').notNull(),
  /** 0 documented, 1 model text, 2 test data: the order in which lists show them. */
  provenanceRank: integer('provenance_rank').notNull(),
  /** The day on which the adoption began, as exact as it is stated. */
  adoptedOn: text('adopted_on'),
  card: text('card').notNull(),
});

/**
 * Projection: the values by which a published work is narrowed and counted in lists, each on the days from
 * `from_day` up to `until_day`. Only a standing has more than one stretch of days.
 */
export const workFacets = sqliteTable(
  'work_facets',
  {
    type: text('type').notNull(),
    line: text('line').notNull(),
    value: text('value').notNull(),
    workId: integer('work_id').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.type, table.line, table.value, table.workId, table.fromDay] })],
);

/** Projection: the places of an edition; not certain when the source does not say which one is meant. */
export const editionPlaces = sqliteTable(
  'edition_places',
  {
    editionId: integer('edition_id').notNull(),
    placeCode: text('place_code').notNull(),
    isCertain: integer('is_certain', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.placeCode] })],
);

/** Projection: the topics of an edition. */
export const editionTopics = sqliteTable(
  'edition_topics',
  { editionId: integer('edition_id').notNull(), topic: text('topic').notNull() },
  (table) => [primaryKey({ columns: [table.editionId, table.topic] })],
);

/** Projection: the parties of an edition in their order. */
export const editionParties = sqliteTable(
  'edition_parties',
  {
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
    organisationId: integer('organisation_id').notNull(),
    role: text('role').notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.position] })],
);

/** Projection: the sources of an edition. */
export const editionSources = sqliteTable(
  'edition_sources',
  {
    editionId: integer('edition_id').notNull(),
    sourceId: text('source_id').notNull(),
    title: text('title').notNull(),
    publisher: text('publisher'),
    url: text('url'),
    evidenceLevel: text('evidence_level'),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.sourceId] })],
);

/** Files of published editions, by which a file is found and known to be public. */
export const editionFiles = sqliteTable(
  'edition_files',
  {
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').$type<AttachmentType>().notNull(),
    bytes: integer('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.position] })],
);

/** Files brought to the drafts of a work; a row stands only for a file that is durable. */
export const workFiles = sqliteTable(
  'work_files',
  {
    workId: integer('work_id').notNull(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').$type<AttachmentType>().notNull(),
    bytes: integer('bytes').notNull(),
    userId: integer('user_id'),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.sha256] })],
);

/** Projection: what an edition points at; `target` is `type/slug`. */
export const editionRelations = sqliteTable(
  'edition_relations',
  {
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    target: text('target').notNull(),
    targetEid: text('target_eid'),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.position] })],
);

/** Projection: the numbered parts of an edition, each addressable by its eid. */
export const editionProvisions = sqliteTable('edition_provisions', {
  editionId: integer('edition_id').notNull(),
  position: integer('position').notNull(),
  eid: text('eid').notNull(),
  kind: text('kind').notNull(),
  parent: text('parent'),
  number: text('number'),
  label: text('label').notNull(),
  heading: text('heading'),
  text: text('text').notNull(),
});

/**
 * Projection: every edition as search sees it. `position` grows with each row that is stored or stored anew, so that
 * a reader knows what it has not read; `form` is the version of the tokens beside it (`search_tokens`, by row id).
 */
export const searchRecords = sqliteTable('search_records', {
  position: integer('position').primaryKey({ autoIncrement: true }),
  editionId: integer('edition_id').notNull(),
  form: integer('form').notNull(),
  facts: text('facts').notNull(),
  record: blob('record', { mode: 'buffer' }).notNull(),
});

/** Works that changed for searches, in that order; written by triggers. */
export const searchChanges = sqliteTable('search_changes', {
  position: integer('position').primaryKey({ autoIncrement: true }),
  workId: integer('work_id').notNull(),
});

/** Bodies rendered once, kept by the edition's hash and the renderer's version. */
export const renderings = sqliteTable('renderings', {
  sha256: text('sha256').notNull(),
  renderer: integer('renderer').notNull(),
  html: text('html').notNull(),
});

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

/** Who did what, written in the transaction of the deed; append-only. */
export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  userId: integer('user_id'),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  details: text('details').notNull(),
});

/**
 * One row: the revision grows with every public change, so that caches know when they are stale; `facetsMade` when
 * the lines of lists were made anew, `commitmentsMade` when it was said anew how commitments stand. `commitmentsCounted`
 * is 1 once the spans of a register from before there were any are filled in.
 */
export const registerState = sqliteTable('register_state', {
  id: integer('id').primaryKey(),
  revision: integer('revision').notNull(),
  facetsMade: integer('facets_made').notNull().default(0),
  commitmentsMade: integer('commitments_made').notNull().default(0),
  commitmentsCounted: integer('commitments_counted').notNull().default(0),
});

/** Networks and programmes; `record` is the whole `Network` as JSON. */
export const networks = sqliteTable('networks', {
  id: integer('id').primaryKey(),
  slug: text('slug').notNull(),
  kind: text('kind', { enum: ['network', 'programme'] }).notNull(),
  sortKey: text('sort_key').notNull(),
  record: text('record').notNull(),
});

/** Projection: the members of a network in their order. */
export const networkMembers = sqliteTable(
  'network_members',
  {
    networkId: integer('network_id').notNull(),
    position: integer('position').notNull(),
    organisationId: integer('organisation_id').notNull(),
    role: text('role').notNull(),
  },
  (table) => [primaryKey({ columns: [table.networkId, table.position] })],
);

/** Projection: the works that came out of a network. */
export const networkWorks = sqliteTable(
  'network_works',
  { networkId: integer('network_id').notNull(), workId: integer('work_id').notNull() },
  (table) => [primaryKey({ columns: [table.networkId, table.workId] })],
);

/** Projection: the places that a network is about. */
export const networkPlaces = sqliteTable(
  'network_places',
  { networkId: integer('network_id').notNull(), placeCode: text('place_code').notNull() },
  (table) => [primaryKey({ columns: [table.networkId, table.placeCode] })],
);

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
