import { z } from 'zod';
import { hashShape, partialDate, placeCodeShape, slugShape } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { valueStates } from '../domain/fact.ts';
import { asOfShape, citedSourceShape } from './list-json.ts';
import { adoptionRow, type SpreadExport, statementRow } from './spread-export.ts';

/** One statement that something was taken over. */
export const adoptionStatementShape = z.strictObject({
  statedBy: z
    .enum(['adopter', 'origin'])
    .describe('The text that took it over, or the one it was taken from'),
  kind: z.enum(['adopts', 'derives_from']),
  toldIn: z.url().describe('The edition that tells it first'),
  taken: z.string().nullable().describe('The provision that was taken; null for the whole text'),
  takenAddress: z.url().nullable(),
  adapted: z.string().nullable().describe('The provision that it became; null when none is named'),
  adaptedAddress: z.url().nullable(),
  adaptedWords: z.string().nullable().describe('That provision as a source words it'),
  dateState: z.enum(valueStates),
  dateStart: partialDate.nullable(),
  dateEnd: partialDate.nullable(),
  dateAsWritten: z.string().nullable(),
  change: z.string().nullable(),
  sources: z.array(citedSourceShape).readonly(),
});

/** What one adopter took from one work, with everything that is told of it. */
export const adoptionShape = z.strictObject({
  hop: z.int().min(1).describe('1 took it from the case itself, 2 from one that did'),
  adopter: z
    .string()
    .nullable()
    .describe('`type/slug`; null for one that only words or an organisation name'),
  adopterName: z.string(),
  adopterAddress: z.url().nullable(),
  organisations: z.array(z.strictObject({ slug: slugShape, name: z.string() })).readonly(),
  places: z.array(placeCodeShape).readonly(),
  origin: z.string().describe('`type/slug` of the work it was taken from'),
  originTitle: z.string().nullable().describe('Null when the register does not have it'),
  contested: z
    .array(z.enum(['date', 'provision']))
    .readonly()
    .describe('What the two ends tell differently'),
  evidence: z
    .array(z.strictObject({ metric: z.string(), address: z.url() }))
    .readonly()
    .describe("Accepted deeds of which the adopter's text is the proof"),
  statements: z.array(adoptionStatementShape).readonly(),
});

/** What `/cases/{slug}/spread.json` holds. */
export const spreadShape = z.strictObject({
  type: z.literal('cases'),
  slug: slugShape,
  title: z.string(),
  asOf: asOfShape,
  address: z.url().describe('The same rows for ever'),
  edition: z.int().min(1),
  editionAddress: z.url(),
  sha256: hashShape,
  adopters: z.int().min(0).describe('Different adopters'),
  hops: z.int().min(0).describe('How far the farthest adopter is by its shortest way'),
  isWhole: z.boolean().describe('False when there is more than is read'),
  adoptions: z.array(adoptionShape).readonly(),
});

/** An entry for each adoption, with every statement about it. */
export function spreadDocument(spread: SpreadExport): z.output<typeof spreadShape> {
  const { work, sha256, asOf, adopters, hops, isWhole, adoptions, origin } = spread;
  return {
    type: 'cases',
    slug: work.slug,
    title: work.title,
    asOf: asOf.text,
    address: new URL(addresses.spread(work.slug, asOf.text), origin).href,
    edition: work.currentNumber,
    editionAddress: new URL(addresses.edition(work, work.currentNumber), origin).href,
    sha256,
    adopters,
    hops,
    isWhole,
    adoptions: adoptions.map((adoption) => ({
      ...adoptionRow(adoption, spread),
      statements: adoption.statements.map((statement) => statementRow(statement, adoption, spread)),
    })),
  };
}

/** What became of a case as JSON. */
export const writeSpreadJson = (spread: SpreadExport): string =>
  `${JSON.stringify(spreadDocument(spread), null, 1)}\n`;
