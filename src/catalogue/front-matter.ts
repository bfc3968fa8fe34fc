import { z } from 'zod';
import * as edition from '../domain/edition.ts';
import type { WorkType } from '../domain/work.ts';
import { attachmentsSchema } from './attachment-schema.ts';
import { factOf, line, sourceIds, writtenDate } from './fact-schema.ts';
import { factsSchema } from './field-schema.ts';
import { documentType } from './index.ts';

export const optionalLine = (maximum?: number) =>
  line(maximum)
    .nullish()
    .transform((value) => value ?? null);

export const placeCode = z
  .union([z.string(), z.number().transform(String)])
  .refine((code) => /^(?:\d{2}|\d{4}|\d{6}|\d{8})$/.test(code), { params: { reason: 'unknown_place' } });

export const link = z
  .string()
  .max(2000)
  .refine((url) => /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url), { params: { reason: 'bad_link' } });

const legalNature = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_')
      : value,
  z.enum(edition.legalNatures),
);

const party: z.ZodType<edition.Party> = z.strictObject({
  organisation: line(80),
  role: z.enum(edition.partyRoles),
  note: optionalLine(),
  actions: z
    .array(z.strictObject({ kind: z.enum(edition.partyActions), date: factOf(writtenDate) }))
    .default([]),
  sources: sourceIds,
});

const mention: z.ZodType<edition.Mention> = z.strictObject({
  name: optionalLine(200),
  office: line(300),
  organisation: optionalLine(80),
  capacity: z.enum(edition.capacities),
  sources: sourceIds,
});

const claim: z.ZodType<edition.Claim> = z.strictObject({
  property: line(100),
  value: z.number(),
  unit: line(100),
  textAsWritten: line(300),
  roles: z.array(z.enum(edition.partyRoles)).default([]),
  note: optionalLine(),
  sources: sourceIds,
});

const commitment: z.ZodType<edition.Commitment> = z.strictObject({
  id: line(40),
  metric: line(300),
  comparator: z.enum(edition.comparators),
  value: z.number(),
  unit: line(100),
  scope: z.array(z.enum(edition.commitmentScopes)).min(1),
  per: z
    .literal('be_year')
    .nullish()
    .transform((value) => value ?? null),
  due: factOf(writtenDate),
  period: optionalLine(200),
  domain: optionalLine(100),
  provision: optionalLine(60),
  textAsWritten: line(300),
  sources: sourceIds,
});

const relation: z.ZodType<edition.Relation> = z.strictObject({
  kind: z.enum(edition.relationKinds),
  target: line(200),
  note: optionalLine(),
});

const source: z.ZodType<edition.Source> = z
  .strictObject({
    id: line(40).optional(),
    title: line(500).optional(),
    publisher: optionalLine(300),
    url: link.nullish().transform((value) => value ?? null),
    published: factOf(writtenDate),
    retrieved: optionalLine(10),
    evidenceLevel: z
      .enum(edition.evidenceLevels)
      .nullish()
      .transform((value) => value ?? null),
    note: optionalLine(),
  })
  .refine((value) => value.title !== undefined || value.url !== null, { params: { reason: 'required' } })
  .transform((value) => ({ ...value, id: value.id ?? '', title: value.title ?? value.url ?? '' }));

/** Sources without an id get s1, s2 … by position, so that facts can point at them. */
export const sources = z
  .array(source)
  .transform((all) => all.map((one, index) => ({ ...one, id: one.id || `s${index + 1}` })));

/**
 * The front matter of an archive file of one document type, parsed into the metadata of a manifest.
 * Only `title`, `edition`, `label`, `legalNature`, `places`, `adopted` and `sources` are required.
 */
export function frontMatterSchema(type: WorkType): FrontMatterSchema {
  const schema = schemas.get(type) ?? makeSchema(type);
  schemas.set(type, schema);
  return schema;
}

/** Making the schema of a type takes longer than reading a file with it. */
const schemas = new Map<WorkType, FrontMatterSchema>();

type FrontMatterSchema = ReturnType<typeof makeSchema>;

function makeSchema(type: WorkType) {
  const definition = documentType(type);
  const [firstSubtype, ...otherSubtypes] = Object.keys(definition.subtypes);
  return z.strictObject({
    title: line(500),
    titleEn: optionalLine(500),
    aliases: z.array(line(300)).default([]),
    provenance: z.enum(edition.provenances).default('documented'),
    subtype: z.enum([firstSubtype ?? '', ...otherSubtypes]).default(firstSubtype ?? ''),
    edition: z.number().int().min(1).max(9999),
    label: z
      .undefined()
      .or(z.unknown())
      .pipe(factOf(line(300))),
    changeKind: z.enum(edition.changeKinds).optional(),
    changeNote: optionalLine(4000),
    summary: optionalLine(4000),
    legalNature,
    evidenceLevel: z
      .enum(edition.evidenceLevels)
      .nullish()
      .transform((value) => value ?? null),
    textRights: z.enum(edition.textRights).default('none'),
    scope: z
      .enum(edition.scopes)
      .nullish()
      .transform((value) => value ?? null),
    scopeNote: optionalLine(),
    places: z.array(placeCode).max(1000),
    possiblePlaces: z.array(placeCode).max(100).default([]),
    placeNote: optionalLine(),
    adopted: factOf(writtenDate),
    effective: factOf(writtenDate),
    reviewDue: factOf(writtenDate),
    topics: z.array(line(120)).max(100).default([]),
    facts: factsSchema(definition.fields).default({}),
    parties: z.array(party).max(10_000).default([]),
    people: z.array(mention).max(1000).default([]),
    claims: z.array(claim).max(200).default([]),
    commitments: z.array(commitment).max(500).default([]),
    relations: z.array(relation).max(500).default([]),
    sources,
    attachments: attachmentsSchema.default([]),
    publishedAt: z.iso.datetime().optional(),
  });
}
