import { z } from 'zod';
import { placeCodeShape, slugShape, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { provenances } from '../domain/edition.ts';
import { standings } from '../domain/timeline.ts';
import { workTypes } from '../domain/work.ts';
import { type ConcordanceExport, concordanceRows } from './concordance-rows.ts';
import { namedPlace } from './list-export.ts';
import { asOfShape, namedPlaceShape } from './list-json.ts';
import { rowsJson } from './rows-json.ts';

/** A clause that deals with the topic, of a work that stood on the day. */
export const concordanceRowShape = z.strictObject({
  place: namedPlaceShape,
  type: z.enum(workTypes),
  slug: slugShape,
  title: z.string(),
  edition: z.int().min(1),
  adopted: writtenDateShape.nullable(),
  standing: z.enum(standings),
  provenance: z.enum(provenances),
  provision: z.strictObject({
    id: z.string(),
    label: z.string(),
    heading: z.string().nullable(),
    text: z.string(),
  }),
  words: z.array(z.string()).readonly().describe('Words of the topic that stand in the clause'),
  address: z.url(),
});

/** What `/compare.json` holds. */
export const concordanceShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('The same question as a page'),
  day: z.iso.date().describe('The day on which the works stood'),
  topic: z.strictObject({
    id: z.string().describe('`scheme/term`'),
    label: z.string(),
    words: z.array(z.string()).readonly().describe('A clause with one of them deals with the topic'),
  }),
  places: z
    .array(
      z.strictObject({
        code: placeCodeShape,
        name: namedPlaceShape.shape.name,
        works: z.int().min(1).describe('Works that stood there, also those without such a clause'),
      }),
    )
    .readonly(),
  withoutWorks: z
    .array(namedPlaceShape)
    .readonly()
    .describe('Places that were asked for and in which nothing stood'),
  notRead: z
    .array(namedPlaceShape)
    .readonly()
    .describe('Places with works past the most that are read at once'),
  total: z.int().min(0).describe('Clauses'),
  clauses: z.array(concordanceRowShape).readonly(),
});

/** The question, the rule, the places and their clauses in the order of the page. */
export function concordanceDocument(exported: ConcordanceExport): z.output<typeof concordanceShape> {
  const { concordance, topic, asOf, path, origin } = exported;
  const clauses = concordanceRows(exported);
  return {
    asOf,
    address: new URL(path, origin).href,
    day: concordance.day,
    topic,
    places: concordance.columns.map(({ place, works }) => ({ ...namedPlace(place), works: works.length })),
    withoutWorks: concordance.empty.map(namedPlace),
    notRead: concordance.rest.map(namedPlace),
    total: clauses.length,
    clauses,
  };
}

/** A concordance as JSON, a clause to a line. */
export function writeConcordanceJson(exported: ConcordanceExport): string {
  const { clauses, ...head } = concordanceDocument(exported);
  return rowsJson(head, 'clauses', clauses);
}
