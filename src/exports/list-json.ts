import { z } from 'zod';
import { hashShape, placeCodeShape, slugShape, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { evidenceLevels, legalNatures, provenances } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { standings } from '../domain/timeline.ts';
import { workTypes } from '../domain/work.ts';
import { type ListExport, rowOf, shortfall } from './list-export.ts';
import { rowsJson } from './rows-json.ts';

export const namedPlaceShape = z.strictObject({
  code: placeCodeShape,
  name: z.string().describe('One line with the places around it'),
});
export const citedSourceShape = z.strictObject({ title: z.string(), url: z.string().nullable() });
/** As of when a list is so, in the form in which it can be asked for again. */
export const asOfShape = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\.\d{3}\+07:00)?$/)
  .describe('A day, or an instant in Thai time; asked for again as of then, the rows are the same');

/** One work as a row of a list: the edition that was current. */
export const listRowShape = z.strictObject({
  title: z.string(),
  type: z.enum(workTypes),
  slug: slugShape,
  subtype: z.string(),
  edition: z.int().min(1),
  label: z.string().nullable(),
  labelState: z.enum(valueStates),
  adopted: writtenDateShape.nullable(),
  adoptedState: z.enum(valueStates),
  places: z.array(namedPlaceShape).readonly(),
  possiblePlaces: z.array(namedPlaceShape).readonly(),
  standing: z.enum(standings).nullable().describe('Null for a model text, which stands nowhere'),
  standingLabel: z.string().nullable(),
  provenance: z.enum(provenances),
  evidenceLevel: z.enum(evidenceLevels).nullable(),
  legalNature: z.enum(legalNatures),
  topics: z.array(z.string()).readonly(),
  summary: z.string().nullable(),
  sources: z.array(citedSourceShape).readonly(),
  address: z.url(),
  editionAddress: z.url(),
  sha256: hashShape,
  publishedAt: z.iso.datetime(),
});

/** What `/{type}.json` holds. */
const listShape = z.strictObject({
  asOf: asOfShape,
  address: z.url(),
  total: z.int().min(0),
  note: z.string().optional().describe('There when the file does not hold the whole list'),
  works: z.array(listRowShape).readonly(),
});

/** `{ asOf, total, works }` and where it comes from; `note` is there when the file is not the whole list. */
function listDocument(list: ListExport): z.output<typeof listShape> {
  const note = shortfall(list);
  return {
    asOf: list.asOf,
    address: new URL(list.path, list.origin).href,
    total: list.total,
    ...(note === null ? {} : { note }),
    works: list.works.map((work) => rowOf(work, list.origin)),
  };
}

/** A list as JSON, one work to a line. */
export function writeListJson(list: ListExport): string {
  const { works, ...head } = listDocument(list);
  return rowsJson(head, 'works', works);
}
