import { z } from 'zod';
import { attachmentKinds, attachmentTypes } from '../domain/attachment.ts';
import * as edition from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import type { FactValue, Quantity, Row } from '../domain/fact-value.ts';
import { slugPattern, type WorkType } from '../domain/work.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import type { Field, FieldHolds } from './document-type.ts';
import { documentType, documentTypes } from './index.ts';

/*
 * What a manifest holds once it is published, as programs read it: the shapes that answers, files and the data
 * dictionary are written from. What an archive file may say, and how it is read, is `front-matter.ts`.
 */

/** A year, month or day of the common era. */
export const partialDate = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
export const placeCodeShape = z.string().regex(/^(?:\d{2}|\d{4}|\d{6}|\d{8})$/);
export const slugShape = z.string().max(80).regex(slugPattern);
export const hashShape = z.string().regex(/^[0-9a-f]{64}$/);
const sourceIds = z.array(z.string()).readonly();
const textOrNull = z.string().nullable();

export const writtenDateShape = z.strictObject({
  start: partialDate,
  end: partialDate.nullable(),
  precision: z.enum(['day', 'month', 'year', 'fiscal_year']),
  textAsWritten: textOrNull,
  isInferred: z.boolean(),
}) satisfies z.ZodType<WrittenDate>;

const quantityShape = z.strictObject({
  amount: z.number(),
  unit: z.string(),
  textAsWritten: textOrNull,
}) satisfies z.ZodType<Quantity>;

/** A fact in one of its five states. */
function factShape<T>(value: z.ZodType<T>): z.ZodType<Fact<T>> {
  const one = { value, note: textOrNull, sources: sourceIds };
  const missing = (kind: 'not_stated' | 'unknown' | 'none') =>
    z.strictObject({ kind: z.literal(kind), note: textOrNull });
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('given'), ...one }),
    missing('not_stated'),
    missing('unknown'),
    missing('none'),
    z.strictObject({
      kind: z.literal('disputed'),
      note: textOrNull,
      values: z.array(z.strictObject(one)).readonly(),
    }),
  ]) as unknown as z.ZodType<Fact<T>>;
}

const linesShape = z.array(z.string()).readonly();
const codeOf = (options: Readonly<Record<string, string>>) =>
  z.enum(Object.keys(options) as [string, ...string[]]);

/** Facts whose value is of the same shape in every field. */
export const plainFactShapes = {
  text: factShape<FactValue>(z.string()),
  list: factShape<FactValue>(linesShape),
  quantity: factShape<FactValue>(quantityShape),
  date: factShape<FactValue>(writtenDateShape),
  organisation: factShape<FactValue>(z.strictObject({ organisation: slugShape })),
  work: factShape<FactValue>(
    z.strictObject({ work: z.string().describe('`type/slug`, or with a provision `type/slug#eid`') }),
  ),
  provision: factShape<FactValue>(z.strictObject({ provision: z.string() })),
};
export const factOfTextShape = plainFactShapes.text as z.ZodType<Fact<string>>;
export const factOfDateShape = plainFactShapes.date as z.ZodType<Fact<WrittenDate>>;
export const factOfQuantityShape = plainFactShapes.quantity as z.ZodType<Fact<Quantity>>;

/** A fact of one field of the catalogue, or a cell of one column. */
function factOfField(field: FieldHolds): z.ZodType<Fact<FactValue>> {
  switch (field.kind) {
    case 'choice':
      return factShape<FactValue>(z.strictObject({ code: codeOf(field.options) }));
    case 'choices':
      return factShape<FactValue>(z.strictObject({ codes: z.array(codeOf(field.options)).readonly() }));
    case 'rows': {
      const rows = z.array(factsShape(field.columns)).readonly();
      return factShape<FactValue>(field.lineColumn === undefined ? rows : z.union([linesShape, rows]));
    }
    default:
      return plainFactShapes[field.kind];
  }
}

/** Facts by the keys of their fields; those on which sources are silent may be left out. */
const factsShape = (fields: readonly Field[]): z.ZodType<Readonly<Record<string, Fact<FactValue>>>> =>
  z.strictObject(Object.fromEntries(fields.map((field) => [field.key, factOfField(field).exactOptional()])));

/** A row of any table, and a fact of any field. */
const anyRowShape: z.ZodType<Row> = z.lazy(() => z.record(z.string(), anyFactShape));
export const anyFactShape: z.ZodType<Fact<FactValue>> = factShape<FactValue>(
  z.union([
    z.string(),
    linesShape,
    quantityShape,
    writtenDateShape,
    z.strictObject({ organisation: slugShape }),
    z.strictObject({ work: z.string() }),
    z.strictObject({ provision: z.string() }),
    z.strictObject({ code: z.string() }),
    z.strictObject({ codes: linesShape }),
    z.array(anyRowShape).readonly(),
  ]),
);

