import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/* Networks and programmes. */

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
