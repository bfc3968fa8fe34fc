import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttachmentType } from '../../src/domain/attachment.ts';

/* By what editions are listed, found and shown; all of it can be made anew from editions and events. */

/**
 * Projection: one row per edition for lists; `card` is the `EditionCard` as JSON. `currentUntil` is the id of the edition
 * in whose favour it stopped being the current one: the largest safe integer while it is, 0 when it never was.
 */
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
  currentUntil: integer('current_until').notNull().default(0),
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

/**
 * Projection: what an edition points at; `target` is `type/slug`. The edition that was read and the provision of the
 * own text are what `lineageOf` reads in the note.
 */
export const editionRelations = sqliteTable(
  'edition_relations',
  {
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    target: text('target').notNull(),
    targetEid: text('target_eid'),
    note: text('note'),
    targetEdition: integer('target_edition'),
    ownEid: text('own_eid'),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.position] })],
);

/** Projection: who took a case over as its edition tells; `organisation` is a slug and `work` a `type/slug`. */
export const editionAdoptions = sqliteTable(
  'edition_adoptions',
  {
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
    organisation: text('organisation'),
    work: text('work'),
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

/** Projection: the different wordings of the clauses of all editions, each once, however many clauses have it. */
export const wordings = sqliteTable('wordings', {
  id: integer('id').primaryKey(),
  fingerprint: integer('fingerprint').notNull(),
});

/** Projection: to which wordings a shingle leads, as their ids divided by commas, in the order of their storing. */
export const wordingShingles = sqliteTable('wording_shingles', {
  shingle: integer('shingle').primaryKey(),
  wordingIds: text('wording_ids').notNull(),
});

/** Projection: which provisions have a wording; `position` is that of `edition_provisions`. */
export const provisionWordings = sqliteTable(
  'provision_wordings',
  {
    wordingId: integer('wording_id').notNull(),
    editionId: integer('edition_id').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.wordingId, table.editionId, table.position] })],
);

/** Projection: the editions whose wordings are stored, with the version of the wordings. */
export const editionWordings = sqliteTable('edition_wordings', {
  editionId: integer('edition_id').primaryKey(),
  form: integer('form').notNull(),
});

/** Projection: in which parts of an edition the words of topics stand, with the version of the words and the rule. */
export const editionTopicWords = sqliteTable('edition_topic_words', {
  editionId: integer('edition_id').primaryKey(),
  form: text('form').notNull(),
  positions: text('positions').notNull(),
});

/** Bodies rendered once, kept by the edition's hash and the renderer's version. */
export const renderings = sqliteTable('renderings', {
  sha256: text('sha256').notNull(),
  renderer: integer('renderer').notNull(),
  html: text('html').notNull(),
});