export const partyShape: z.ZodType<edition.Party> = z.strictObject({
  organisation: slugShape,
  role: z.enum(edition.partyRoles),
  note: textOrNull,
  actions: z.array(z.strictObject({ kind: z.enum(edition.partyActions), date: factOfDateShape })).readonly(),
  sources: sourceIds,
});

export const mentionShape: z.ZodType<edition.Mention> = z.strictObject({
  name: textOrNull,
  office: z.string(),
  organisation: slugShape.nullable(),
  capacity: z.enum(edition.capacities),
  sources: sourceIds,
});

export const claimShape: z.ZodType<edition.Claim> = z.strictObject({
  property: z.string(),
  value: z.number(),
  unit: z.string(),
  textAsWritten: z.string(),
  roles: z.array(z.enum(edition.partyRoles)).readonly(),
  note: textOrNull,
  sources: sourceIds,
});

export const commitmentShape: z.ZodType<edition.Commitment> = z.strictObject({
  id: z.string(),
  metric: z.string(),
  comparator: z.enum(edition.comparators),
  value: z.number(),
  unit: z.string(),
  scope: z.array(z.enum(edition.commitmentScopes)).readonly(),
  per: z.literal('be_year').nullable(),
  due: factOfDateShape,
  period: textOrNull,
  domain: textOrNull,
  provision: textOrNull,
  textAsWritten: z.string(),
  sources: sourceIds,
});

export const relationShape: z.ZodType<edition.Relation> = z.strictObject({
  kind: z.enum(edition.relationKinds),
  target: z.string(),
  note: textOrNull,
});

export const sourceShape: z.ZodType<edition.Source> = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: textOrNull,
  url: textOrNull,
  published: factOfDateShape,
  retrieved: textOrNull,
  evidenceLevel: z.enum(edition.evidenceLevels).nullable(),
  note: textOrNull,
});

export const attachmentShape = z.strictObject({
  sha256: hashShape,
  name: z.string(),
  title: z.string(),
  kind: z.enum(attachmentKinds),
  mediaType: z.enum(attachmentTypes),
  bytes: z.int().min(1),
  pageCount: z.int().min(1).nullable(),
  pages: z.array(z.strictObject({ page: z.int().min(1), provision: z.string() })).readonly(),
  textEquivalent: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('body') }),
      z.strictObject({ kind: z.literal('text'), text: z.string() }),
    ])
    .nullable(),
});

/** The manifest of an edition of one document type: every key, and the facts of its catalogue. */
export const manifestShape = (type: WorkType) =>
  z.strictObject({
    format: z.literal(1),
    type: z.literal(type),
    slug: slugShape,
    edition: z.int().min(1),
    title: z.string(),
    titleEn: textOrNull,
    aliases: z.array(z.string()).readonly(),
    provenance: z.enum(edition.provenances),
    subtype: z.enum(Object.keys(documentType(type).subtypes) as [string, ...string[]]),
    label: factOfTextShape,
    changeKind: z.enum(edition.changeKinds),
    changeNote: textOrNull,
    summary: textOrNull,
    legalNature: z.enum(edition.legalNatures),
    evidenceLevel: z.enum(edition.evidenceLevels).nullable(),
    textRights: z.enum(edition.textRights),
    scope: z.enum(edition.scopes).nullable(),
    scopeNote: textOrNull,
    places: z.array(placeCodeShape).readonly(),
    possiblePlaces: z.array(placeCodeShape).readonly(),
    placeNote: textOrNull,
    adopted: factOfDateShape,
    effective: factOfDateShape,
    reviewDue: factOfDateShape,
    topics: z.array(z.string()).readonly(),
    facts: factsShape(documentType(type).fields),
    parties: z.array(partyShape).readonly(),
    people: z.array(mentionShape).readonly(),
    claims: z.array(claimShape).readonly(),
    commitments: z.array(commitmentShape).readonly(),
    relations: z.array(relationShape).readonly(),
    sources: z.array(sourceShape).readonly(),
    attachments: z.array(attachmentShape).readonly().optional(),
    body: z.string(),
  });

/** The manifests of all types, in the order of lists. */
export const manifestShapes = documentTypes.map(({ type }) => ({ type, shape: manifestShape(type) }));
