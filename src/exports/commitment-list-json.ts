import { z } from 'zod';
import { hashShape, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { spanStates } from '../domain/commitment-span.ts';
import { commitmentScopes, comparators, provenances } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { type CommitmentListExport, commitmentRow, commitmentShortfall } from './commitment-list-export.ts';
import { rowsJson } from './rows-json.ts';

const count = z.int().min(0);

const reading = z.strictObject({
  scope: z.enum(commitmentScopes),
  state: z.enum(spanStates),
  complete: count.describe('Parties or places that are complete'),
  units: count.describe('Parties or places that are counted each by itself; 1 where all is counted together'),
  hasUnnamed: z.boolean().describe('A source claims parties that nobody names'),
  count: z.number().describe('Amounts of accepted evidence'),
  pending: z.number().describe('Amounts of evidence that waits to be decided'),
});

/** One commitment of a list. */
export const commitmentRowShape = z.strictObject({
  agreement: z.string(),
  title: z.string(),
  provenance: z.enum(provenances),
  commitment: z.string(),
  metric: z.string(),
  comparator: z.enum(comparators),
  value: z.number(),
  unit: z.string(),
  per: z.literal('be_year').nullable(),
  state: z.enum(spanStates).describe('`differs` while the readings of the scope come to different states'),
  stateLabel: z.string(),
  readings: z.array(reading).readonly(),
  evidence: z
    .array(z.strictObject({ beYear: z.int(), pieces: count }))
    .readonly()
    .describe('Pieces of accepted evidence by the Buddhist-era year in which the deed was done'),
  due: writtenDateShape.nullable(),
  dueState: z.enum(valueStates),
  period: z.string().nullable(),
  domain: z.string().nullable(),
  provision: z.string().nullable(),
  textAsWritten: z.string(),
  edition: z.int().min(1),
  editionAddress: z.url(),
  sha256: hashShape,
  address: z.url().describe('The commitment as it stood on the day of the list'),
});

/** What `/commitments.json` holds. */
export const commitmentListSchema = z.strictObject({
  $schema: z.url(),
  asOf: z
    .string()
    .describe('A day, or an instant in Thai time; asked for again as of then, the rows are the same'),
  address: z.url(),
  total: count,
  note: z.string().optional().describe('There when the file does not hold the whole list'),
  commitments: z.array(commitmentRowShape),
});

/** The schema as JSON Schema (draft 2020-12), for programs of any kind. */
export const writeCommitmentListSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(commitmentListSchema), null, 2)}\n`;

/** A list of commitments as JSON, one to a line. */
export function writeCommitmentListJson(list: CommitmentListExport): string {
  const note = commitmentShortfall(list);
  const { commitments, ...head } = {
    $schema: new URL(addresses.commitmentListSchema(), list.origin).href,
    asOf: list.asOf,
    address: new URL(list.path, list.origin).href,
    total: list.total,
    ...(note === null ? {} : { note }),
    commitments: list.rows.map((row) => commitmentRow(row, list)),
  } satisfies z.input<typeof commitmentListSchema>;
  return rowsJson(head, 'commitments', commitments);
}
