import { z } from 'zod';
import { placeCodeShape, slugShape } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { evidenceLevels, scopes } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { workTypes } from '../domain/work.ts';
import { type CoverageExport, provinceRows } from './coverage-export.ts';
import { asOfShape } from './list-json.ts';

const count = z.int().min(0);
const counts = z.strictObject(
  Object.fromEntries(workTypes.map((type) => [type, count])) as Record<
    (typeof workTypes)[number],
    typeof count
  >,
);

/** What `/about/coverage.json` holds. All but `others` is of documented texts. */
export const coverageShape = z.strictObject({
  asOf: asOfShape,
  address: z.url(),
  totals: counts,
  provinces: z
    .array(z.strictObject({ code: placeCodeShape, name: z.string(), total: count, ...counts.shape }))
    .readonly()
    .describe('All provinces; a work in several of them counts in each'),
  unplaced: z
    .array(z.strictObject({ scope: z.enum(scopes).nullable(), counts }))
    .readonly()
    .describe('Works that no source puts into one province, by how far they reach'),
  evidence: z.array(z.strictObject({ level: z.enum(evidenceLevels).nullable(), counts })).readonly(),
  others: z.array(z.strictObject({ provenance: z.enum(['model', 'test']), counts })).readonly(),
  missing: z
    .array(
      z.strictObject({
        type: z.enum(workTypes),
        slug: slugShape,
        title: z.string(),
        numbers: z.array(z.int().min(1)).readonly(),
        address: z.url(),
      }),
    )
    .readonly()
    .describe('Printed numbers of earlier editions that the register does not have'),
  facts: z
    .array(
      z.strictObject({
        type: z.enum(workTypes),
        works: count,
        fields: z
          .array(
            z.strictObject({
              key: z.string(),
              label: z.string(),
              states: z.strictObject(
                Object.fromEntries(valueStates.map((state) => [state, count])) as Record<
                  (typeof valueStates)[number],
                  typeof count
                >,
              ),
            }),
          )
          .readonly(),
      }),
    )
    .readonly()
    .describe('How often each fact is stated, and how it is missing'),
});

export function coverageDocument(coverage: CoverageExport): z.output<typeof coverageShape> {
  const { asOf, origin, totals, unplaced, evidence, others, missing, facts } = coverage;
  const at = (path: string): string => new URL(path, origin).href;
  return {
    asOf: asOf.text,
    address: at(addresses.coverage({ asOf: asOf.text })),
    totals,
    provinces: provinceRows(coverage).map(({ place, name, counts: own, total }) => ({
      code: place.code,
      name,
      total,
      ...own,
    })),
    unplaced,
    evidence,
    others,
    missing: missing.map((one) => ({ ...one, address: at(addresses.editions(one)) })),
    facts,
  };
}

export const writeCoverageJson = (coverage: CoverageExport): string =>
  `${JSON.stringify(coverageDocument(coverage), null, 1)}\n`;
