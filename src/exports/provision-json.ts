import { z } from 'zod';
import { hashShape, slugShape, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { evidenceLevels, provenances } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { standings } from '../domain/timeline.ts';
import { workTypes } from '../domain/work.ts';
import { provisionShape } from './edition-json.ts';
import { asOfShape, citedSourceShape } from './list-json.ts';
import { type ProvisionExport, provisionRows } from './provision-rows.ts';
import { rowsJsonInTurns } from './rows-json.ts';

const { eid, kind, number, label, heading, parent, text } = provisionShape.shape;

/** One provision with what cites it; null in a work of which the register has no text. */
export const provisionRowShape = z.strictObject({
  title: z.string(),
  type: z.enum(workTypes),
  slug: slugShape,
  edition: z.int().min(1),
  label: z.string().nullable(),
  adopted: writtenDateShape.nullable(),
  adoptedState: z.enum(valueStates),
  effective: writtenDateShape.nullable(),
  publishedAt: z.iso.datetime(),
  placeCodes: z.array(z.string()).readonly(),
  standing: z.enum(standings).nullable(),
  provenance: z.enum(provenances),
  evidenceLevel: z.enum(evidenceLevels).nullable(),
  sources: z.array(citedSourceShape).readonly(),
  sha256: hashShape,
  editionAddress: z.url(),
  provision: z.strictObject({ id: eid, kind, number, label, heading, parent, text }).nullable(),
  address: z.url(),
});

/** What `/{type}.json?rows=provisions` holds. */
export const provisionListShape = z.strictObject({
  asOf: asOfShape,
  address: z.url(),
  total: z.int().min(0).describe('Works that fit, in all parts'),
  next: z.url().nullable(),
  provisions: z.array(provisionRowShape).readonly(),
});

/** `{ asOf, address, total, next, provisions }`, one provision to a line; `total` counts works, `next` is an address. */
export function writeProvisionJson(list: ProvisionExport): Promise<string> {
  const head = {
    asOf: list.asOf,
    address: new URL(list.path, list.origin).href,
    total: list.total,
    next: list.nextPath === null ? null : new URL(list.nextPath, list.origin).href,
  };
  return rowsJsonInTurns(head, 'provisions', provisionRows(list));
}
