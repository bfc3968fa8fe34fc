import { z } from 'zod';
import { commitmentShape, hashShape, placeCodeShape, slugShape } from '../../catalogue/manifest-schema.ts';
import { addresses } from '../../domain/addresses.ts';
import { provenances, relationKinds } from '../../domain/edition.ts';
import { lineageRemark } from '../../domain/lineage.ts';
import { likenessKinds } from '../../domain/similarity/likeness.ts';
import type { HeldProvision, SimilarProvisions } from '../../domain/similarity/similar-provision.ts';
import { workTypes } from '../../domain/work.ts';
import { provisionCitation } from '../../exports/citation.ts';
import { provisionShape } from '../../exports/edition-json.ts';
import { asOfShape } from '../../exports/list-json.ts';
import { takenText } from '../../i18n/lineage.ts';
import type { Lineage, LineageEnd, LineageHop, ProvisionPage } from '../../registry/open-provision.ts';
import { bareChangeShape, runsShape } from './comparison.ts';

const count = z.int().min(0);
const { address: _address, ...ownFields } = provisionShape.shape;

/** A provision at the other end of a tie. */
export const lineageEndShape = z.strictObject({
  work: z.string().describe('`type/slug`'),
  title: z.string(),
  provenance: z.enum(provenances),
  edition: z.int().min(1),
  isCurrent: z.boolean(),
  eid: z.string().nullable().describe('Null for the whole text'),
  label: z.string().nullable(),
  heading: z.string().nullable(),
  address: z.url(),
});

/** What is known of one step on the way of words from text to text. */
export type LineageStep = {
  readonly kind: (typeof relationKinds)[number];
  readonly remark: string | null;
  readonly isWhole: boolean;
  readonly target: string;
  readonly end: z.output<typeof lineageEndShape> | null;
  readonly words: LineageHop['words'];
  readonly told: string;
  readonly onward: LineageHop['onward'];
  readonly further: readonly LineageStep[];
  readonly rest: number;
};

export const lineageStepShape: z.ZodType<LineageStep> = z.strictObject({
  kind: z.enum(relationKinds),
  remark: z.string().nullable(),
  isWhole: z.boolean().describe('The tie is of the whole text and not of the provision alone'),
  target: z.string(),
  end: lineageEndShape.nullable().describe('Null when the register does not have it'),
  words: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['same', 'own', 'unknown']) }),
    z.strictObject({ kind: z.enum(['filled', 'reworded']), runs: runsShape }),
  ]),
  told: z.string().describe('How the words differ, in Thai'),
  onward: z.enum(['told', 'seen', 'cut']),
  get further() {
    return z.array(lineageStepShape).readonly();
  },
  rest: count.describe('How many more steps there are than `further` tells'),
});

const lineage = z.strictObject({ total: count, steps: z.array(lineageStepShape).readonly() });
const held = z.strictObject({
  type: z.enum(workTypes),
  slug: slugShape,
  eid: z.string(),
  label: z.string(),
  heading: z.string().nullable(),
  title: z.string(),
  edition: z.int().min(1),
  since: z.strictObject({ on: z.string(), basis: z.enum(['adopted', 'published']) }),
  address: z.url(),
});

const similarShape = z.strictObject({
  total: count.describe('In how many other works'),
  isFirst: z.boolean(),
  first: held.nullable(),
  found: z
    .array(
      z.strictObject({
        ...held.shape,
        isCurrent: z.boolean(),
        likeness: z.strictObject({ kind: z.enum(likenessKinds), share: z.number() }),
        places: z.array(placeCodeShape).readonly(),
        first: held,
        stated: z
          .strictObject({ by: z.enum(['this', 'other']), kind: z.enum(relationKinds) })
          .nullable()
          .describe('What already says that one of the two comes from the other'),
      }),
    )
    .readonly(),
});

/** A provision, where it came from, who took it over, and clauses with the same words or nearly. */
export const provisionPageShape = z.strictObject({
  address: z.url(),
  permanentAddress: z.url(),
  asOf: asOfShape,
  edition: z.int().min(1),
  title: z.string(),
  sha256: hashShape,
  publishedAt: z.iso.datetime(),
  citation: z.string(),
  goneIn: z.int().min(1).nullable().describe('The edition that has it no more'),
  provision: z.strictObject(ownFields),
  history: z
    .array(
      z.strictObject({
        edition: z.int().min(1),
        previous: z.int().min(1).nullable(),
        eid: z.string(),
        change: bareChangeShape.nullable().describe('Null in the first edition'),
      }),
    )
    .readonly(),
  isHistoryCut: z.boolean(),
  ancestors: lineage,
  descendants: z.strictObject({ ...lineage.shape, page: z.int().min(1), next: z.url().nullable() }),
  instances: count.describe('Texts that are written after the whole text as a model'),
  siblings: z
    .array(
      z.strictObject({
        source: lineageEndShape.nullable(),
        ends: z.array(lineageEndShape.nullable()).readonly(),
      }),
    )
    .readonly()
    .describe('What else was taken from the same places'),
  others: z
    .array(
      z.strictObject({
        kind: z.enum(relationKinds),
        remark: z.string().nullable(),
        isIncoming: z.boolean(),
        target: z.string(),
        end: lineageEndShape.nullable(),
      }),
    )
    .readonly(),
  similar: similarShape.nullable().describe('Null for what is no clause'),
  commitments: z.array(commitmentShape).readonly(),
});

