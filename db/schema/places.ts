import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/* Places, the bodies that cover them, and the terms of the vocabularies. */

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
