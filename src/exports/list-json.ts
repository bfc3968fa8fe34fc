import { z } from 'zod';
import { hashShape, placeCodeShape, slugShape, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { evidenceLevels, legalNatures, provenances } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { standings } from '../domain/timeline.ts';
import { workTypes } from '../domain/work.ts';
import { type ListExport, rowOf, shortfall } from './list-export.ts';
import { rowsJsonInTurns } from './rows-json.ts';

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
  citation: z.string().describe('The Thai form, with the permanent address and the short SHA-256'),
  address: z.url(),
  editionAddress: z.url(),
  sha256: hashShape,
  publishedAt: z.iso.datetime(),
});

/** `{ asOf, address, total, works }`, one work to a line; `note` is there when the file is not the whole list. */
export function writeListJson(list: ListExport): Promise<string> {
  const { asOf, path, origin, total, works } = list;
  const note = shortfall(list);
  const head = { asOf, address: new URL(path, origin).href, total, ...(note !== null && { note }) };
  return rowsJsonInTurns(head, 'works', listRows(works, origin));
}

/** The rows of works, made one at a time. */
export function* listRows(
  works: ListExport['works'],
  origin: string,
): Iterable<z.output<typeof listRowShape>> {
  for (const work of works) yield rowOf(work, origin);
}
