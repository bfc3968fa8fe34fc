/*
 * The tables as the queries see them, by room. `migrations/` creates them (STRICT, named constraints, triggers, which
 * drizzle-kit cannot write) and a test compares the two column by column.
 */
export * from './schema/drafts.ts';
export * from './schema/networks.ts';
export * from './schema/people.ts';
export * from './schema/places.ts';
export * from './schema/projections.ts';
export * from './schema/submissions.ts';
export * from './schema/works.ts';
