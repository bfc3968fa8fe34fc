import { z } from 'zod';
import {
  anyFactShape,
  attachmentShape,
  claimShape,
  commitmentShape,
  factOfDateShape,
  factOfTextShape,
  hashShape,
  mentionShape,
  partyShape,
  relationShape,
  sourceShape,
} from '../../catalogue/manifest-schema.ts';
import { addresses } from '../../domain/addresses.ts';
import {
  choiceFields,
  dateFields,
  nameFields,
  textFields,
} from '../../domain/difference/compare-manifests.ts';
import { toldKindOf, toldKinds } from '../../domain/difference/count-changes.ts';
import { aspects } from '../../domain/difference/parts-difference.ts';
import { summaryText } from '../../i18n/comparison.ts';
import { tellChanges } from '../../i18n/comparison-sentences.ts';
import type { ComparedSide, ComparisonPage } from '../../registry/steps/describe-comparison.ts';

const position = z.int().min(0).describe('Its place among the parts of its edition');
const run = z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
const runs = z.array(run).readonly();
export const runsShape = runs;
const partKind = z.enum(['chapter', 'part', 'clause', 'heading', 'preface']);
/** How a part is called and where it stands, without its words. */
export const partHeadShape = z.strictObject({
  eid: z.string().nullable(),
  kind: partKind,
  label: z.string(),
  number: z.string().nullable(),
  parent: z.string().nullable(),
});
export const partShape = z.strictObject({
  ...partHeadShape.shape,
  heading: z.string().nullable(),
  text: z.string(),
});
const piece = z.strictObject({
  at: position,
  head: partHeadShape,
  heading: z.string().nullable(),
  text: runs,
});
const told = z.enum(toldKinds).nullable().describe('Null for a part that did not change');

/** What became of one part. Positions count the parts of an edition from 0. */
const changes = [
  z.strictObject({
    kind: z.literal('unchanged'),
    from: position,
    to: position,
    before: partHeadShape,
    after: partHeadShape,
  }),
  z.strictObject({
    kind: z.literal('changed'),
    from: position,
    to: position,
    before: partHeadShape,
    after: partHeadShape,
    aspects: z.array(z.enum(aspects)).readonly(),
    within: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }),
    heading: runs,
    text: runs,
  }),
  z.strictObject({ kind: z.literal('added'), to: position, part: partShape }),
  z.strictObject({ kind: z.literal('removed'), from: position, part: partShape }),
  z.strictObject({
    kind: z.literal('split'),
    from: position,
    before: partHeadShape,
    isReworded: z.boolean(),
    into: z.array(piece).readonly(),
  }),
  z.strictObject({
    kind: z.literal('merged'),
    to: position,
    after: partHeadShape,
    heading: z.string().nullable(),
    isReworded: z.boolean(),
    of: z.array(piece).readonly(),
  }),
] as const;

export const bareChangeShape = z.discriminatedUnion('kind', changes);

/** One part of either edition, in reading order; applied in order to those of `before` they give those of `after`. */
export const partChangeShape = z.discriminatedUnion('kind', [
  changes[0].extend({ told }),
  changes[1].extend({ told }),
  changes[2].extend({ told }),
  changes[3].extend({ told }),
  changes[4].extend({ told }),
  changes[5].extend({ told }),
]);

export const fieldChangeShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), field: z.enum(textFields), marks: runs }),
  z.strictObject({
    kind: z.literal('choice'),
    field: z.enum(choiceFields),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('label'), before: factOfTextShape, after: factOfTextShape }),
  z.strictObject({
    kind: z.literal('date'),
    field: z.enum(dateFields),
    before: factOfDateShape,
    after: factOfDateShape,
  }),
  z.strictObject({
    kind: z.literal('names'),
    field: z.enum(nameFields),
    added: z.array(z.string()).readonly(),
    removed: z.array(z.string()).readonly(),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    key: z.string().describe('Of the catalogue of its type'),
    before: anyFactShape.nullable(),
    after: anyFactShape.nullable(),
  }),
]);

const list = <T extends z.ZodType>(entry: T) =>
  z.strictObject({
    added: z.array(entry).readonly(),
    removed: z.array(entry).readonly(),
    changed: z.array(z.strictObject({ before: entry, after: entry })).readonly(),
  });

const side = z.strictObject({
  edition: z.int().min(1),
  label: factOfTextShape,
  title: z.string(),
  sha256: hashShape.nullable(),
  publishedAt: z.iso.datetime().nullable(),
  address: z.url(),
});

/** What changed from one edition of a work to another: in words, part by part, and in the rest of the manifest. */
export const comparisonShape = z.strictObject({
  address: z.url(),
  before: side,
  after: side,
  summary: z.string().describe('One Thai sentence'),
  sentences: z.array(z.string()).readonly().describe('One for each thing that changed'),
  isFormOnly: z.boolean().describe('No word differs, only the form: bold letters, addresses of links'),
  counts: z
    .array(
      z.strictObject({
        told: z.enum(toldKinds),
        part: partKind,
        before: z.int().min(0),
        after: z.int().min(0),
      }),
    )
    .readonly(),
  parts: z.array(partChangeShape).readonly(),
  fields: z.array(fieldChangeShape).readonly(),
  parties: list(partyShape),
  commitments: list(commitmentShape),
  people: list(mentionShape),
  claims: list(claimShape),
  relations: list(relationShape),
  sources: list(sourceShape),
  attachments: list(attachmentShape),
});

/** What `/{type}/{slug}/compare/{a}..{b}.json` and the API say of two editions. */
export function comparisonDocument(page: ComparisonPage, origin: string): z.output<typeof comparisonShape> {
  const { work, difference } = page;
  const { parts, counts, manifest, isFormOnly } = difference;
  const sideOf = (of: ComparedSide) => ({
    edition: of.manifest.edition,
    label: of.manifest.label,
    title: of.manifest.title,
    sha256: of.published?.sha256 ?? null,
    publishedAt: of.published?.at ?? null,
    address: new URL(addresses.edition(work, of.manifest.edition), origin).href,
  });
  const { edition: a } = page.before.manifest;
  const { edition: b } = page.after.manifest;
  return {
    address: new URL(addresses.compare(work, a, b), origin).href,
    before: sideOf(page.before),
    after: sideOf(page.after),
    summary: summaryText(counts),
    sentences: tellChanges(parts).map((change) => change.sentence),
    isFormOnly,
    counts,
    parts: parts.map((change) => ({ told: toldKindOf(change), ...change })),
    ...manifest,
  };
}