/**
 * What `/{type}/{slug}/provisions/{eid}.json` holds:
 *
 * - `address`, `permanentAddress`, `asOf`, `edition`, `sha256`, `citation`, `provision`: the provision as it is read
 * - `goneIn`: the edition that has it no more; null while the current one has it
 * - `history`: what each edition did with it, the latest first; `change` as in `compare/{a}..{b}.json`, null in the
 *   first edition
 * - `ancestors`, `descendants`: `{ total, steps }`; a step is `{ kind, remark, isWhole, end, words, told, onward,
 *   further, rest }`, `end` being the provision at the other end, or null when the register does not have it, and
 *   `words` how it differs, from the source to what was made of it. Of descendants 20 stand on a page, `next` leads on
 * - `similar`: clauses of other works with nearly the same words, and who had it first; null for what is no clause
 * - `instances`: how many texts are written after the whole text as a model
 * - `siblings`: what else was taken from the same places; `others`: ties that only speak of it
 * - `commitments`: those that rest on it
 */
export function provisionDocument(
  page: ProvisionPage,
  similar: SimilarProvisions | null,
  origin: string,
): z.output<typeof provisionPageShape> {
  const { edition, provision, path, ancestors, descendants, gone } = page;
  const { work, manifest, sha256, publishedAt } = edition;
  const whole = (address: string) => new URL(address, origin).href;
  const own = gone === null ? null : manifest.edition;
  const asOf = page.asOf.text;
  const isLast = page.page >= page.pages;

  const endOf = (end: LineageEnd | null) => {
    if (end === null) return null;
    const { type, slug, number, title, provenance, isCurrent } = end.edition;
    const address =
      end.eid === null
        ? addresses.edition(end.edition, number)
        : addresses.provision(end.edition, number, end.eid);
    const { label = null, heading = null } = end.provision ?? {};
    return {
      work: `${type}/${slug}`,
      title,
      provenance,
      edition: number,
      isCurrent,
      eid: end.eid,
      label,
      heading,
      address: whole(address),
    };
  };
  const heldAt = <Held extends HeldProvision>(held: Held) => ({
    ...held,
    address: whole(addresses.provision(held, held.edition, held.eid)),
  });
  const stepOf = (hop: LineageHop): LineageStep => ({
    kind: hop.tie.kind,
    remark: lineageRemark(hop.tie.note),
    isWhole: hop.isWhole,
    target: `${hop.target.type}/${hop.target.slug}`,
    end: endOf(hop.end),
    words: hop.words,
    told: takenText(hop.words, hop.isWhole),
    onward: hop.onward,
    further: hop.further.map(stepOf),
    rest: hop.rest,
  });
  const stepsOf = ({ hops, total }: Lineage) => ({ total, steps: hops.map(stepOf) });

  return {
    address: whole(addresses.provisionPage(work, provision.eid, { edition: own, asOf })),
    permanentAddress: whole(addresses.provision(work, manifest.edition, provision.eid)),
    asOf,
    edition: manifest.edition,
    title: manifest.title,
    sha256,
    publishedAt,
    citation: provisionCitation({ ...edition, origin }, provision),
    goneIn: gone?.goneIn ?? null,
    provision,
    history: path.steps,
    isHistoryCut: path.isCut,
    ancestors: stepsOf(ancestors),
    descendants: {
      ...stepsOf(descendants),
      page: page.page,
      next: isLast
        ? null
        : whole(addresses.provisionFile(work, provision.eid, { edition: own, page: page.page + 1, asOf })),
    },
    instances: page.instances,
    siblings: page.siblings.map(({ source, ends }) => ({ source: endOf(source), ends: ends.map(endOf) })),
    others: page.others.map(({ tie, isIncoming, target, end }) => ({
      kind: tie.kind,
      remark: lineageRemark(tie.note),
      isIncoming,
      target: `${target.type}/${target.slug}`,
      end: endOf(end),
    })),
    similar: similar && {
      total: similar.total,
      isFirst: similar.isFirst,
      first: similar.first && heldAt(similar.first),
      found: similar.similar.map(({ text: _text, places, first, ...one }) => ({
        ...heldAt(one),
        places: places.flatMap(([place]) => place?.code ?? []),
        first: heldAt(first),
      })),
    },
    commitments: page.commitments,
  };
}
